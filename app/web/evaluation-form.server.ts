// What the form of an evaluation and the place where it saves itself have in common.
import type { EvaluationKey } from "~/domain/evaluations/evaluations.server";
import { readEvaluationToken, saveDraft } from "~/domain/evaluations/evaluations.server";
import { NotFound } from "~/shared/problems";
import type { Visit } from "./enter.server";
import { tooMany } from "./limits.server";

/** @throws NotFound for a link that is not ours */
export function readFormKey(visit: Visit, token: string | undefined): EvaluationKey {
  const key = readEvaluationToken(visit.settings.secret, token ?? "");
  if (!key) throw new NotFound("evaluation");
  return key;
}

/** Keeps what was typed so far. @throws Response where it is saved too often */
export async function keepDraft(visit: Visit, key: EvaluationKey, posted: FormData) {
  const taken = await visit.limits.take("draftsOfForm", `${key.bookingId} ${key.stage}`);
  if (!taken.ok) throw tooMany(taken.retryAfterSeconds);
  const typed = [...posted].filter((field): field is [string, string] => typeof field[1] === "string");
  return saveDraft(visit, key, Object.fromEntries(typed));
}
