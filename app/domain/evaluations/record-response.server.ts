// What a learner answered about one booking at one stage: kept once, linked by the booking, shown only in aggregate.

import { prepared, transact } from "db/client";
import { answers, responses } from "db/schema";
import { sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import type { Answers } from "./evaluations";
import { readInstrument, readSubject } from "./queries.server";
import { type AnswerRefusal, mayAnswer } from "./rules";
import type { EvaluationKey } from "./token";

const insertResponse = prepared((db) =>
  db
    .insert(responses)
    .values({
      bookingId: sql.placeholder("bookingId"),
      stage: sql.placeholder("stage"),
      instrumentId: sql.placeholder("instrumentId"),
      submittedAt: sql.placeholder("submittedAt"),
    })
    .prepare(),
);
const insertAnswer = prepared((db) =>
  db
    .insert(answers)
    .values({
      bookingId: sql.placeholder("bookingId"),
      stage: sql.placeholder("stage"),
      itemId: sql.placeholder("itemId"),
      value: sql.placeholder("value"),
    })
    .prepare(),
);

/**
 * Keeps a response; whoever holds the key may give it, so the caller checks the token or the person first.
 * Answers to items that are not in the question set are left out. The audit entry tells that there is a response,
 * never what it says.
 * @throws NotFound
 */
export function recordResponse(
  ctx: Context,
  key: EvaluationKey,
  given: Answers,
): Result<null, AnswerRefusal> {
  return transact(ctx.db, () => {
    const subject = readSubject(ctx, key.bookingId, key.stage);
    const now = ctx.clock.now();
    const refusal = mayAnswer(key.stage, subject, now);
    if (refusal) return refused(refusal);

    const instrument = readInstrument(ctx, key.stage);
    insertResponse(ctx.db).run({ ...key, instrumentId: instrument.id, submittedAt: now });
    for (const item of instrument.items) {
      const answer = given.find((candidate) => candidate.itemId === item.id);
      if (!answer) continue;
      if (answer.value < item.lowest || answer.value > item.highest)
        throw new Error("An answer is off its scale.");
      insertAnswer(ctx.db).run({ ...key, itemId: item.id, value: answer.value });
    }
    recordAudit(ctx, {
      action: "evaluations.answered",
      subjectKind: "booking",
      subjectId: key.bookingId,
      aboutPersonId: subject.personId,
      detail: { stage: key.stage },
    });
    return done(null);
  });
}
