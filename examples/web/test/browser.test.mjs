// The app in Debian's Chromium.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const types = { ".html": "text/html", ".js": "text/javascript" };
const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  const path = join(import.meta.dirname, "../public", pathname === "/" ? "index.html" : pathname);
  try {
    response.setHeader("content-type", types[extname(path)] ?? "text/plain");
    response.end(await readFile(path));
  } catch {
    response.writeHead(404).end();
  }
});

let browser;
let address;

before(async () => {
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  address = `http://127.0.0.1:${server.address().port}`;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
});

after(async () => {
  await browser?.close();
  server.close();
});

async function open(query, locale) {
  const page = await browser.newPage({ locale });
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => assert.fail(error));
  await page.goto(`${address}/?${query}`);
  await page.locator("#prompt p").waitFor();
  return { page, requests };
}

test("the prompt is in the language of the browser, with its action", async () => {
  const { page, requests } = await open("code=30206", "zh-HK");
  assert.equal(await page.locator("#prompt p").textContent(), "您的帳號已在其他裝置上登入");
  assert.equal(await page.locator("#prompt").getAttribute("lang"), "zh-TW");
  // Only the texts of one locale are loaded.
  assert.equal(requests.filter((url) => /\/build\/(?!main)/.test(url)).length, 1, requests.join(" "));
  await page.getByRole("button", { name: "返回登入頁面" }).click();
  assert.match(page.url(), /#login$/);
});

test("a text from right to left has its direction", async () => {
  const { page } = await open("code=1004&lang=ar-EG", "en-US");
  assert.equal(await page.locator("#prompt").getAttribute("dir"), "rtl");
  await page.locator("#code").selectOption("1012");
  assert.match(await page.locator("#prompt p").textContent(), /[\u0600-\u06ff]/);
  if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
});

test("a language that is not there is answered in the fallback locale", async () => {
  const { page } = await open("code=1004", "is-IS");
  assert.equal(await page.locator("#prompt p").textContent(), "The room does not exist");
  assert.equal(await page.locator("#prompt").getAttribute("lang"), "en-US");
});
