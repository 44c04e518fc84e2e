// What the people of one session said, for those who deliver it: read as it stands, and past disclosure control.
import { readDelivery } from "~/domain/bookings/bookings.server";
import type { Context } from "~/domain/context";
import { type Stage, stages } from "~/domain/evaluations/evaluations";
import { type SessionTimes, timesOf } from "~/domain/evaluations/evaluations.server";
import { groupBy } from "~/shared/group-by";
import { optionsOf, readSessionAnswers, type SessionAnswers } from "./session-answers.server";
import {
  choiceShown,
  inFives,
  learningShown,
  pairsOf,
  practiceShown,
  type ReturnShown,
  reactionShown,
  returnShown,
} from "./session-figures";

/** Shares that are planned for: no pass marks. Source: IMPACT.md, section 4. */
const aims: Partial<Record<Stage, number>> = { T3: 0.4, M: 0.3 };

export type SessionReturn = ReturnShown & {
  stage: Stage;
  aim: number | null;
  /** Until when an answer counts; null where that hangs on a register. */
  openUntil: number | null;
};

/**
 * Of what was said nothing is in it until every register is finished; of how many answered all along.
 * @throws NotFound for anyone who does not deliver the session
 */
export function readSessionResults(ctx: Context, sessionId: string) {
  const { session, meetings } = readDelivery(ctx, sessionId);
  const taken = meetings.map(({ registerTakenAt }) => registerTakenAt ?? Number.POSITIVE_INFINITY);
  const lastTaken = Math.max(...taken);
  const registerTakenAt = Number.isFinite(lastTaken) ? lastTaken : null;
  const times = { startsAt: session.startsAt, endsAt: session.endsAt, registerTakenAt };
  const about = {
    sessionId,
    courseTitle: session.courseTitle,
    firstDay: session.meetings[0]?.date ?? "",
  };
  const given = readSessionAnswers(ctx, sessionId);
  return {
    ...about,
    returns: returnsOf(given, times, ctx.clock.now()),
    results: registerTakenAt === null ? null : resultsOf(ctx, given, times),
  };
}

function resultsOf(ctx: Context, given: SessionAnswers, times: SessionTimes) {
  const now = ctx.clock.now();
  const isOver = (stage: Stage) => now >= (timesOf(stage, times)?.inTimeUntil ?? Number.POSITIVE_INFINITY);
  const end = isOver("T2");
  const confidence = inFives(pairsOf(given.responses, "confidence", given.itemsOf), end);
  const scenarios = inFives(pairsOf(given.responses, "scenarios"), end);
  const kept = [...groupBy(given.reactions, ({ itemId }) => itemId).values()];
  const asked = kept.flatMap(([first, ...rest]) => (first ? [[first, ...rest] as const] : []));
  return {
    endClosed: end,
    confidence: learningShown(confidence, given.came),
    scenarios: learningShown(scenarios, given.came, 100),
    reactions: asked.filter(([{ kind }]) => kind === "reaction").map((rows) => reactionShown([...rows], end)),
    choices: asked
      .filter(([{ kind }]) => kind === "choice")
      .map((rows) => choiceShown([...rows], optionsOf(ctx, rows[0].itemId), end)),
    practice: practiceShown(given.commitments, { end, later: isOver("T3"), managers: isOver("M") }),
  };
}

/** The stages that this course has and that have begun: managers are asked sooner where a follow-up is in. */
function returnsOf(given: SessionAnswers, times: SessionTimes, now: number): SessionReturn[] {
  return stages.flatMap((stage) => {
    if ((stage === "T1" && !given.onArrival) || (stage === "T4" && !given.sixMonths)) return [];
    const of = timesOf(stage, times);
    const answered = given.answered.get(stage) ?? 0;
    if (!of || (now < of.opensAt && answered === 0)) return [];
    return [
      {
        stage,
        ...returnShown(answered, stage === "M" ? given.agreed : given.came),
        aim: aims[stage] ?? null,
        openUntil: now < of.inTimeUntil && Number.isFinite(of.inTimeUntil) ? of.inTimeUntil : null,
      },
    ];
  });
}

export type SessionReport = ReturnType<typeof readSessionResults>;
export type SessionResults = NonNullable<SessionReport["results"]>;
