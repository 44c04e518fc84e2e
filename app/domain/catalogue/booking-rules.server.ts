// What a course asks of those who book it, with the names of what it asks for.
import { prepared } from "db/client";
import { competencies, courseAudiences, coursePrerequisites, courses, roleGroups } from "db/schema";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import type { BookingRules } from "./booking-rules";

type Reader = Pick<Context, "db">;

const rulesOf = prepared((db) =>
  db
    .select({
      approval: courses.approval,
      certificateNeeds: courses.certificateNeeds,
      certificateMonths: courses.certificateMonths,
      termsBoardCode: courses.termsBoardCode,
    })
    .from(courses)
    .where(eq(courses.id, sql.placeholder("courseId")))
    .prepare(),
);

const audienceOf = prepared((db) =>
  db
    .select({ id: roleGroups.id, name: roleGroups.name })
    .from(courseAudiences)
    .innerJoin(roleGroups, eq(roleGroups.id, courseAudiences.roleGroupId))
    .where(eq(courseAudiences.courseId, sql.placeholder("courseId")))
    .orderBy(asc(roleGroups.name))
    .prepare(),
);

const required = alias(courses, "required");
const prerequisitesOf = prepared((db) =>
  db
    .select({
      id: coursePrerequisites.id,
      kind: coursePrerequisites.kind,
      requiredCourseId: coursePrerequisites.requiredCourseId,
      competencyId: coursePrerequisites.competencyId,
      name: sql<string>`coalesce(${required.title}, ${competencies.name}, ${coursePrerequisites.eLearning})`,
      withinMonths: coursePrerequisites.withinMonths,
    })
    .from(coursePrerequisites)
    .leftJoin(required, eq(required.id, coursePrerequisites.requiredCourseId))
    .leftJoin(competencies, eq(competencies.id, coursePrerequisites.competencyId))
    .where(
      and(eq(coursePrerequisites.courseId, sql.placeholder("courseId")), isNull(coursePrerequisites.endedAt)),
    )
    .orderBy(asc(coursePrerequisites.position))
    .prepare(),
);

/** What holds for bookings of this course now. @throws NotFound */
export function readBookingRules(ctx: Reader, courseId: string): BookingRules {
  const rules = rulesOf(ctx.db).get({ courseId });
  if (!rules) throw new NotFound("course");
  return {
    ...rules,
    audience: audienceOf(ctx.db).all({ courseId }),
    prerequisites: prerequisitesOf(ctx.db).all({ courseId }),
  };
}
