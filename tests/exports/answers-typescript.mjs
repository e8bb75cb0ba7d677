// Renders cases with the exported TypeScript: one line of JSON in, one line of JSON out.
//
//     node answers-typescript.mjs FOLDER

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const module = (name) => import(pathToFileURL(join(resolve(process.argv[2]), name)).href);
const { localizer } = await module("prompts.js");
const { locales } = await module("locales.js");
const { negotiate } = await module("negotiation.js");

const localizers = new Map();
for (const line of readFileSync(0, "utf8").trim().split("\n")) {
  const request = JSON.parse(line);
  if (request.negotiate) {
    process.stdout.write(JSON.stringify(negotiate(request.negotiate).map((index) => locales[index].tag)) + "\n");
    continue;
  }
  if (!localizers.has(request.locale)) {
    localizers.set(request.locale, await localizer([request.locale], { isolation: false }));
  }
  const { text, description, action } = localizers.get(request.locale).prompt(Number(request.code), request.args);
  process.stdout.write(JSON.stringify({ text, description, action: action?.label ?? null }) + "\n");
}
