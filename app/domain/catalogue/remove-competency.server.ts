// A competency is taken out of the list, where nothing rests on it: needs, records and courses are told by it.
import { transact } from "db/client";
import {
  competencies,
  courseCompetencies,
  coursePrerequisites,
  externalLearningCompetencies,
  requirements,
  selfAssessmentAnswers,
} from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayRunCatalogue } from "./policy";

/** What rests on a competency. */
export type CompetencyUse =
  | "courses"
  | "booking rules"
  | "requirements"
  | "self-assessments"
  | "learning elsewhere";

const users = [
  ["courses", courseCompetencies],
  ["booking rules", coursePrerequisites],
  ["requirements", requirements],
  ["self-assessments", selfAssessmentAnswers],
  ["learning elsewhere", externalLearningCompetencies],
] as const satisfies [CompetencyUse, unknown][];

/** Everything that a competency is used in; booking rules count when they have ended, too. */
const usesOf = ({ db }: Pick<Context, "db">, id: string): CompetencyUse[] =>
  users
    .filter(([, table]) =>
      db.select({ id: table.competencyId }).from(table).where(eq(table.competencyId, id)).limit(1).get(),
    )
    .map(([use]) => use);

/** @throws Forbidden, NotFound */
export function removeCompetency(ctx: Context, id: string): Result<null, CompetencyUse[]> {
  if (!mayRunCatalogue(ctx.actor)) throw new Forbidden("competencies");
  return transact(ctx.db, () => {
    if (!ctx.db.select().from(competencies).where(eq(competencies.id, id)).get())
      throw new NotFound("competency");
    const uses = usesOf(ctx, id);
    if (uses.length > 0) return refused(uses);
    ctx.db.delete(competencies).where(eq(competencies.id, id)).run();
    recordAudit(ctx, {
      action: "catalogue.competency removed",
      subjectKind: "competency",
      subjectId: id,
    });
    return done(null);
  });
}
