// The page in Debian's Chromium.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { join } from "node:path";
import { launch, preview, SCRATCH } from "./browser.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser;
let fixture;
let locales;

before(async () => {
  fixture = preview("tests/preview/fixture", "fixture");
  locales = preview("locales", "locales");
  browser = await launch();
});

after(() => browser?.close());

/** Opens a page. Nothing may be loaded beside it, and nothing may go wrong in it. */
async function open(address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-US", ...options });
  const page = await context.newPage();
  page.problems = [];
  page.on("request", (request) => request.url().split("#")[0] === address.split("#")[0] || page.problems.push(request.url()));
  page.on("pageerror", (error) => page.problems.push(error));
  page.on("console", (message) => message.type() === "error" && page.problems.push(message.text()));
  await page.goto(address);
  return page;
}

async function close(page) {
  assert.deepEqual(page.problems, []);
  await page.context().close();
}

const cell = (page, id) => page.locator(`[id="${id}"]`);
const ids = (page, selector) => page.locator(selector).evaluateAll((found) => found.filter((it) => it.checkVisibility()).map((it) => it.id));
const rows = (page) => ids(page, "article:not(.off)");
const cells = (page) => ids(page, "article:not(.off) section");

test("what a Korean user reads for 1012 is found by its number", async () => {
  const page = await open(locales);
  await page.getByRole("searchbox", { name: "Search" }).fill("1012");
  assert.deepEqual(await rows(page), ["1012"]);
  assert.equal(await page.getByRole("status").textContent(), "1 of 33 messages, 14 texts");
  const korean = cell(page, "1012:ko-KR");
  assert.ok((await korean.locator("p").first().textContent()).length > 3);
  assert.equal(await korean.locator("p").first().getAttribute("lang"), "ko-KR");
  // The browser knows the names of languages.
  const name = await korean.locator("h3 a").evaluate((link) => getComputedStyle(link, "::after").content);
  assert.match(name, /Korean/);
  await close(page);
});

test("every text that is stale is found by its state", async () => {
  const page = await open(fixture);
  await page.getByLabel("Show").selectOption("stale");
  assert.deepEqual(await cells(page), ["101:en", "101:fr"]);
  assert.match(await cell(page, "101:fr").textContent(), /WasThe room is full.*IsNo seats are left in the room/);
  await page.getByLabel("Show").selectOption("reviewed");
  assert.deepEqual(await rows(page), ["-4", "101", "102", "103", "unknown-code"]);
  await page.getByLabel("Show").selectOption("findings");
  assert.ok((await cells(page)).includes("101:de"));
  await close(page);
});

test("all drafts of one language stand beside the source", async () => {
  const page = await open(fixture);
  await page.getByRole("row", { name: /Arabic/ }).getByRole("link").nth(1).click();
  const shown = await cells(page);
  assert.ok(shown.length > 10 && shown.every((id) => /:(en|ar)$/.test(id)), shown.join(" "));
  assert.match(page.url(), /#l=en,ar&s=draft$/);
  // The address leads to the same texts.
  const other = await open(page.url());
  assert.deepEqual(await cells(other), shown);
  await close(other);
  await page.goBack();
  assert.equal((await rows(page)).length, 8);
  // All languages at once, and the same in the other language of the page.
  await page.getByRole("row", { name: /All languages/ }).getByRole("link", { name: "1", exact: true }).click();
  assert.deepEqual(await cells(page), ["101:en", "101:fr"]);
  await page.getByRole("link", { name: "中文" }).click();
  await page.waitForURL(/zh-CN\.html#s=stale$/);
  assert.deepEqual(await cells(page), ["101:en", "101:fr"]);
  page.problems = page.problems.filter((url) => !/index\.zh-CN\.html$/.test(url));
  await close(page);
});

test("words are searched in ids, texts and notes, in the chosen languages", async () => {
  const page = await open(fixture);
  const search = page.getByRole("searchbox");
  for (const [query, expected] of [
    ["ROOM-full", ["101"]],
    ["anmeldung fehlgeschlagen", ["-4"]],
    ["wrong password", ["-4"]],
    ["الغرفة", ["101"]],
    ["-4", ["-4"]],
    // What users paste has other marks, and words around the code.
    ["“No seats are left, in the room!”", ["101"]],
    ["Error code: 102", ["102", "unknown-code"]],
    ["Anna has joined", ["102"]],
    ["3 seats are left.", ["103"]],
    // What the page says about texts is none.
    ["draft", []],
    // All words are in one text.
    ["anmeldung password", []],
    ["nowhere at all", []],
  ]) {
    await search.fill(query);
    assert.deepEqual(await rows(page), expected, query);
  }
  assert.ok(await page.getByText("No text matches.").isVisible());
  await search.fill("anmeldung");
  const marked = () => page.evaluate(() => [...CSS.highlights.get("found")].map((it) => it.startContainer.data.slice(it.startOffset, it.endOffset)));
  assert.deepEqual(await marked(), ["Anmeldung"]);
  await page.getByText("Languages 5").click();
  await page.getByRole("checkbox", { name: /German/ }).uncheck();
  assert.deepEqual(await rows(page), []);
  await page.getByRole("button", { name: "None" }).click();
  await page.getByRole("checkbox", { name: /German/ }).check();
  assert.deepEqual(await cells(page), ["-4:de"]);
  await page.keyboard.press("Escape");
  assert.ok(!(await page.getByRole("button", { name: "None" }).isVisible()));
  await close(page);
});

test("ids may be those of anything in a page", async () => {
  const folder = join(SCRATCH, "ids-folder");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "en"), { recursive: true });
  mkdirSync(join(folder, "fr"));
  writeFileSync(join(folder, "fr/a.ftl"), "");
  const names = ["nothing", "all", "none", "q", "s", "overview", "controls", "texts", "save", "body", "constructor"];
  writeFileSync(join(folder, "en/a.ftl"), names.map((name) => `${name} = Text of ${name}\n`).join("") + "save-button = Press save now\n");
  const page = await open(preview(folder, "ids", "--source", "en"));
  assert.equal((await rows(page)).length, names.length + 1);
  await page.getByRole("searchbox").fill("save");
  assert.deepEqual(await rows(page), ["save", "save-button"]);
  await page.getByRole("searchbox").fill("nowhere");
  assert.ok(await page.getByText("No text matches.").isVisible());
  await page.evaluate(() => (location.hash = "#constructor:fr"));
  await page.waitForFunction(() => document.getElementById("constructor:fr").checkVisibility());
  await close(page);
});

