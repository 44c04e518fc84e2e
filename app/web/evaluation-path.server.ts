// The signed address at which one evaluation is answered.
import { type EvaluationKey, evaluationToken } from "~/domain/evaluations/evaluations.server";
import type { Settings } from "~/settings.server";
import { paths } from "./paths";

export const evaluationPath = (settings: Settings, { bookingId, stage }: EvaluationKey) =>
  paths.evaluation(evaluationToken(settings.secret, { bookingId, stage }));
