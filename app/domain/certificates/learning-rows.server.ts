// The rows of learning elsewhere that its commands share.
import { prepared } from "db/client";
import { courses, externalLearning, externalLearningCompetencies } from "db/schema";
import { eq, sql } from "drizzle-orm";
import { listCompetencies } from "~/domain/catalogue/catalogue.server";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { isOwn } from "./policy";

const byId = prepared((db) =>
  db
    .select()
    .from(externalLearning)
    .where(eq(externalLearning.id, sql.placeholder("id")))
    .prepare(),
);
const waitingOf = prepared((db) =>
  db
    .select({ id: externalLearning.id })
    .from(externalLearning)
    .where(
      sql`${externalLearning.personId} = ${sql.placeholder("personId")} and ${externalLearning.state} = 'submitted'`,
    )
    .prepare(),
);

/** @throws NotFound for what is not the actor's own */
export function readLearningRow(ctx: Context, id: string) {
  const row = byId(ctx.db).get({ id });
  if (!row || !isOwn(ctx.actor, row.personId)) throw new NotFound("learning");
  return row;
}

/** How many of a person's wait for a coordinator. */
export const countWaitingOf = (ctx: Pick<Context, "db">, personId: string) =>
  waitingOf(ctx.db).all({ personId }).length;

/** What it taught, instead of what was said before. @returns how many there are */
export function setCompetencies(ctx: Context, learningId: string, ids: readonly string[]): number {
  const known = listCompetencies(ctx).filter((competency) => ids.includes(competency.id));
  ctx.db
    .delete(externalLearningCompetencies)
    .where(eq(externalLearningCompetencies.externalLearningId, learningId))
    .run();
  for (const { id } of known)
    ctx.db
      .insert(externalLearningCompetencies)
      .values({ externalLearningId: learningId, competencyId: id })
      .run();
  return known.length;
}

const courseById = prepared((db) =>
  db
    .select({ id: courses.id })
    .from(courses)
    .where(eq(courses.id, sql.placeholder("id")))
    .prepare(),
);
export const isCourse = (ctx: Pick<Context, "db">, id: string) =>
  courseById(ctx.db).get({ id }) !== undefined;
