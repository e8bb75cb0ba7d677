"""Flutter's ARB files, rendered by intl-messageformat, which has the same ICU messages."""

import json

from common import SCRATCH, lines, run


def answers(output, requests):
    rendered = run(["node", SCRATCH / "node/answers.mjs", "arb", output], input=lines(requests))
    return [json.loads(line) for line in rendered.splitlines()]
