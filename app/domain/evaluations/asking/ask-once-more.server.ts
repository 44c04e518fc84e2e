// One letter that asks for an evaluation again, with the row that says it was written.
import { evaluationLetters } from "db/schema";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { postMessage } from "~/domain/notifications/notifications.server";
import { meetingsOf } from "~/domain/sessions/sessions.server";
import { unansweredOne } from "./ask-again-queries.server";
import { answerAgainBy, isAskedAgain, type StageAskedAgain } from "./ask-again-rules";

/** What asked first counts as the first letter; the only one that reminds has this number. */
const number = 1;

/** Looks again under the write lock: somebody may have answered, or lost their place, since. @returns 1 if it wrote */
export function askOnceMore(ctx: Context, stage: StageAskedAgain, bookingId: string): number {
  const now = ctx.clock.now();
  const found = unansweredOne[stage](ctx.db).get({ bookingId });
  if (!found || !isAskedAgain(stage, found, now)) return 0;
  ctx.db.insert(evaluationLetters).values({ bookingId, stage, number, sentAt: now }).run();
  recordAudit(ctx, {
    action: "evaluations.asked",
    subjectKind: "booking",
    subjectId: bookingId,
    aboutPersonId: found.personId,
    detail: { stage, number },
  });
  const meetings = meetingsOf(ctx, found.sessionId);
  postMessage(ctx, {
    kind: "evaluation due",
    key: `evaluation-due/${bookingId}/${stage}/${number}`,
    to: { personId: found.personId, email: found.email },
    facts: {
      personName: found.personName,
      bookingId,
      courseTitle: found.courseTitle,
      meetings: meetings.map((meeting) => ({ ...meeting, of: meetings.length })),
      stage,
      number,
      answerBy: answerAgainBy(stage, found, now),
      commitments: 0,
    },
  });
  return 1;
}
