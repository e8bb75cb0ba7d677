// What the compiler accepts of the generated functions of locales/, and what it refuses.

import { actions, all, codes, ids, imLoginFailed, type Action, type Code, type MessageId } from "./codes.js";
import { localizer, type Prompt } from "./prompts.js";

export async function shown(): Promise<readonly Prompt[]> {
  const user = await localizer(["ja"]);
  const code: Code = codes.ROOM_NOT_FOUND;
  const id: MessageId = ids["1004"];
  const action: Action = actions.RETURN_TO_LOGIN;
  // @ts-expect-error: no such code
  codes.NO_SUCH_CODE;
  // @ts-expect-error: not a code
  const other: Code = 12345;
  // @ts-expect-error: a missing argument
  imLoginFailed(user, {});
  // @ts-expect-error: a text for a boolean
  imLoginFailed(user, { imReused: "true" });
  // @ts-expect-error: another name
  imLoginFailed(user, { imReused: true, name: "" });
  // @ts-expect-error: an action may be missing
  user.prompt(code).action.id;
  return [imLoginFailed(user, { imReused: true }), user.prompt(code), ...all.map((it) => user.prompt(it)), user.prompt(other)].filter(
    (prompt) => prompt.id !== id && prompt.action?.id !== action,
  );
}
