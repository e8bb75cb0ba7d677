"""Android resources, compiled and dumped by aapt2, and formatted by Java's Formatter."""

import base64
import re

from common import HERE, PLURAL, SCRATCH, answered, categories, run, variant

# A value of a resource, a part of a plural, and what begins the next one.
CONFIGURATION = re.compile(r"^      \((.*?)\) (.*)$")
RESOURCE = re.compile(r"^    resource 0x[0-9a-f]+ (string|plurals)/(\S+)$")
ITEM = re.compile(r'^        (zero|one|two|few|many|other)="(.*)$')


def dump(output, java=None):
    """Compiles the resources, and returns them: configuration, name and quantity, or None. Writes the class R into `java`."""
    work = SCRATCH / "android"
    work.mkdir(parents=True, exist_ok=True)
    (work / "AndroidManifest.xml").write_text('<manifest package="com.example.prompts"/>\n', "utf-8")
    archive, package = work / "resources.zip", work / "resources.apk"
    run(["aapt2", "compile", "--dir", output / "res", "-o", archive])
    link = ["aapt2", "link", "--manifest", work / "AndroidManifest.xml", "-o", package, archive]
    run([*link, "--java", java] if java else link)
    resources, name, configuration, open_text = {}, None, None, None
    for line in run(["aapt2", "dump", "resources", package]).split("\n"):
        if open_text is not None:
            key, text = open_text
            # Further lines of a text are indented.
            text += "\n" + line[len("          " if key[2] else "      ") :]
            if text.endswith('"'):
                resources[key], open_text = text[:-1], None
            else:
                open_text = (key, text)
            continue
        if found := RESOURCE.match(line):
            name = found[2]
            continue
        found, item = CONFIGURATION.match(line), ITEM.match(line)
        if found:
            configuration = found[1]
        quantity, text = (item[1], item[2]) if item else (None, found[2][1:] if found and found[2].startswith('"') else None)
        if text is None:
            continue
        key = (configuration, name, quantity)
        if text.endswith('"'):
            resources[key] = text[:-1]
        else:
            open_text = (key, text)
    return resources


def qualifier(locale):
    """Returns the configuration of a locale, as aapt2 names it."""
    parts = locale.split("-")
    if len(parts) == 1:
        return locale
    return f"{parts[0]}-r{parts[1]}" if len(parts) == 2 and len(parts[1]) == 2 else "b+" + "+".join(parts)


def encode(text):
    return base64.b64encode(text.encode()).decode()


def answers(output, requests):
    resources = dump(output)
    names = {name for _, name, _ in resources}
    selected = categories(requests)
    wanted = []
    for request in requests:
        for attribute in ["", "_description", "_action"]:
            wanted.append(text_of(request, attribute, resources, names, selected))
    to_format = [it for it in wanted if isinstance(it, tuple)]
    rows = "".join("\t".join([encode(text), *arguments]) + "\n" for text, arguments in to_format)
    formatted = iter(run(["java", HERE / "Format.java"], input=rows).split())
    texts = [base64.b64decode(next(formatted)).decode() if isinstance(it, tuple) else it for it in wanted]
    return answered(requests, texts)


def text_of(request, attribute, resources, names, selected):
    """Returns a text, or a format string with its arguments."""
    base = request["id"].replace("-", "_") + attribute
    name = variant(request, base, names, lambda variable, value: f"_{variable.replace('-', '_')}_{value}")
    name = name if name in names else name + "_"
    configuration = qualifier(request["locale"])
    plural = request["args"].get(PLURAL.get(request["id"]))
    quantity = selected.get((request["locale"], plural))
    for key in [(configuration, name, None), (configuration, name, quantity), (configuration, name, "other")]:
        if key in resources:
            break
    else:
        return None
    value = resources[key]
    specifiers = dict(re.findall(r"%(\d+)\$([sd])", value))
    if not specifiers and key[2] is None and "%%" not in value:
        return value
    arguments = []
    # The arguments in the order of the source's text, as the constants number them.
    for variable in request["order"]:
        given = request["code"] if variable == "code" else request["args"][variable]
        kind = "d" if isinstance(given, int) else "s"
        arguments.append(kind + encode(str(given)))
    return value, arguments
