// What a list says of a comment: how it begins, and of a quoted one how the quote does, so that what was taken out is not in it.
import type { Words } from "~/domain/evaluations/evaluations.server";

const longest = 160;

export function inList({ id, kind, courseTitle, month, redacted, text }: Words) {
  return { id, kind, courseTitle, month, beginning: beginningOf(redacted ?? text) };
}

/** By signs, not halves of signs. */
function beginningOf(text: string): string {
  const signs = Array.from(text);
  return signs.length <= longest ? text : `${signs.slice(0, longest).join("").trimEnd()} …`;
}
