// Starts `prompts lsp` for Fluent files and codes.toml, and starts it again when its settings change.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/node";

const SELECTOR = [
  { scheme: "file", language: "fluent" },
  { scheme: "file", pattern: "**/codes.toml" },
];

let client: LanguageClient | undefined;
/** The last start or stop. The next one waits for it. */
let pending: Promise<void> = Promise.resolve();

export function activate(context: vscode.ExtensionContext): Promise<void> {
  // On Windows, a program in the working directory comes before those in the PATH. This folder has none.
  const folder = context.extensionPath;
  const restart = () => inTurn(() => stop().then(() => start(folder)));
  context.subscriptions.push(
    vscode.commands.registerCommand("prompts.restart", restart),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("prompts")) {
        void restart();
      }
    }),
  );
  return restart();
}

export function deactivate(): Promise<void> {
  return inTurn(stop);
}

function inTurn(step: () => Promise<void>): Promise<void> {
  pending = pending.then(step, step);
  return pending;
}

async function start(cwd: string): Promise<void> {
  const settings = vscode.workspace.getConfiguration("prompts");
  const command = settings.get("path", "prompts").trim() || "prompts";
  const problem = await problemOf(command, cwd);
  if (problem) {
    // The message stays until it is closed: nothing waits for it.
    void tell(problem);
    return;
  }
  const started = new LanguageClient(
    "prompts",
    "Prompts",
    { command, args: ["lsp"], options: { cwd } },
    {
      documentSelector: SELECTOR,
      initializationOptions: {
        dir: settings.get("dir", ""),
        source: settings.get("source", ""),
        inlayHints: settings.get("inlayHints", true),
      },
    },
  );
  client = started;
  await started.start();
}

async function stop(): Promise<void> {
  const stopped = client;
  client = undefined;
  // Rejected if the server has ended by itself.
  await stopped?.dispose().catch(() => undefined);
}

/** Returns why a command can't be started as a server. */
async function problemOf(command: string, cwd: string): Promise<string | undefined> {
  try {
    await promisify(execFile)(command, ["lsp", "--help"], { cwd, timeout: 10_000 });
    return undefined;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") {
      return `The command "${command}" is not found. Install it from the repository of code-prompts, with "cargo install --locked --git ADDRESS prompts", or write its path into the setting prompts.path.`;
    }
    return `The command "${command}" has no language server. Is it an old version, or another program? The setting prompts.path names it. ${message}`;
  }
}

async function tell(problem: string): Promise<void> {
  const open = "Open the Setting";
  if ((await vscode.window.showErrorMessage(problem, open)) === open) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "prompts.path");
  }
}
