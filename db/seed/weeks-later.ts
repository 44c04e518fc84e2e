// What comes weeks after a session: learners say what they kept and did, some of their managers what they saw.
import { prepared } from "db/client";
import { commitments, respondents } from "db/schema";
import { asc, eq, sql } from "drizzle-orm";
import type { Given } from "~/domain/evaluations/evaluations";
import { askEvaluations, recordResponse, timesOf } from "~/domain/evaluations/evaluations.server";
import { days } from "~/shared/clock";
import { answersOf, said } from "./answers";
import type { Comer } from "./comers";
import type { Diary } from "./diary";
import { choiceItems } from "./instruments";
import type { PlannedSession } from "./programme";
import { lineManagerExamples } from "./said";
import type { Seeding } from "./seeding";

const commitmentsOf = prepared((db) =>
  db
    .select({ id: commitments.id })
    .from(commitments)
    .innerJoin(respondents, eq(respondents.id, commitments.respondentId))
    .where(eq(respondents.bookingId, sql.placeholder("bookingId")))
    .orderBy(asc(commitments.position))
    .prepare(),
);

/** Letters go out day by day, as the worker would send them. */
export function planAsking(seeding: Seeding, diary: Diary): void {
  for (let at = seeding.founded + days(100); at < seeding.now; at += days(1))
    diary.plan(at, () => askEvaluations(seeding.asSystem, Number.POSITIVE_INFINITY));
}

/** Puts what a comer answers later into the diary, once they have answered at the end. */
export function planWeeksLater(
  { seeding, diary }: { seeding: Seeding; diary: Diary },
  { bookingId, comer, session }: { bookingId: string; comer: Comer; session: PlannedSession },
): void {
  const { chance } = comer;
  const answered = answersOf(comer.email, session);
  const within = (stage: "T3" | "T4", from: number) => {
    const times = timesOf(stage, { ...session, registerTakenAt: session.endsAt });
    return chance.between(from, times?.inTimeUntil ?? from);
  };
  const give = (stage: "T3" | "M" | "T4", given: Given) =>
    recordResponse(seeding.as(comer.personId), { bookingId, stage }, given).ok;

  if (!chance.happens(0.55)) return;
  diary.plan(Math.round(within("T3", session.endsAt + days(56))), () => {
    const followUps = commitmentsOf(seeding.db)
      .all({ bookingId })
      .map(({ id }) => followUp(comer, id));
    if (!give("T3", { ...answered.weeksLater, followUps }) || !chance.happens(0.5)) return;
    diary.plan(Math.round(seeding.clock.now() + days(chance.between(2, 14))), () =>
      give("M", managersAnswer(comer, commitmentsOf(seeding.db).all({ bookingId }))),
    );
  });
  if (chance.happens(0.6))
    diary.plan(Math.round(within("T4", session.endsAt + days(185))), () => give("T4", answered.halfYear));
}

function followUp({ chance }: Comer, commitmentId: string): Given["followUps"][number] {
  const outcomes = ["done", "done", "done", "partly", "partly", "not yet", "no longer relevant"] as const;
  const outcome = chance.pick(outcomes);
  const evidence = chance.pick(["supervision", "meeting", "tool used", "referral", "audit"] as const);
  const opportunity = outcome === "done" || chance.happens(0.6);
  return { commitmentId, outcome, evidence, opportunity, seen: null };
}

function managersAnswer({ chance }: Comer, made: { id: string }[]): Given {
  const views = ["yes", "yes", "yes", "partly", "no", "no opportunity", "cannot say"] as const;
  const seen = choiceItems.find(({ slug }) => slug === "seen");
  return {
    answers: seen ? [{ itemId: seen.id, value: chance.pick([1, 1, 1, 2, 3, 4, 5]) }] : [],
    comments: chance.happens(0.4) ? [said(chance, "manager-example", lineManagerExamples)] : [],
    commitments: [],
    followUps: made.map(({ id }) => ({
      commitmentId: id,
      seen: chance.pick(views),
      outcome: null,
      evidence: null,
      opportunity: null,
    })),
    managerMayBeAsked: null,
  };
}