test("an address that is damaged or of an older page shows what it can", async () => {
  for (const [fragment, count] of [["q=50%", 0], ["s=source&l=en", 8], ["l=", 0], ["%E0%A4%A", 8], ["no-such-code", 8], ["l=xx", 0]]) {
    const page = await open(`${fixture}#${fragment}`);
    assert.equal((await rows(page)).length, count, fragment);
    assert.notEqual(await page.getByRole("status").textContent(), "", fragment);
    await close(page);
  }
  // The skip link and a reload keep the choice.
  const page = await open(`${fixture}#l=en,fr&s=stale`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "_texts" && location.hash.includes("stale"));
  await page.reload();
  assert.deepEqual(await cells(page), ["101:en", "101:fr"]);
  await close(page);
});

test("each code and each text has an address", async () => {
  const page = await open(`${fixture}#103`);
  const top = (id) => cell(page, id).evaluate((element) => element.getBoundingClientRect().top);
  assert.ok((await top("103")) < 200, String(await top("103")));
  await cell(page, "103:ar").getByRole("link").click();
  assert.match(page.url(), /#103:ar$/);
  // A link to a text that is shown keeps the choice.
  await page.getByRole("searchbox").fill("password");
  await cell(page, "-4:de").getByRole("link").click();
  assert.match(page.url(), /#q=password&at=-4%3Ade$/);
  assert.deepEqual(await rows(page), ["-4"]);
  // The code stays in sight beside its last text.
  await page.setViewportSize({ width: 390, height: 500 });
  await cell(page, "-4:ja").evaluate((it) => it.scrollIntoView({ block: "end" }));
  assert.ok(await cell(page, "-4").locator("h2").evaluate((it) => it.getBoundingClientRect().top >= 0));
  await page.setViewportSize({ width: 1280, height: 900 });
  // A text that the choice hides is shown when somebody follows a link to it.
  await page.getByRole("searchbox").fill("password");
  await page.evaluate(() => (location.hash = "#101:fr"));
  await page.waitForFunction(() => document.getElementById("101:fr").checkVisibility());
  assert.equal(await page.getByRole("searchbox").inputValue(), "");
  await close(page);
});

test("a text from right to left is at its side, and its number is not", async () => {
  const page = await open(fixture);
  const text = cell(page, "101:ar").locator("p").first();
  assert.equal(await text.evaluate((it) => getComputedStyle(it).direction), "rtl");
  const [outer, inner] = await text.evaluate((it) => {
    const range = document.createRange();
    range.selectNodeContents(it);
    return [it.getBoundingClientRect().right, range.getBoundingClientRect().right];
  });
  assert.ok(outer - inner < 2, `${outer} ${inner}`);
  assert.equal(await cell(page, "101:ar").evaluate((it) => getComputedStyle(it).direction), "ltr");
  await close(page);
});

test("without JavaScript everything can be read, and no control promises more", async () => {
  const page = await open(fixture, { javaScriptEnabled: false });
  assert.ok(await cell(page, "101:fr").getByText("La salle est pleine").isVisible());
  assert.ok(await cell(page, "666:ar").isVisible());
  for (const control of ["searchbox", "combobox", "checkbox", "button"]) {
    assert.equal(await page.getByRole(control).count(), 0, control);
  }
  await page.getByRole("link", { name: "中文" }).click();
  assert.match(page.url(), /index\.zh-CN\.html$/);
  page.problems = page.problems.filter((url) => !/index\.zh-CN\.html$/.test(url));
  assert.ok(await page.getByText("源语言是 en").isVisible());
  await close(page);
});

test("the keyboard is enough", async () => {
  const page = await open(fixture);
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "Skip to the texts");
  await page.keyboard.press("Enter");
  assert.equal(await focused(), "_texts");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "-4");
  await page.reload();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "中文");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "_q");
  await page.keyboard.type("101");
  await page.keyboard.press("Enter");
  assert.deepEqual(await rows(page), ["101"]);
  await page.keyboard.press("Tab");
  await page.keyboard.type("St");
  assert.equal(await page.getByLabel("Show").inputValue(), "stale");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  for (const name of ["_all", "_none"]) {
    await page.keyboard.press("Tab");
    assert.equal(await focused(), name);
  }
  await page.keyboard.press("Enter");
  assert.deepEqual(await rows(page), []);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  assert.ok(await page.getByRole("checkbox", { name: /English/ }).isChecked());
  await page.keyboard.press("Escape");
  assert.match(await focused(), /Languages/);
  // A row that is not shown has nothing to focus.
  await page.getByRole("searchbox").fill("");
  await page.getByLabel("Show").selectOption("");
  await page.getByRole("searchbox").fill("room-full");
  await page.getByRole("searchbox").focus();
  for (let count = 0; count < 12; count += 1) {
    await page.keyboard.press("Tab");
    const row = await page.evaluate(() => document.activeElement.closest("article")?.id ?? "101");
    assert.equal(row, "101");
  }
  await close(page);
});

