// Pure: when somebody who has not answered before or just after the training is asked once more. What asked them first is
// the booking itself, and the letter when the register was finished.
import { isWorkingDay } from "~/domain/calendars/calendars.server";
import { addDays, type CivilDate, civilDateAt, instantOf, startOfDay, wallTimeAt } from "~/shared/civil-time";
import { days, hours } from "~/shared/clock";
import { type SessionTimes, timesOf } from "../rules";
import { morning } from "./evaluation-letters";

export const stagesAskedAgain = ["T0", "T2"] as const;
export type StageAskedAgain = (typeof stagesAskedAgain)[number];

const daysBeforeStart = 3;
const afterEndLetter = hours(24);
/** Longer than any run of days without work: somebody asked on a Thursday before Christmas hears on the Tuesday. */
export const notAfter = days(6);
const endOfWork = "18:00";

export type AskingAgain = SessionTimes & { confirmedAt: number };

/** The morning three days before; not for a place confirmed later: they have just been asked. */
const askedBeforeAt = (startsAt: number) =>
  instantOf(addDays(civilDateAt(startsAt), -daysBeforeStart), morning);

/** Whether a letter leaves now. A turn that was missed is made up for, up to the day before, or for some days after. */
export function isAskedAgain(stage: StageAskedAgain, asking: AskingAgain, now: number): boolean {
  if (stage === "T0") {
    const due = askedBeforeAt(asking.startsAt);
    return asking.confirmedAt < due && now >= due && now < startOfDay(civilDateAt(asking.startsAt));
  }
  const { registerTakenAt } = asking;
  const times = timesOf("T2", asking);
  if (registerTakenAt === null || !times) return false;
  const inHours = isWorkingDay(civilDateAt(now)) && wallTimeAt(now) >= morning && wallTimeAt(now) < endOfWork;
  return (
    inHours &&
    now >= registerTakenAt + afterEndLetter &&
    now < Math.min(registerTakenAt + notAfter, times.closesAt)
  );
}

/** The last day on which an answer counts: in the pair with the other one if that can still be, or for the certificate. */
export function answerAgainBy(stage: StageAskedAgain, asking: SessionTimes, now: number): CivilDate {
  const times = timesOf(stage, asking);
  if (stage === "T0" || !times) return civilDateAt(asking.startsAt);
  return civilDateAt((now < times.inTimeUntil ? times.inTimeUntil : times.closesAt) - 1);
}
