// Pure: when a session's figures are worked out anew, so that two readings never differ by one person's answers.
import { type SessionTimes, timesOf } from "~/domain/evaluations/evaluations.server";
import { mayRefresh } from "../disclosure/limits";
import { sumsFormat } from "./kept-sums";

const closing = ["T2", "T3", "M", "T4"] as const;
/** The last stage whose time is over: T1 from the last register on. */
export type ClosedStage = "T1" | (typeof closing)[number];

/** How far a session has come, or had come when its figures were worked out. */
export type Progress = { responses: number; fingerprint: string; closedStage: string | null };

/**
 * The stage whose time was the last to end, by the clock: a register finished months late may leave T2 to the end.
 * `ended` when no stage is to close any more.
 */
export function closedBy(session: SessionTimes, now: number): { closedStage: ClosedStage; ended: boolean } {
  let last: { stage: ClosedStage; at: number } = { stage: "T1", at: Number.NEGATIVE_INFINITY };
  let ended = true;
  for (const stage of closing) {
    const at = timesOf(stage, session)?.inTimeUntil ?? Number.POSITIVE_INFINITY;
    if (at > now) ended = false;
    else if (at >= last.at) last = { stage, at };
  }
  return { closedStage: last.stage, ended };
}

/** What became of the places, and how the figures are kept: a change means that they no longer hold. */
export const fingerprintOf = (places: string): string => `${sumsFormat}:${places}`;

/**
 * Whether to work a session's figures out: the first time, with at least five further responses, when a stage has closed
 * since, and when its register was put right. Not while that would bring one to four further responses to light as well:
 * they wait for the others, or for the next stage to close. Source: IMPACT.md, section 6, rule 6.
 * @param known what the figures hold; null where there are none
 * @param ended whether no stage is to close any more
 */
export function isDue(known: Progress | null, now: Progress, ended: boolean): boolean {
  if (known === null) return true;
  const closed = known.closedStage !== now.closedStage;
  if (mayRefresh(known.responses, now.responses, closed)) return true;
  if (known.fingerprint === now.fingerprint) return false;
  return ended || known.responses === now.responses;
}
