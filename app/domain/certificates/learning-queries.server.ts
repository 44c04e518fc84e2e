// Learning done elsewhere: a person's own, and what waits for a coordinator.
import { prepared } from "db/client";
import {
  agencies,
  competencies,
  courses,
  externalLearning,
  externalLearningCompetencies,
  people,
} from "db/schema";
import { asc, count, desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { groupBy } from "~/shared/group-by";
import { Forbidden, NotFound } from "~/shared/problems";
import type { Learning } from "./certificates";
import { isOwn, mayReview } from "./policy";

const {
  personId: _whose,
  courseId: _courseId,
  reviewedBy: _reviewedBy,
  ...shown
} = getTableColumns(externalLearning);

const learningOfPerson = prepared((db) =>
  db
    .select(shown)
    .from(externalLearning)
    .where(eq(externalLearning.personId, sql.placeholder("personId")))
    .orderBy(desc(externalLearning.completedOn), desc(externalLearning.id))
    .prepare(),
);
const taughtToPerson = prepared((db) =>
  db
    .select({
      learningId: externalLearningCompetencies.externalLearningId,
      id: competencies.id,
      name: competencies.name,
    })
    .from(externalLearning)
    .innerJoin(
      externalLearningCompetencies,
      eq(externalLearningCompetencies.externalLearningId, externalLearning.id),
    )
    .innerJoin(competencies, eq(competencies.id, externalLearningCompetencies.competencyId))
    .where(eq(externalLearning.personId, sql.placeholder("personId")))
    .orderBy(asc(competencies.position))
    .prepare(),
);

/** What a person did elsewhere, newest first, whatever became of it; only for the person themselves. */
export function listLearningOf(ctx: Pick<Context, "db">, personId: string): Learning[] {
  const taught = groupBy(taughtToPerson(ctx.db).all({ personId }), (row) => row.learningId);
  return learningOfPerson(ctx.db)
    .all({ personId })
    .map((row) => ({
      ...row,
      competencies: (taught.get(row.id) ?? []).map(({ learningId: _same, ...competency }) => competency),
    }));
}

/** One of the actor's own. @throws NotFound for anyone else's */
export function readOwnLearning(ctx: Context, id: string): Learning {
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : "";
  const found = listLearningOf(ctx, personId).find((learning) => learning.id === id);
  if (!found || !isOwn(ctx.actor, personId)) throw new NotFound("learning");
  return found;
}

const toReview = prepared((db) =>
  db
    .select({
      id: externalLearning.id,
      title: externalLearning.title,
      provider: externalLearning.provider,
      completedOn: externalLearning.completedOn,
      submittedAt: externalLearning.submittedAt,
      personId: externalLearning.personId,
      personName: people.name,
      agencyName: agencies.name,
    })
    .from(externalLearning)
    .innerJoin(people, eq(people.id, externalLearning.personId))
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .where(sql`${externalLearning.state} = 'submitted'`)
    .orderBy(asc(externalLearning.submittedAt), asc(externalLearning.id))
    .limit(sql.placeholder("most"))
    .prepare(),
);

/** What waits for a coordinator, longest waiting first. @throws Forbidden */
export function listLearningToReview(ctx: Context, most = 200) {
  if (!mayReview(ctx.actor)) throw new Forbidden("external learning");
  return toReview(ctx.db).all({ most });
}

const waiting = prepared((db) =>
  db
    .select({ n: count() })
    .from(externalLearning)
    .where(sql`${externalLearning.state} = 'submitted'`)
    .prepare(),
);
/** How many wait for a coordinator. */
export const countLearningToReview = (ctx: Pick<Context, "db">): number => waiting(ctx.db).get()?.n ?? 0;

const oneToReview = prepared((db) =>
  db
    .select({
      ...shown,
      personId: externalLearning.personId,
      personName: people.name,
      agencyName: agencies.name,
      courseId: externalLearning.courseId,
      courseTitle: courses.title,
    })
    .from(externalLearning)
    .innerJoin(people, eq(people.id, externalLearning.personId))
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .leftJoin(courses, eq(courses.id, externalLearning.courseId))
    .where(eq(externalLearning.id, sql.placeholder("id")))
    .prepare(),
);
const taughtBy = prepared((db) =>
  db
    .select({ id: competencies.id, name: competencies.name })
    .from(externalLearningCompetencies)
    .innerJoin(competencies, eq(competencies.id, externalLearningCompetencies.competencyId))
    .where(eq(externalLearningCompetencies.externalLearningId, sql.placeholder("id")))
    .orderBy(asc(competencies.position))
    .prepare(),
);

/** One piece of learning as who reviews it sees it. @throws Forbidden, NotFound */
export function readLearningToReview(ctx: Context, id: string) {
  if (!mayReview(ctx.actor)) throw new Forbidden("external learning");
  const row = oneToReview(ctx.db).get({ id });
  if (!row) throw new NotFound("learning");
  return { ...row, competencies: taughtBy(ctx.db).all({ id }) };
}
