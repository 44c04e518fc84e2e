// The sums of sessions, worked out from what people booked, answered and promised.
import type { Context } from "~/domain/context";
import { type SessionTimes, timesOf } from "~/domain/evaluations/evaluations.server";
import { groupBy } from "~/shared/group-by";
import {
  listAnswers,
  listPlaces,
  listPromises,
  listResponses,
  readQuestions,
} from "./collect-queries.server";
import { emptySums, type Sums } from "./sums";
import {
  type MadeCommitment,
  type Questions,
  type Response,
  type SumStage,
  sumsOfPeople,
} from "./sums-of-people";

/** A session that was delivered, and what its course asks besides what every course does. */
export type Delivered = SessionTimes & { id: string; onArrival: boolean; sixMonths: boolean };

/** By session, then by agency. */
export type CollectedSums = Map<string, Map<string, Sums>>;

/**
 * The sums of each session by agency, as of now: of those who came, and of those whom nothing leads to any more, who all
 * did. A handful of queries, however many sessions.
 */
export function collectSums(
  ctx: Pick<Context, "db" | "clock">,
  sessions: readonly Delivered[],
  questions: Questions = readQuestions(ctx),
): CollectedSums {
  const ids = sessions.map(({ id }) => id);
  const now = ctx.clock.now();
  const collected: CollectedSums = new Map(ids.map((id) => [id, new Map()]));
  const byId = new Map(sessions.map((session) => [session.id, asOf(session, now)]));
  for (const group of groupsOf(ctx, ids, questions)) {
    const session = byId.get(group.sessionId);
    if (session === undefined) continue;
    const sums = sumsOfPeople(group.people, questions, session.laterClosed);
    if (session.asks.T3) sums.commitments.asked = sums.commitments.made;
    collected.get(group.sessionId)?.set(group.agencyId, sums);
  }
  for (const { sessionId, agencyId, ...places } of listPlaces(ctx, ids)) {
    const session = byId.get(sessionId);
    const agencies = collected.get(sessionId);
    if (session === undefined || agencies === undefined) continue;
    const sums = agencies.get(agencyId) ?? emptySums();
    const { managersAsked, ...counts } = places;
    if (counts.booked + counts.came + counts.absent + counts.walkIns === 0) continue;
    agencies.set(agencyId, { ...sums, places: counts, stages: owed(sums.stages, places, session) });
  }
  return collected;
}

/** What stages hang on, worked out once: dates cost more than all the sums. */
function asOf({ onArrival, sixMonths, ...times }: Delivered, now: number) {
  const opened = (stage: SumStage) => now >= (timesOf(stage, times)?.opensAt ?? Number.POSITIVE_INFINITY);
  return {
    laterClosed: now >= (timesOf("T3", times)?.inTimeUntil ?? Number.POSITIVE_INFINITY),
    asks: { T1: onArrival, T2: opened("T2"), T3: opened("T3"), T4: sixMonths && opened("T4") },
  };
}

/** Who was asked: those who came and were, by the rules of the stages; at the least those who answered. */
function owed(
  counts: Sums["stages"],
  { came, walkIns, managersAsked }: { came: number; walkIns: number; managersAsked: number },
  { asks }: ReturnType<typeof asOf>,
): Sums["stages"] {
  const asked: Record<SumStage, number> = {
    T0: came - walkIns,
    T1: asks.T1 ? came : 0,
    T2: asks.T2 ? came : 0,
    T3: asks.T3 ? came : 0,
    M: managersAsked,
    T4: asks.T4 ? came : 0,
  };
  const of = (stage: SumStage) => {
    const { answered, keptApart } = counts[stage];
    return { owed: Math.max(asked[stage], answered + keptApart), answered, keptApart };
  };
  return { T0: of("T0"), T1: of("T1"), T2: of("T2"), T3: of("T3"), M: of("M"), T4: of("T4") };
}

/** A respondent while the answers are being read in. */
type Person = {
  sessionId: string;
  agencyId: string;
  responses: Map<SumStage, Omit<Response, "answers"> & { answers: Map<string, number> }>;
  commitments: MadeCommitment[];
};

/** Those who answered something, by session and agency. */
function groupsOf(ctx: Pick<Context, "db">, ids: readonly string[], questions: Questions) {
  const people = new Map<string, Person>();
  const sets = new Set<unknown>();
  for (const row of listResponses(ctx, ids)) {
    const { sessionId, agencyId, respondentId, stage, keptApart, ...rest } = row;
    const person: Person = people.get(respondentId) ?? {
      sessionId,
      agencyId,
      responses: new Map(),
      commitments: [],
    };
    people.set(respondentId, person);
    person.responses.set(stage, { ...rest, keptApart: keptApart !== null, answers: new Map() });
    if (stage !== "M" && stage !== "T4") sets.add(questions.coreOf.get(row.instrumentId));
  }
  // Weeks later single answers are wanted only where the score of all of them would not compare.
  const stages = ["T0", "T1", "T2", "M", ...(sets.size > 1 ? ["T3"] : [])];
  const wanted = [...questions.items].filter(([, { kind }]) => kind !== "scenario" && kind !== "text");
  const items = wanted.map(([id]) => id);
  for (const [respondentId, stage, itemId, value] of listAnswers(ctx, ids, { stages, items }))
    people.get(respondentId)?.responses.get(stage)?.answers.set(itemId, value);
  for (const { respondentId, opportunity, ...became } of listPromises(ctx, ids)) {
    const made = { ...became, opportunity: opportunity === null ? null : opportunity === 1 };
    people.get(respondentId)?.commitments.push(made);
  }
  const groups = groupBy(people.values(), ({ sessionId, agencyId }) => `${sessionId} ${agencyId}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ sessionId: first.sessionId, agencyId: first.agencyId, people: group }] : [];
  });
}
