// Calls the library from Node, and compares its answers with those of `cargo prompts`.
//
//     cargo run --manifest-path examples/wasm/Cargo.toml -p bindings
//     node --test examples/wasm/test/prompts.test.mjs

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import wasm from '../pkg/prompts.js';

const EXAMPLE = dirname(dirname(fileURLToPath(import.meta.url)));
const REPOSITORY = dirname(dirname(EXAMPLE));
const { Prompts } = wasm;

test('a prompt is a plain object', () => {
    const prompt = new Prompts(['de-AT', 'en']).prompt(30206);
    assert.deepEqual(JSON.parse(JSON.stringify(prompt)), {
        text: 'Ihr Konto wird auf einem anderen Gerät verwendet',
        description: 'Benachrichtigung, dass die angemeldete Person den Raum verlassen hat, weil sie aus dem RTC-Raum entfernt wurde (Rückkehr zur Anmeldeseite erforderlich)',
        action: { id: 'return-to-login', label: 'Zurück zur Anmeldeseite' },
        locale: 'de-DE',
        dir: 'ltr',
        faults: [],
    });
});

test('languages are negotiated', () => {
    const locale = (...languages) => new Prompts(languages).prompt(1004).locale;
    assert.equal(locale('zh-HK', 'en'), 'zh-TW');
    assert.equal(locale('tlh', 'fr'), 'fr-FR');
    assert.equal(locale(), 'en-US');
    assert.equal(locale('not a tag', ''), 'en-US');
});

test('Arabic is written from right to left', () => {
    assert.equal(new Prompts(['ar']).prompt(1004).dir, 'rtl');
});

test('arguments are strings, numbers and booleans', () => {
    const prompts = new Prompts(['en']);
    assert.equal(prompts.prompt(-4, { 'im-reused': true }).text, 'Sign in to IM first');
    assert.equal(prompts.prompt(-4, { 'im-reused': 'false' }).text, 'Could not sign in to IM');
    // A number, where the message selects by text.
    assert.match(prompts.prompt(-4, { 'im-reused': 1 }).faults.join(), /im-reused/);
    assert.throws(() => prompts.prompt(-4, { 'im-reused': null }), /im-reused is a string, a number or a boolean, not JsValue\(null\)/);
    assert.throws(() => prompts.prompt(-4, 'true'), /the arguments are an object/);
});

test('a missing argument has a text, and a fault for the log', () => {
    const { text, faults } = new Prompts(['en']).prompt(-4);
    assert.equal(text, 'Could not sign in to IM');
    assert.equal(faults.length, 1);
    assert.match(faults[0], /`\$im-reused`/);
});

test('an unknown code has a text', () => {
    const { text, faults } = new Prompts(['en']).prompt(4711);
    assert.equal(text, 'An unknown error occurred (code \u20684711\u2069)');
    assert.equal(faults.length, 1);
});

test('what is not a code is an error', () => {
    const prompts = new Prompts(['en']);
    for (const code of ['30206', 1.5, NaN, Infinity, 2 ** 53, 30206n, null, undefined, {}]) {
        assert.throws(() => prompts.prompt(code), /a code is a safe integer/, String(code));
    }
});

// A locale is a folder.
const locales = readdirSync(join(REPOSITORY, 'locales'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
for (const { name: locale } of locales) {
    test(`all prompts in ${locale} are those of the command`, () => {
        const command = ['run', '--quiet', '--locked', '--package', 'prompts', '--', 'list', '--format', 'json', '--locale', locale];
        const expected = JSON.parse(execFileSync('cargo', command, { cwd: REPOSITORY, encoding: 'utf8' }));
        assert.ok(expected.length > 30);
        const prompts = new Prompts([locale]);
        for (const { code, variants, ...plain } of expected) {
            for (const { arguments: given, text, description, action } of variants.length > 0 ? variants : [plain]) {
                const answer = prompts.prompt(code, given);
                assert.deepEqual(
                    [answer.text, answer.description, answer.action, answer.locale],
                    [text, description, action, locale],
                    `${code} with ${JSON.stringify(given)}`,
                );
            }
        }
    });
}

test('the size is that of README.md', (context) => {
    const bytes = readFileSync(join(EXAMPLE, 'pkg', 'prompts_bg.wasm'));
    const sizes = [bytes.length, gzipSync(bytes, { level: 9 }).length].map((size) => Math.round(size / 1000));
    context.diagnostic(`${sizes[0]} KB, ${sizes[1]} KB with gzip`);
    const [, ...written] = readFileSync(join(EXAMPLE, 'README.md'), 'utf8').match(/is (\d+) KB, (\d+) KB with gzip/);
    // Another version of the compiler changes it a little.
    written.forEach((size, index) => assert.ok(Math.abs(size / sizes[index] - 1) < 0.1, `${size} KB is now ${sizes[index]} KB`));
});
