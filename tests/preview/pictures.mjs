// Writes docs/images/preview.png: the page of a folder with every state of a text.

import { join } from "node:path";
import { launch, preview, ROOT } from "./browser.mjs";

const address = preview("tests/preview/fixture", "pictures");
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1180, height: 860 }, locale: "en-US" });
await page.goto(`${address}#l=en,fr,ar`);
await page.screenshot({ path: join(ROOT, "docs/images/preview.png") });
await browser.close();
