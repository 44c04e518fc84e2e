// What the analysis reads: every requirement, everyone counted, and the newest record and answer of each.

import { prepared } from "db/client";
import {
  agencies,
  boards,
  bookings,
  competencies,
  courseCompetencies,
  externalLearning,
  externalLearningCompetencies,
  people,
  requirements,
  selfAssessmentAnswers,
  selfAssessments,
  sessions,
} from "db/schema";
import { and, asc, eq, gt, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { civilDateAt } from "~/shared/civil-time";

const allRequirements = prepared((db) =>
  db
    .select({
      roleGroupId: requirements.roleGroupId,
      competencyId: requirements.competencyId,
      renewMonths: requirements.renewMonths,
      name: competencies.name,
      boardCode: requirements.boardCode,
    })
    .from(requirements)
    .innerJoin(competencies, eq(competencies.id, requirements.competencyId))
    .innerJoin(boards, eq(boards.code, requirements.boardCode))
    .orderBy(asc(competencies.position), asc(competencies.id), asc(boards.position))
    .prepare(),
);
const everyone = prepared((db) => {
  const before = sql.placeholder("before");
  return db
    .select({
      id: people.id,
      roleGroupId: people.roleGroupId,
      agencyId: people.agencyId,
      agencyName: agencies.name,
    })
    .from(people)
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .where(and(lt(people.createdAt, before), or(isNull(people.disabledAt), gt(people.disabledAt, before))))
    .orderBy(asc(agencies.name))
    .prepare();
});
const newestRecords = prepared((db) =>
  db
    .select({
      personId: bookings.personId,
      competencyId: courseCompetencies.competencyId,
      at: sql<number>`max(${sessions.endsAt})`,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courseCompetencies, eq(courseCompetencies.courseId, sessions.courseId))
    .where(and(eq(bookings.state, "attended"), lt(sessions.endsAt, sql.placeholder("before"))))
    .groupBy(bookings.personId, courseCompetencies.competencyId)
    .prepare(),
);
const acceptedElsewhere = prepared((db) =>
  db
    .select({
      personId: externalLearning.personId,
      competencyId: externalLearningCompetencies.competencyId,
      on: externalLearning.completedOn,
      until: externalLearning.validUntil,
    })
    .from(externalLearning)
    .innerJoin(
      externalLearningCompetencies,
      eq(externalLearningCompetencies.externalLearningId, externalLearning.id),
    )
    .where(
      and(
        eq(externalLearning.state, "accepted"),
        lt(externalLearning.completedOn, sql.placeholder("beforeDay")),
      ),
    )
    .prepare(),
);
// SQLite takes the other columns of a max() from the very row that has it.
const newestAnswers = prepared((db) =>
  db
    .select({
      personId: selfAssessments.personId,
      competencyId: selfAssessmentAnswers.competencyId,
      lastTrained: selfAssessmentAnswers.lastTrained,
      at: sql<number>`max(${selfAssessments.takenAt})`,
    })
    .from(selfAssessments)
    .innerJoin(selfAssessmentAnswers, eq(selfAssessmentAnswers.selfAssessmentId, selfAssessments.id))
    .where(
      and(
        isNotNull(selfAssessmentAnswers.lastTrained),
        lt(selfAssessments.takenAt, sql.placeholder("before")),
      ),
    )
    .groupBy(selfAssessments.personId, selfAssessmentAnswers.competencyId)
    .prepare(),
);

/** Everything as it was known before an instant; people whose accounts were closed by then are left out. */
export const readForAnalysis = ({ db }: Pick<Context, "db">, before: number) => ({
  requirements: allRequirements(db).all(),
  people: everyone(db).all({ before }),
  records: newestRecords(db).all({ before }),
  elsewhere: acceptedElsewhere(db).all({ beforeDay: civilDateAt(before) }),
  answers: newestAnswers(db).all({ before }),
});
