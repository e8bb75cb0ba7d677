// What the tests and the pictures have in common: pages, written by the command, in Debian's Chromium.

import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const ROOT = join(import.meta.dirname, "../..");
export const SCRATCH = join(ROOT, "target/preview");

/** Runs the command. */
export function prompts(...args) {
  return execFileSync("cargo", ["run", "--quiet", "--locked", "--package", "prompts", "--", ...args], { cwd: ROOT, encoding: "utf8" });
}

/** Writes the page of a folder, and returns the address of the file. */
export function preview(dir, name, ...options) {
  mkdirSync(SCRATCH, { recursive: true });
  const output = join(SCRATCH, name);
  prompts("preview", "--dir", dir, "--output", output, ...options);
  return pathToFileURL(join(output, "index.html")).href;
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
}