test("in a narrow window nothing is cut off", async () => {
  for (const width of [320, 390, 768]) {
    const page = await open(fixture, { viewport: { width, height: 800 } });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${width}: ${overflow}`);
    await page.getByText("Languages 5").click();
    assert.ok(await page.getByRole("checkbox", { name: /Japanese/ }).isVisible());
    await close(page);
  }
});

test("print has the texts alone", async () => {
  const page = await open(`${fixture}#l=en,fr&s=stale`);
  await page.emulateMedia({ media: "print" });
  for (const [selector, isShown] of [["#_q", false], ["#_pick", false], ["#_shown", true], ["#_overview", false], [".top nav", false], ["h1", true]]) {
    assert.equal(await page.locator(selector).isVisible(), isShown, selector);
  }
  assert.deepEqual(await cells(page), ["101:en", "101:fr"]);
  const printed = await page.pdf({ format: "A4" });
  assert.equal(printed.toString("latin1").match(/\/Type \/Page\b/g).length, 1);
  await close(page);
});

test("hostile texts neither run nor break the page", async () => {
  const page = await open(fixture);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.hacked), undefined);
  assert.equal(await page.locator("main script, main img, main style").count(), 0);
  assert.equal(await page.locator("main > article").count(), 8);
  // No text is drawn over its neighbours.
  for (const id of ["1010:en", "1011:en", "1011:ar", "666:ar"]) {
    const box = await cell(page, id).evaluate((it) => [it.scrollWidth - it.clientWidth, getComputedStyle(it).overflow]);
    assert.equal(box[0], 0, id);
    assert.equal(box[1], "clip", id);
  }
  assert.ok((await cell(page, "1011:en").boundingBox()).height < 900);
  // An override ends with its text.
  const next = await cell(page, "666:en").locator(".k").first();
  assert.equal(await next.textContent(), "For developers");
  assert.equal(await next.evaluate((it) => getComputedStyle(it).direction), "ltr");
  // The policy stands in the page: nothing else runs, also not what is added later.
  page.problems = [];
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.documentElement.dataset.hacked = 'yes'";
    document.body.append(script);
    document.body.append(Object.assign(document.createElement("img"), { src: "http://127.0.0.1:9/x.png" }));
  });
  assert.equal(await page.evaluate(() => document.documentElement.dataset.hacked), undefined);
  assert.ok(page.problems.some((problem) => /Content Security Policy/.test(problem)), page.problems.join("\n"));
  await page.context().close();
});

test("axe finds nothing, in both schemes, wide and narrow", async () => {
  const pages = [fixture, locales, locales.replace("index.html", "index.zh-CN.html")];
  for (const address of pages) {
    for (const options of [{ colorScheme: "light" }, { colorScheme: "dark", viewport: { width: 390, height: 800 } }]) {
      const page = await open(address, { ...options, bypassCSP: true });
      // Rows out of sight are not rendered, so that their colours could not be measured.
      await page.addStyleTag({ content: "article { content-visibility: visible !important; }" });
      await page.getByText(/^(Languages|语言) \d+$/).click();
      await page.evaluate(AXE);
      const { violations, passes } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
      const found = violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 200)}`));
      assert.deepEqual(found, [], `${address} ${options.colorScheme}`);
      assert.ok(passes.length > 20);
      await page.context().close();
    }
  }
});
