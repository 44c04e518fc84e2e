// A word for an exception: Full, Cancelled, Expires soon. Never colour alone: the word carries the meaning.
import type { ReactNode } from "react";

export type TagColour =
  | "blue"
  | "grey"
  | "green"
  | "teal"
  | "purple"
  | "magenta"
  | "red"
  | "orange"
  | "yellow";

export function Tag({ children, colour = "blue" }: { children: ReactNode; colour?: TagColour }) {
  return <strong className={`govuk-tag govuk-tag--${colour}`}>{children}</strong>;
}
