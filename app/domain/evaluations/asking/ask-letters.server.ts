// The letters that ask for an evaluation weeks later: what they say, and under which key.
import { prepared } from "db/client";
import { outbox } from "db/schema";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { postMessage } from "~/domain/notifications/notifications.server";
import { meetingsOf } from "~/domain/sessions/sessions.server";
import type { Candidate } from "./ask-queries.server";
import { answerByOf, type LetterStage } from "./evaluation-letters";

/** Of some line managers we know nothing but the address. */
export type Addressee = { id: string | null; name: string; email: string };

/** A letter to a manager tells of the learner: its key says of whom, for their export and their erasure. */
const keyOf = (stage: LetterStage, { bookingId, personId }: Candidate, number: number) =>
  stage === "M"
    ? `manager-evaluation/${personId}/${bookingId}/${number}`
    : `evaluation-due/${bookingId}/${stage}/${number}`;

const failedLetter = prepared((db) =>
  db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.key, sql.placeholder("key")), eq(outbox.state, "failed")))
    .prepare(),
);

/** Whether a letter before could not be delivered: another would not be either. False where there was none. */
export const cameBack = (ctx: Context, stage: LetterStage, found: Candidate, number: number): boolean =>
  failedLetter(ctx.db).get({ key: keyOf(stage, found, number) }) !== undefined;

/** Posts one letter. @throws Error outside a transaction */
export function postLetter(
  ctx: Context,
  stage: LetterStage,
  { found, number, to }: { found: Candidate; number: number; to: Addressee },
): void {
  const { bookingId, sessionId, courseTitle, commitments } = found;
  const planned = meetingsOf(ctx, sessionId);
  const meetings = planned.map((meeting) => ({ ...meeting, of: planned.length }));
  const answerBy = answerByOf(stage, found);
  const facts = { personName: to.name, bookingId, courseTitle, meetings, number, answerBy, commitments };
  const message = { key: keyOf(stage, found, number), to: { personId: to.id, email: to.email } };
  if (stage === "M") {
    const learner = { learnerName: found.personName };
    postMessage(ctx, { ...message, kind: "manager evaluation", facts: { ...facts, ...learner } });
  } else postMessage(ctx, { ...message, kind: "evaluation due", facts: { ...facts, stage } });
}
