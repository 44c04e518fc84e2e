// A form that somebody began and means to finish later: its fields as typed.
import { prepared, transact } from "db/client";
import { evaluationDrafts } from "db/schema";
import { and, eq, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import { type AnswerRefusal, mayAnswer } from "../rules";
import { isAnswerField } from "./answer-fields";
import { readSubject } from "./subject-queries.server";
import type { EvaluationKey } from "./token";

const thatDraft = and(
  eq(evaluationDrafts.bookingId, sql.placeholder("bookingId")),
  eq(evaluationDrafts.stage, sql.placeholder("stage")),
);
const draftOf = prepared((db) =>
  db.select({ fields: evaluationDrafts.fields }).from(evaluationDrafts).where(thatDraft).prepare(),
);
const removeDraft = prepared((db) => db.delete(evaluationDrafts).where(thatDraft).prepare());

/** What was typed so far, or null; whoever holds the key may read it, so the caller checks the token first. */
export const readDraft = (ctx: Pick<Context, "db">, key: EvaluationKey): Record<string, string> | null =>
  draftOf(ctx.db).get(key)?.fields ?? null;

/** Belongs in the transaction of the response, or of whatever ends the draft. */
export const dropDraft = (ctx: Pick<Context, "db">, key: EvaluationKey): number =>
  removeDraft(ctx.db).run(key).changes;

/** More than any form has: fields, and characters in all of them. */
const mostFields = 200;
const mostCharacters = 40_000;

/**
 * Keeps what was typed in place of what was kept before; blank fields and those of no evaluation are left out. That a form
 * was begun is audited, not each time that it is saved.
 * @throws NotFound
 */
export function saveDraft(
  ctx: Context,
  key: EvaluationKey,
  fields: Record<string, string>,
): Result<null, AnswerRefusal | "too long"> {
  return transact(ctx.db, () => {
    const subject = readSubject(ctx, key.bookingId);
    const may = mayAnswer(key.stage, subject, ctx.clock.now());
    if (!may.open) return refused(may.because);
    const typed = Object.entries(fields).filter(([name, value]) => isAnswerField(name) && value !== "");
    if (typed.length > mostFields || typed.flat().join("").length > mostCharacters)
      return refused("too long");
    const began = readDraft(ctx, key) === null;
    const draft = { fields: Object.fromEntries(typed), savedAt: ctx.clock.now() };
    ctx.db
      .insert(evaluationDrafts)
      .values({ ...key, ...draft })
      .onConflictDoUpdate({ target: [evaluationDrafts.bookingId, evaluationDrafts.stage], set: draft })
      .run();
    if (began)
      recordAudit(ctx, {
        action: "evaluations.begun",
        subjectKind: "booking",
        subjectId: key.bookingId,
        aboutPersonId: subject.personId,
        detail: { stage: key.stage },
      });
    return done(null);
  });
}
