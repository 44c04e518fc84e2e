// A coordinator gives a kind of letter other words. Letters composed from now on have them; those before keep theirs.
import { transact } from "db/client";
import { wordings } from "db/schema";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { isMessageKind } from "../message-kinds";
import { type CameWith, mayWord, type WordingProblem, type Words, wordingProblems } from "./wording";
import { newestWording, wordsOf } from "./wording.server";

const fieldsOf = ["subject", "heading", "body"] as const;

/**
 * Saves the words as the newest of their kind. Those in use already change nothing.
 * @param wording.basedOn the id of the wording that the writer saw, null where there was none: somebody else's later one
 *   is not overwritten unseen
 * @throws Forbidden, NotFound for a kind that this version has no letter for
 */
export function saveWording(
  ctx: Context,
  wording: { kind: string; words: Words; basedOn: number | null; cameWith: CameWith },
): Result<null, "changed meanwhile" | WordingProblem[]> {
  return transact(ctx.db, () => {
    const { kind, basedOn, cameWith } = wording;
    const personId = actorPersonId(ctx.actor);
    if (!mayWord(ctx.actor) || personId === null) throw new Forbidden("wording");
    if (!isMessageKind(kind)) throw new NotFound("kind of letter");
    const words = tidy(wording.words);
    const newest = newestWording(ctx, kind);
    const before = wordsOf(newest) ?? cameWith.words;
    const fields = fieldsOf.filter((field) => words[field] !== before[field]);
    if (fields.length === 0) return done(null);
    const problems = wordingProblems(words, cameWith.shape);
    if (problems.length > 0) return refused(problems);
    if ((newest?.id ?? null) !== basedOn) return refused("changed meanwhile");
    ctx.db
      .insert(wordings)
      .values({ kind, ...words, savedAt: ctx.clock.now(), savedBy: personId })
      .run();
    recordAudit(ctx, {
      action: "notifications.wording saved",
      subjectKind: "wording",
      subjectId: kind,
      detail: { kind, fields },
    });
    return done(null);
  });
}

/** As a browser sends it, without its line ends and what stands before and after. */
const tidy = ({ subject, heading, body }: Words): Words => ({
  subject: subject.trim(),
  heading: heading.trim(),
  body: body.replace(/\r\n?/g, "\n").trim(),
});
