"""A string catalogue of Xcode, read by langcodec, and formatted by Apple's rules for format strings."""

import json
import re

from common import FORMATTED, HERE, PLURAL, SCRATCH, answered, categories, lines, run, variant

# The names that Xcode has for locales.
NAMES = {"zh-CN": "zh-Hans", "zh-TW": "zh-Hant", "zh-Hant": "zh-Hant", "pt-BR": "pt", "de-AT": "de-AT"}


def answers(output, requests):
    [catalogue] = output.glob("*.xcstrings")
    strings = json.loads(catalogue.read_text("utf-8"))["strings"]
    selected = categories(requests)
    wanted = []
    for request in requests:
        number = request["args"].get(PLURAL.get(request["id"]))
        for attribute in ["", ".description", ".action"]:
            key = variant(request, request["id"] + attribute, strings, "[{}={}]".format)
            specifiers = r"%\d+\$(@|lld)|%#@|%lld"
            arguments = [request["code"] if name == "code" else request["args"][name] for name in request["order"]]
            wanted.append(
                {
                    "key": key,
                    "language": NAMES.get(request["locale"], request["locale"].split("-")[0]),
                    "is-format": bool(re.search(specifiers, json.dumps(strings.get(key, {})))),
                    "arguments": [str(it) for it in arguments] if request["id"] in FORMATTED else arguments,
                    "number": number,
                    "category": selected.get((request["locale"], number)),
                }
            )
    build = ["--quiet", "--locked", "--manifest-path", HERE / "apple/Cargo.toml", "--target-dir", SCRATCH / "target"]
    command = ["cargo", "run", *build, "--", catalogue]
    texts = [json.loads(line) for line in run(command, input=lines(wanted)).splitlines()]
    return answered(requests, texts)
