// What the form of a stage shows besides its questions: what somebody said they would do, whom it is about, who may be
// asked next.
import { prepared } from "db/client";
import { bookings, people, respondents } from "db/schema";
import { eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { lineManagerToAsk } from "../asking/line-manager-to-ask.server";
import type { Stage } from "../evaluations";
import { listCommitments } from "./commitment-queries.server";
import type { EvaluationKey } from "./token";

const learnerOf = prepared((db) =>
  db
    .select({
      name: people.name,
      email: people.email,
      lineManagerEmail: people.lineManagerEmail,
      managerMayBeAsked: respondents.managerMayBeAsked,
    })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .leftJoin(respondents, eq(respondents.bookingId, bookings.id))
    .where(eq(bookings.id, sql.placeholder("bookingId")))
    .prepare(),
);

const followsUp: readonly Stage[] = ["T3", "M", "T4"];
const asksForManager: readonly Stage[] = ["T2", "T3"];

/**
 * `learnerName` is for the manager's form alone: no other says whose it is. `managerEmail` is who would be asked, where
 * the learner has not said yet whether they may be.
 * @throws NotFound
 */
export function readFormParts(ctx: Pick<Context, "db">, { bookingId, stage }: EvaluationKey) {
  const learner = learnerOf(ctx.db).get({ bookingId });
  if (!learner) throw new NotFound("evaluation");
  const unsaid = asksForManager.includes(stage) && learner.managerMayBeAsked === null;
  return {
    learnerName: stage === "M" ? learner.name : null,
    commitments: followsUp.includes(stage) ? listCommitments(ctx, bookingId) : [],
    managerEmail: unsaid ? (lineManagerToAsk(ctx, learner)?.email ?? null) : null,
  };
}
