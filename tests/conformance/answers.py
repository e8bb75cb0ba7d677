"""Renders cases with fluent.runtime: one line of JSON in, one line of JSON out. run.py describes the format."""

import functools
import json
import sys
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource


@functools.cache
def bundle(folder: str, locale: str, marks: bool) -> FluentBundle:
    created = FluentBundle([locale], use_isolating=marks)
    for file in sorted((Path(folder) / locale).rglob("*.ftl")):
        # As bytes, since Python would convert line ends.
        created.add_resource(FluentResource(file.read_bytes().decode("utf-8")))
    return created


def answer(request: dict) -> dict | None:
    fluent = bundle(request["folder"], request["locale"], request["marks"])
    if not fluent.has_message(request["id"]):
        return None
    message = fluent.get_message(request["id"])
    args = {"code": request["code"], **request["args"]}

    def text(pattern) -> str | None:
        return None if pattern is None else str(fluent.format_pattern(pattern, args)[0])

    return {
        "text": text(message.value),
        "description": text(message.attributes.get("description")),
        "action": text(message.attributes.get("action")),
    }


for line in sys.stdin:
    sys.stdout.write(json.dumps(answer(json.loads(line))) + "\n")
