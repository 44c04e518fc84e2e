// How much those who wait need what a session teaches: from their kind of work's requirements, our record and their own
// word. The needs analysis tells the same in full; here four steps are enough to put people in order.
import { prepared } from "db/client";
import {
  bookings,
  courseCompetencies,
  externalLearning,
  externalLearningCompetencies,
  people,
  requirements,
  selfAssessmentAnswers,
  selfAssessments,
  sessions,
} from "db/schema";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { addMonths, civilDateAt } from "~/shared/civil-time";
import { groupBy } from "~/shared/group-by";
import type { Waiting } from "./allocation";

const required = prepared((db) =>
  db
    .select({
      personId: people.id,
      renewMonths: requirements.renewMonths,
      trainedAt: sql<number | null>`(select max(s.ends_at) from ${bookings} b
        inner join ${sessions} s on s.id = b.session_id
        inner join ${courseCompetencies} c on c.course_id = s.course_id and c.competency_id = ${requirements.competencyId}
        where b.person_id = ${people.id} and b.state = 'attended')`,
      learntOn: sql<string | null>`(select max(e.completed_on) from ${externalLearning} e
        inner join ${externalLearningCompetencies} c on c.external_learning_id = e.id and c.competency_id = ${requirements.competencyId}
        where e.person_id = ${people.id} and e.state = 'accepted' and (e.valid_until is null or e.valid_until >= ${sql.placeholder("today")}))`,
      said: sql<string | null>`(select a.last_trained from ${selfAssessments} t
        inner join ${selfAssessmentAnswers} a on a.self_assessment_id = t.id and a.competency_id = ${requirements.competencyId}
        where t.person_id = ${people.id} and a.last_trained is not null order by t.taken_at desc limit 1)`,
    })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .innerJoin(requirements, eq(requirements.roleGroupId, people.roleGroupId))
    .innerJoin(
      courseCompetencies,
      and(
        eq(courseCompetencies.competencyId, requirements.competencyId),
        eq(courseCompetencies.courseId, sql.placeholder("courseId")),
      ),
    )
    .where(and(eq(bookings.sessionId, sql.placeholder("sessionId")), eq(bookings.state, "waiting")))
    .prepare(),
);

type Requirement = {
  renewMonths: number | null;
  trainedAt: number | null;
  learntOn: string | null;
  said: string | null;
};

/** One step per requirement: 0 a gap, 1 not known, 3 in date. */
function stepOf({ renewMonths, trainedAt, learntOn, said }: Requirement, today: string): 0 | 1 | 3 {
  const on = [trainedAt === null ? null : civilDateAt(trainedAt), learntOn]
    .filter((date) => date !== null)
    .sort()
    .at(-1);
  if (on !== undefined) return renewMonths === null || today <= addMonths(on, renewMonths) ? 3 : 0;
  if (said === null || said === "not sure") return 1;
  if (said === "never") return 0;
  const atMost =
    said === "within a year" ? 12 : said === "one to three years ago" ? 36 : Number.POSITIVE_INFINITY;
  return renewMonths === null || atMost <= renewMonths ? 3 : 0;
}

/** By person: the most urgent of what the session teaches. People whose work does not ask for it are left out. */
export function needsOfWaiting(
  ctx: Pick<Context, "db" | "clock">,
  session: { id: string; courseId: string },
  waiting: readonly unknown[],
): Map<string, Waiting["need"]> {
  if (waiting.length === 0) return new Map();
  const today = civilDateAt(ctx.clock.now());
  const rows = required(ctx.db).all({ sessionId: session.id, courseId: session.courseId, today });
  const steps = groupBy(rows, (row) => row.personId);
  return new Map(
    [...steps].map(([personId, needs]) => [
      personId,
      Math.min(...needs.map((need) => stepOf(need, today))) as 0 | 1 | 3,
    ]),
  );
}
