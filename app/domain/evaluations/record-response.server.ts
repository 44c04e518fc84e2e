// What somebody answered about one booking at one stage: kept once, by the booking's respondent, shown only in aggregate.

import { prepared, transact } from "db/client";
import { answers, comments, evaluationReceipts, respondents, responses } from "db/schema";
import { eq, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import type { Given, InstrumentIds, Item } from "./evaluations";
import { keepCommitments } from "./keep-commitments.server";
import { keepFollowUps } from "./keep-follow-ups.server";
import { readInstrument, rightsOf } from "./read-instrument.server";
import { respondentOf } from "./respondents.server";
import { type AnswerRefusal, mayAnswer } from "./rules";
import { dropDraft } from "./save-draft.server";
import { scoresOf } from "./scores";
import { readSubject } from "./subject-queries.server";
import type { EvaluationKey } from "./token";

const insertAnswer = prepared((db) =>
  db
    .insert(answers)
    .values({
      respondentId: sql.placeholder("respondentId"),
      stage: sql.placeholder("stage"),
      itemId: sql.placeholder("itemId"),
      value: sql.placeholder("value"),
    })
    .prepare(),
);

/**
 * Keeps a response; whoever holds the key may give it, so the caller checks the token or the person first. It counts to
 * the versions of the questions that were shown, and to the newest where they are not said. Answers to anything else are
 * left out. The audit entry tells that there is a response, never what it says.
 * @throws NotFound; Error for an answer off its scale, which the form should have refused
 */
export function recordResponse(
  ctx: Context,
  key: EvaluationKey,
  given: Given,
  shown: InstrumentIds | null = null,
): Result<null, AnswerRefusal> {
  return transact(ctx.db, () => {
    const subject = readSubject(ctx, key.bookingId);
    const now = ctx.clock.now();
    const may = mayAnswer(key.stage, subject, now);
    if (!may.open) return refused(may.because);

    const instrument = readInstrument(ctx, key.stage, subject.courseId, shown);
    const { id: instrumentId, courseInstrumentId, items } = instrument;
    const { stage } = key;
    const respondentId = respondentOf(ctx, key.bookingId, { make: true });
    const asked = items.flatMap((item) => {
      const answer = given.answers.find(({ itemId }) => itemId === item.id);
      if (answer && !isOnScale(item, answer.value)) throw new Error("An answer is off its scale.");
      return answer ? [{ ...answer, respondentId, stage }] : [];
    });
    ctx.db
      .insert(responses)
      .values({
        ...{ respondentId, stage, instrumentId, courseInstrumentId },
        submittedAt: now,
        keptApart: may.keptApart,
        ...scoresOf(items, asked, rightsOf(ctx, instrument)),
      })
      .run();
    for (const answer of asked) insertAnswer(ctx.db).run(answer);
    keepWords(ctx, { respondentId, stage }, given, items);
    ctx.db
      .insert(evaluationReceipts)
      .values({ ...key, answeredAt: now })
      .run();
    dropDraft(ctx, key);
    recordAudit(ctx, {
      action: "evaluations.answered",
      subjectKind: "booking",
      subjectId: key.bookingId,
      aboutPersonId: subject.personId,
      detail: { stage },
    });
    return done(null);
  });
}

function isOnScale(item: Item, value: number): boolean {
  if (item.kind === "text") return false;
  if ("options" in item) return item.options.some(({ position }) => position === value);
  return Number.isInteger(value) && value >= item.lowest && value <= item.highest;
}

/** What was written, promised and agreed to beside the answers. */
function keepWords(
  ctx: Context,
  { respondentId, stage }: { respondentId: string; stage: EvaluationKey["stage"] },
  given: Given,
  items: Item[],
): void {
  for (const item of items) {
    const comment = item.kind === "text" && given.comments.find(({ itemId }) => itemId === item.id);
    if (!comment || comment.text.trim() === "") continue;
    const { itemId, text, quotable } = comment;
    // By chance, as a time-ordered id would tell when it was written, and so by whom.
    ctx.db
      .insert(comments)
      .values({ id: ctx.ids.secret(), respondentId, stage, itemId, text, quotable })
      .run();
  }
  if (stage === "T2") keepCommitments(ctx, respondentId, given.commitments);
  if (stage === "T3" || stage === "T4" || stage === "M")
    keepFollowUps(ctx, { respondentId, stage }, given.followUps);
  const { managerMayBeAsked } = given;
  if ((stage === "T2" || stage === "T3") && managerMayBeAsked !== null)
    ctx.db.update(respondents).set({ managerMayBeAsked }).where(eq(respondents.id, respondentId)).run();
}
