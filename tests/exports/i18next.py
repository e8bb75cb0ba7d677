"""i18next JSON, rendered by i18next."""

import json

from common import BY_TEXT, PLURAL, SCRATCH, lines, run


def answers(output, requests):
    with_names = [
        request | {"contexts": BY_TEXT.get(request["id"]), "plural": PLURAL.get(request["id"])} for request in requests
    ]
    node = SCRATCH / "node"
    rendered = run(["node", node / "answers.mjs", "i18next", output], input=lines(with_names))
    return [json.loads(line) for line in rendered.splitlines()]
