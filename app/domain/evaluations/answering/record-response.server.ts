// What somebody answered about one booking at one stage: kept once, by the booking's respondent, shown only in aggregate.

import { transact } from "db/client";
import { evaluationReceipts, responses } from "db/schema";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { takeBackQuestions } from "~/domain/notifications/notifications.server";
import { done, type Result, refused } from "~/shared/result";
import type { Given, InstrumentIds } from "../evaluations";
import { readInstrument, rightsOf } from "../question-sets/read-instrument.server";
import { respondentOf } from "../records/respondents.server";
import { type AnswerRefusal, mayAnswer } from "../rules";
import { answersTo, keepAnswers, keepWords } from "./keep-given.server";
import { dropDraft } from "./save-draft.server";
import { scoresOf } from "./scores";
import { readSubject } from "./subject-queries.server";
import type { EvaluationKey } from "./token";

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
    const asked = answersTo(items, given);
    ctx.db
      .insert(responses)
      .values({
        ...{ respondentId, stage, instrumentId, courseInstrumentId },
        submittedAt: now,
        keptApart: may.keptApart,
        ...scoresOf(items, asked, rightsOf(ctx, instrument)),
      })
      .run();
    keepAnswers(ctx, { respondentId, stage }, asked);
    keepWords(ctx, { respondentId, stage }, given, items);
    ctx.db
      .insert(evaluationReceipts)
      .values({ ...key, answeredAt: now })
      .run();
    dropDraft(ctx, key);
    takeBackQuestions(ctx, key);
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
