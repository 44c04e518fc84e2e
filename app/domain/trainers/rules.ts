// Pure rules of the training pool.
import type { CivilDate } from "~/shared/civil-time";

export type TeachingRefusal =
  | "not in the pool"
  | "not approved for this course"
  | "approval ends before the session";

/**
 * Whether someone may teach a course up to and including a day.
 * Parents with lived experience deliver beside an approved trainer, so their own approval is for taking part.
 */
export function mayTeach(
  trainer: { joinedOn: CivilDate; leftOn: CivilDate | null } | null,
  approvedUntil: CivilDate | null,
  session: { firstDay: CivilDate; lastDay: CivilDate },
): TeachingRefusal | null {
  if (!trainer || trainer.joinedOn > session.firstDay) return "not in the pool";
  if (trainer.leftOn !== null && trainer.leftOn < session.lastDay) return "not in the pool";
  if (approvedUntil === null) return "not approved for this course";
  return approvedUntil < session.lastDay ? "approval ends before the session" : null;
}
