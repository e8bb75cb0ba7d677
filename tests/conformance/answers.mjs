// Renders cases with @fluent/bundle: one line of JSON in, one line of JSON out. run.py describes the format.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { FluentBundle, FluentResource } from "@fluent/bundle";

const bundles = new Map();

function bundle({ folder, locale, marks }) {
  const key = JSON.stringify([folder, locale, marks]);
  if (!bundles.has(key)) {
    const created = new FluentBundle(locale, { useIsolating: marks });
    const files = readdirSync(join(folder, locale), { recursive: true }).filter((name) => name.endsWith(".ftl"));
    for (const file of files.sort()) {
      created.addResource(new FluentResource(readFileSync(join(folder, locale, file), "utf8")));
    }
    bundles.set(key, created);
  }
  return bundles.get(key);
}

function answer(request) {
  const fluent = bundle(request);
  const message = fluent.getMessage(request.id);
  if (!message) return null;
  const args = { code: request.code, ...request.args };
  // With a list of errors it does not throw.
  const format = (pattern) => (pattern ? fluent.formatPattern(pattern, args, []) : null);
  const { description, action } = message.attributes;
  return { text: format(message.value), description: format(description), action: format(action) };
}

const requests = readFileSync(0, "utf8").trim().split("\n");
process.stdout.write(requests.map((line) => JSON.stringify(answer(JSON.parse(line))) + "\n").join(""));
