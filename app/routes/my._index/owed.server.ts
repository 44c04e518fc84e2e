// The questions that somebody owes an answer to, as the page lists them.
import type { OwedEvaluation } from "~/domain/evaluations/evaluations.server";
import type { Visit } from "~/web/enter.server";
import { evaluationPath } from "~/web/evaluation-path.server";
import { untilInWords } from "~/web/evaluation-until";

/**
 * A late answer is welcome, but nothing needs it, unless a certificate does.
 * @param certificateWaits bookings whose certificate waits for the end evaluation
 */
export const owedInWords = (
  { settings }: Pick<Visit, "settings">,
  owed: readonly OwedEvaluation[],
  certificateWaits: ReadonlySet<string>,
) =>
  owed
    .map((evaluation) => ({
      courseTitle: evaluation.courseTitle,
      stage: evaluation.stage,
      until: evaluation.closesAt === null ? null : untilInWords(evaluation.closesAt),
      late: evaluation.keptApart !== null,
      path: evaluationPath(settings, evaluation),
      certificateWaits: evaluation.stage === "T2" && certificateWaits.has(evaluation.bookingId),
    }))
    .filter((one) => !one.late || one.certificateWaits);
