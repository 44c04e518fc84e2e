// The offer seen from the needs: which courses on offer teach a competency, and their sessions to come.

import { prepared } from "db/client";
import { courseCompetencies, courses } from "db/schema";
import { asc, eq } from "drizzle-orm";
import { listNextSessions, type OfferedSession } from "~/domain/bookings/bookings.server";
import type { Context } from "~/domain/context";
import { groupBy } from "~/shared/group-by";

/** A course on offer with its sessions that take bookings, soonest first. */
export type TeachingCourse = { slug: string; title: string; sessions: OfferedSession[] };

const teaching = prepared((db) =>
  db
    .select({ competencyId: courseCompetencies.competencyId, slug: courses.slug, title: courses.title })
    .from(courseCompetencies)
    .innerJoin(courses, eq(courses.id, courseCompetencies.courseId))
    .where(eq(courses.offered, true))
    .orderBy(asc(courses.title))
    .prepare(),
);

/** The courses on offer that teach each competency, by competency id. */
export function readProgramme(ctx: Pick<Context, "db" | "clock">): Map<string, TeachingCourse[]> {
  // A course's title is unique, so it names the course as well as its id would.
  const sessions = groupBy(listNextSessions(ctx, Number.MAX_SAFE_INTEGER), (session) => session.courseTitle);
  const byCompetency = new Map<string, TeachingCourse[]>();
  for (const { competencyId, ...course } of teaching(ctx.db).all()) {
    const open = (sessions.get(course.title) ?? []).map(
      ({ courseTitle: _title, boards: _boards, ...session }) => session,
    );
    byCompetency.set(competencyId, [
      ...(byCompetency.get(competencyId) ?? []),
      { ...course, sessions: open },
    ]);
  }
  return byCompetency;
}
