// Reads what a coordinator decided about words, does it, and says each refusal in words.
import { z } from "zod";
import type { Context } from "~/domain/context";
import { longestQuote, wordsStates } from "~/domain/evaluations/evaluations";
import { putCommentBack, type ReadRefusal, readComment } from "~/domain/evaluations/evaluations.server";
import type { FormState } from "~/shared/form-state";
import { formWith, readForm } from "~/web/forms.server";

const decision = z.object({
  outcome: z.enum(["quoted", "kept back", "read", "put back"], { error: "Select what you do with it" }),
  seen: z.enum(wordsStates),
  redacted: z.string().default(""),
});

type Acted = { ok: true; done: string; last: boolean } | { ok: false; form: FormState };

export function act(ctx: Context, id: string, posted: FormData): Acted {
  const read = readForm(posted, decision);
  if (!read.ok) return read;
  const { outcome, seen } = read.value;
  if (outcome === "put back") {
    const { readable } = putCommentBack(ctx, id);
    return { ok: true, done: readable ? outcome : "ended", last: readable };
  }
  // A browser sends line breaks as two signs.
  const redacted = read.value.redacted.replaceAll("\r\n", "\n");
  const answer = outcome === "quoted" ? { outcome, redacted } : { outcome };
  const answered = readComment(ctx, { id, seen, ...answer });
  if (!answered.ok) return { ok: false, form: formWith(posted, refusals[answered.reason]) };
  return { ok: true, done: outcome, last: true };
}

const refusals: Record<ReadRefusal, Record<string, string>> = {
  "changed meanwhile": {
    "": "Somebody has dealt with it meanwhile. Open the page again to see how it stands.",
  },
  "not agreed": { "": "The writer did not agree to be quoted." },
  "too few": { "": "Fewer than five people answered. Others could tell who wrote it." },
  "a manager's words": { "": "What a line manager writes is not quoted." },
  "nothing left": { redacted: "Enter what is to be quoted, or keep it back" },
  "too long": { redacted: `Enter ${longestQuote.toLocaleString("en-GB")} characters or fewer` },
  "points at somebody": {
    redacted: "Take out the email address or the long number",
  },
  "words put in": {
    redacted: "Only take words out. Put anything of your own in square brackets, such as [a colleague]",
  },
};
