"""TypeScript for @fluent/bundle, compiled by tsc with all checks and run in Node."""

import json
import random
import shutil

from common import HERE, LOCALES, SCRATCH, export, lines, ours, run

# @fluent/bundle formats numbers in the reader's language.
FEATURES = ("numbers",)

SCRIPTS = ["", "", "", "Latn", "Hans", "Hant", "Arab", "Cyrl", "Zyyy", "latn"]
REGIONS = ["", "", "US", "GB", "CN", "TW", "HK", "BR", "PT", "ME", "IR", "419", "001", "jp", "ZZ"]
ENDS = ["", "", "", "-u-hc-h23", "-x-private", "-valencia", "-1996", ".UTF-8", "@euro", "-", "-abcdefghi"]
ODD = ["", " ", "*", "und", "und-TW", "C", "x-klingon", "en-", "中文", "a-b-c", "en--US", "zh-cmn-Hant-TW", "zh-yue", "iw", "ja_JP.UTF-8"]


def compiled(output):
    """Compiles an export, and returns the folder of the modules."""
    folder = SCRATCH / "typescript-compiled" / output.name
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(output, folder / "src")
    if output.name == LOCALES.name:
        shutil.copy(HERE / "typed.ts", folder / "src")
    shutil.copy(HERE / "tsconfig.json", folder)
    (folder / "package.json").write_text('{"type": "module"}\n', "utf-8")
    (folder / "node_modules").symlink_to(SCRATCH / "node/node_modules")
    run([SCRATCH / "node/node_modules/.bin/tsc", "--project", folder])
    return folder / "out"


def answers(output, requests):
    script = HERE / "answers-typescript.mjs"
    rendered = run(["node", script, compiled(output)], input=lines(requests))
    return [json.loads(line) for line in rendered.splitlines()]


def negotiation(outputs, folders):
    """Compares the locales that are tried for many lists of languages."""
    choose = random.Random(1)
    letters = "abcdefghijklmnopqrstuvwxyz"
    common = ["en", "zh", "pt", "es", "sr", "de", "gsw", "ca", "ms", "kk", "az", "bs", "da", "yue", "nan", "no", "ar", "arz", "ja"]

    def tag():
        if choose.random() < 0.05:
            return choose.choice(ODD)
        language = choose.choice(common) if choose.random() < 0.7 else "".join(choose.choices(letters, k=choose.choice([2, 3])))
        parts = [language, choose.choice(SCRIPTS), choose.choice(REGIONS)]
        return choose.choice(["-", "-", "_"]).join(part for part in parts if part) + choose.choice(ENDS)

    differences = []
    # No offered locale is the fallback.
    offered = [locale for locale in ["ja-JP", "pt-BR", "ar"] if (LOCALES / locale).is_dir()][:2]
    export("typescript", LOCALES, outputs / "offered", "--locale", ",".join(offered))
    cases = [(folder, outputs / folder.name, {}) for folder in folders] + [(LOCALES, outputs / "offered", {"offered": offered})]
    for folder, output, options in cases:
        options = {"folder": str(folder), **options}
        requests = [{**options, "negotiate": [tag() for _ in range(choose.randint(0, 4))]} for _ in range(5000)]
        requests += [{**options, "negotiate": [first + second + third]} for first in letters for second in letters for third in ["", *letters]]
        script = HERE / "answers-typescript.mjs"
        theirs = run(["node", script, compiled(output)], input=lines(requests)).splitlines()
        pairs = list(zip(requests, ours(requests), map(json.loads, theirs), strict=True))
        print(f"typescript, {output.name}: {len(pairs)} lists of languages are compared")
        differences += [f"{request}: ours {mine}, theirs {other}" for request, mine, other in pairs if mine != other]
    return differences


def functions(outputs):
    """Renders a text that calls a function of the app."""
    folder = outputs / "functions-folder"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "en").mkdir(parents=True)
    (folder / "en/a.ftl").write_text("today = Today is { DAY($day, length: 3) }.\n", "utf-8")
    (folder / "codes.toml").write_text('source = "en"\n[codes]\n1 = "today"\n', "utf-8")
    export("typescript", folder, outputs / "functions", "--allow", "function-call")
    module = compiled(outputs / "functions") / "prompts.js"
    script = f"""
        const {{ localizer }} = await import({json.dumps(module.as_uri())});
        const DAY = ([day], {{ length }}) => day.slice(0, Number(length));
        const user = await localizer(["en"], {{ isolation: false, functions: {{ DAY }} }});
        console.log(user.prompt(1, {{ day: "Monday" }}).text);
    """
    shown = run(["node", "--input-type=module", "--eval", script]).strip()
    return [] if shown == "Today is Mon." else [f"typescript: a function of the app shows {shown!r}"]
