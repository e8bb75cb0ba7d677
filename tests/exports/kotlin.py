"""Kotlin constants, compiled by JetBrains' compiler with the R class of aapt2, and run with Android's Resources in small."""

import json
import shutil

from android import dump, encode
from common import FORMATTED, HERE, LOCALES, ROOT, SCRATCH, cases, compare, export, losses, ours, run

WORK = SCRATCH / "kotlin"
PACKAGE = "com.example.prompts"
# How many cases of a message are run.
CASES = 40


def camel(id):
    first, *others = id.split("-")
    return first + "".join(word[0].upper() + word[1:] for word in others)


def literal(value):
    return json.dumps(value, ensure_ascii=False).replace("$", "\\$") if isinstance(value, str) else str(value)


def check(folder):
    """Returns what is different."""
    work = WORK / folder.name
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    reports = export("android", folder, work / "export")
    resources = dump(work / "export", work / "java")
    constants = [ROOT / "target/debug/prompts", "constants", "--language", "kotlin", "--package", PACKAGE]
    run([*constants, "--dir", folder, "--output", work / "Codes.kt"])
    locale = "en" if folder != LOCALES else "en-US"
    configuration = "en" if folder != LOCALES else "en-rUS"
    rows = [
        f"{name}{' ' + quantity if quantity else ''}\t{encode(text)}\n"
        for (where, name, quantity), text in resources.items()
        if where == configuration
    ]
    (work / "table").write_text("".join(rows), "utf-8")
    requests = [it for it in cases(folder) if it["locale"] == locale]
    requests = [it for index, it in enumerate(requests) if sum(other["id"] == it["id"] for other in requests[:index]) < CASES]
    printed = "".join(f"    show({call(request)}, {request['code']})\n" for request in requests)
    (work / "Main.kt").write_text(MAIN.format(package=PACKAGE, printed=printed), "utf-8")
    (work / "Resources.java").write_bytes((HERE / "kotlin/Resources.java").read_bytes())
    compiler = SCRATCH / "node/node_modules/kotlin-compiler/lib"
    java = [work / "Resources.java", *(work / "java").rglob("*.java")]
    libraries = f"{compiler}/*"
    kotlinc = ["java", "-cp", libraries, "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler", "-no-stdlib", "-Werror"]
    run([*kotlinc, "-cp", compiler / "kotlin-stdlib.jar", "-d", work / "out", work / "Codes.kt", work / "Main.kt", *java])
    run(["javac", "-d", work / "out", *java])
    shown = run(["java", "-cp", f"{work / 'out'}:{compiler}/kotlin-stdlib.jar", f"{PACKAGE}.MainKt", work / "table"])
    theirs = [json.loads(line) for line in shown.splitlines()]
    # The function for a code that is known only at run time has no arguments.
    done, different = compare(requests, ours(requests), theirs, [*losses(reports), ("variants.action", set())])
    print(f"kotlin, {folder.name}: {done}")
    return [f"kotlin, {folder.name}: {it}" for it in different]


def call(request):
    names = [name for name in request["order"] if name != "code"]
    if not names:
        return f"Prompts.text(resources, {request['code']})"
    values = [request["args"][name] for name in names]
    values = [str(value) if request["id"] in FORMATTED else value for value in values]
    booleans = {"true", "false"}
    is_boolean = lambda name: name in ("im-reused", "big")
    given = [value if is_boolean(name) and value in booleans else literal(value) for name, value in zip(names, values)]
    return f"Prompts.{camel(request['id'])}(resources, {', '.join(given)})"


MAIN = """package {package}

import android.content.res.Resources
import java.nio.file.Paths

fun quoted(text: String?): String = if (text == null) "null" else buildString {{
    append('"')
    for (unit in text) append(String.format("\\\\u%04x", unit.code))
    append('"')
}}

fun main(arguments: Array<String>) {{
    val resources = Resources(Paths.get(arguments[0]), *R::class.java.classes)
    fun show(text: String, code: Int) {{
        val described = Prompts.description(resources, code)
        val description = if (described == Prompts.text(resources, code)) text else described
        val action = Prompts.actionLabel(resources, code)
        println("{{\\"text\\": ${{quoted(text)}}, \\"description\\": ${{quoted(description)}}, \\"action\\": ${{quoted(action)}}}}")
    }}
{printed}}}
"""
