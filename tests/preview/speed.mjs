// Measures the page of 50 locales with 1,000 messages each in the browser: how long it takes to open, and from a choice to the
// next picture. Prints the median of five rounds in milliseconds.

import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { launch, preview, ROOT, SCRATCH } from "./browser.mjs";

const ROUNDS = 5;
const STEPS = {
  "search for a word": () => type("window door"),
  "search for an id": () => type("message-500"),
  "no search": () => type(""),
  "drafts": () => choose("draft"),
  "all states": () => choose(""),
  "no languages": () => document.getElementById("_none").click(),
  "one language": () => document.getElementById("_l3").click(),
  "all languages": () => document.getElementById("_all").click(),
};

const tree = join(SCRATCH, "speed-tree");
rmSync(tree, { recursive: true, force: true });
const make = `import sys; sys.path.insert(0, "benches/check"); sys.dont_write_bytecode = True
from pathlib import Path; import trees; trees.make_clean(Path(sys.argv[1]))`;
execFileSync("python3", ["-c", make, tree], { cwd: ROOT });
const address = preview(tree, "speed", "--source", "en");

const browser = await launch();
const times = { open: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const begin = performance.now();
  await page.goto(address);
  times.open.push(performance.now() - begin);
  // Nobody types at once.
  await page.waitForTimeout(1500);
  await page.evaluate(() => {
    const change = (id, value, event) => {
      const control = document.getElementById(id);
      control.value = value;
      control.dispatchEvent(new Event(event, { bubbles: true }));
    };
    window.type = (text) => change("_q", text, "input");
    window.choose = (state) => change("_s", state, "change");
  });
  for (const [name, step] of Object.entries(STEPS)) {
    const milliseconds = await page.evaluate(`(async () => {
      const begin = performance.now();
      (${step})();
      await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
      return performance.now() - begin;
    })()`);
    (times[name] ??= []).push(milliseconds);
  }
  await page.close();
}
await browser.close();
for (const [name, all] of Object.entries(times)) {
  const median = all.toSorted((one, other) => one - other)[ROUNDS >> 1];
  console.log(`${name.padEnd(20)} ${median.toFixed(0).padStart(6)} ms`);
}
