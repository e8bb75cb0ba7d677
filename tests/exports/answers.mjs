// Renders cases with i18next or intl-messageformat from an export: one line of JSON in, one line of JSON out.
//
//     node answers.mjs i18next|arb FOLDER

import { readFileSync } from "node:fs";
import { join } from "node:path";
import i18next from "i18next";
import { IntlMessageFormat } from "intl-messageformat";

const [format, folder] = process.argv.slice(2);
const texts = new Map();

function read(name) {
  if (!texts.has(name)) texts.set(name, JSON.parse(readFileSync(join(folder, name), "utf8")));
  return texts.get(name);
}

const translators = new Map();

async function translator(locale) {
  if (!translators.has(locale)) {
    const instance = i18next.createInstance();
    await instance.init({
      lng: locale,
      resources: { [locale]: { translation: read(`${locale}/prompts.json`) } },
      interpolation: { escapeValue: false, skipOnVariables: true },
    });
    translators.set(locale, instance);
  }
  return translators.get(locale);
}

async function withI18next({ locale, id, args, code, contexts, plural }, attribute) {
  const instance = await translator(locale);
  const key = attribute ? `${id}.${attribute}` : id;
  const options = { ...args, code };
  if (plural !== undefined) options.count = args[plural];
  if (plural === "n") options.ordinal = true;
  // The context: the values that have a variant, joined.
  const variants = Object.keys(read(`${locale}/prompts.json`)).filter((other) => other.startsWith(`${key}_`));
  const isVariant = (value) => variants.some((other) => other.slice(key.length + 1).split("_").includes(value));
  const context = (contexts ?? []).map((name) => args[name]).filter(isVariant).join("_");
  if (context) options.context = context;
  return instance.exists(key, options) ? instance.t(key, options) : null;
}

const camel = (name) => name.replace(/[-_.]+(.)/g, (_, letter) => letter.toUpperCase());

function withArb({ locale, id, args, code }, attribute) {
  const messages = read(`app_${locale.replaceAll("-", "_")}.arb`);
  const key = camel(attribute ? `${id}.${attribute}` : id);
  const message = messages[key] ?? messages[`${key}_`];
  if (message === undefined) return null;
  const values = Object.fromEntries(Object.entries({ ...args, code }).map(([name, value]) => [camel(name), value]));
  return new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).format(values);
}

const render = { i18next: withI18next, arb: withArb }[format];
for (const line of readFileSync(0, "utf8").trim().split("\n")) {
  const request = JSON.parse(line);
  const text = await render(request);
  const description = (await render(request, "description")) ?? text;
  const action = request.action ? await render(request, "action") : null;
  process.stdout.write(JSON.stringify({ text, description, action }) + "\n");
}
