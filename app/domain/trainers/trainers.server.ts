// The trainers room's door: the multi-agency training pool.

import { prepared } from "db/client";
import { agencies, courses, people, trainerApprovals, trainers } from "db/schema";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { groupBy } from "~/shared/group-by";
import type { PoolTrainer } from "./trainers";

export { type AddTrainerRefusal, addTrainer } from "./add-trainer.server";
export { type ApproveTrainerRefusal, approveTrainer } from "./approve-trainer.server";
export { leavePool } from "./leave-pool.server";
export { mayTeach, type TeachingRefusal } from "./rules";
export { takeOverPoolPlace } from "./take-over-pool-place.server";

type Reader = Pick<Context, "db">;

const membership = prepared((db) =>
  db
    .select({ joinedOn: trainers.joinedOn, leftOn: trainers.leftOn })
    .from(trainers)
    .innerJoin(people, and(eq(people.id, trainers.personId), isNull(people.disabledAt)))
    .where(eq(trainers.personId, sql.placeholder("personId")))
    .prepare(),
);
const approval = prepared((db) =>
  db
    .select({ until: trainerApprovals.until })
    .from(trainerApprovals)
    .where(
      and(
        eq(trainerApprovals.personId, sql.placeholder("personId")),
        eq(trainerApprovals.courseId, sql.placeholder("courseId")),
      ),
    )
    .prepare(),
);

/** Someone's membership of the pool and the last day they may teach a course; nulls where there is none, or they left. */
export function readTeaching(ctx: Reader, personId: string, courseId: string) {
  return {
    trainer: membership(ctx.db).get({ personId }) ?? null,
    approvedUntil: approval(ctx.db).get({ personId, courseId })?.until ?? null,
  };
}

const pool = prepared((db) =>
  db
    .select({
      personId: trainers.personId,
      name: people.name,
      agencyName: agencies.name,
      kind: trainers.kind,
      leftOn: trainers.leftOn,
    })
    .from(trainers)
    .innerJoin(people, and(eq(people.id, trainers.personId), isNull(people.disabledAt)))
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .orderBy(asc(people.name))
    .prepare(),
);
const approvals = prepared((db) =>
  db
    .select({
      personId: trainerApprovals.personId,
      courseId: trainerApprovals.courseId,
      courseTitle: courses.title,
      until: trainerApprovals.until,
    })
    .from(trainerApprovals)
    .innerJoin(courses, eq(courses.id, trainerApprovals.courseId))
    .orderBy(asc(courses.title))
    .prepare(),
);

/** Everyone in the pool who has not left the service, with what each may teach and until when, by name. */
export function listPool(ctx: Reader): PoolTrainer[] {
  const byPerson = groupBy(approvals(ctx.db).all(), (row) => row.personId);
  return pool(ctx.db)
    .all()
    .map((trainer) => ({
      ...trainer,
      approvals: (byPerson.get(trainer.personId) ?? []).map(({ personId: _same, ...rest }) => rest),
    }));
}
