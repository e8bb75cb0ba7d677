// Shows the prompt for a code in the user's language.

import { actions, all, type Action } from "./texts/codes.js";
import { localizer, type Prompt } from "./texts/prompts.js";

const parameters = new URLSearchParams(location.search);
const requested = parameters.getAll("lang");
const user = await localizer(requested.length > 0 ? requested : navigator.languages);

const choice = document.querySelector<HTMLSelectElement>("#code")!;
choice.append(...all.map((code) => new Option(String(code))));
choice.value = parameters.get("code") ?? String(all[0]);
choice.addEventListener("change", () => show(user.prompt(Number(choice.value))));
show(user.prompt(Number(choice.value)));

function show({ text, action, locale, dir, description, code }: Prompt): void {
  console.info(`${code}: ${description}`);
  const alert = document.querySelector<HTMLElement>("#prompt")!;
  // A screen reader needs the language, and a text from right to left its direction.
  Object.assign(alert, { lang: locale, dir });
  const paragraph = document.createElement("p");
  paragraph.textContent = text;
  alert.replaceChildren(paragraph);
  if (action?.label) {
    const button = document.createElement("button");
    button.textContent = action.label;
    button.addEventListener("click", () => run(action.id));
    alert.append(button);
  }
}

/** Does what an action names. The compiler knows the actions. */
function run(action: Action): void {
  switch (action) {
    case actions.RETURN_TO_LOGIN:
      location.hash = "login";
  }
}
