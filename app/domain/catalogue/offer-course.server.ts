// A course is put on offer, or withdrawn: then nobody finds it, and no session of it is put on. Its records stay.
import { prepared, transact } from "db/client";
import { courses, sessions } from "db/schema";
import { and, count, eq, gt, inArray, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayRunCatalogue } from "./policy";

const toCome = prepared((db) =>
  db
    .select({ count: count() })
    .from(sessions)
    .where(
      and(
        eq(sessions.courseId, sql.placeholder("courseId")),
        inArray(sessions.status, ["published", "closed"]),
        gt(sessions.endsAt, sql.placeholder("now")),
      ),
    )
    .prepare(),
);

/** As it stands already changes nothing. @throws Forbidden, NotFound */
export const offerCourse = (ctx: Context, courseId: string) => setOffered(ctx, courseId, true);

/** Refused while people can still come to a session of it, saying to how many. @throws Forbidden, NotFound */
export const withdrawCourse = (ctx: Context, courseId: string) => setOffered(ctx, courseId, false);

function setOffered(ctx: Context, courseId: string, offered: boolean): Result<null, { toCome: number }> {
  if (!mayRunCatalogue(ctx.actor)) throw new Forbidden("the courses");
  return transact(ctx.db, () => {
    const before = ctx.db
      .select({ offered: courses.offered })
      .from(courses)
      .where(eq(courses.id, courseId))
      .get();
    if (!before) throw new NotFound("course");
    if (before.offered === offered) return done(null);
    const sessionsToCome = toCome(ctx.db).get({ courseId, now: ctx.clock.now() })?.count ?? 0;
    if (!offered && sessionsToCome > 0) return refused({ toCome: sessionsToCome });
    ctx.db.update(courses).set({ offered }).where(eq(courses.id, courseId)).run();
    recordAudit(ctx, {
      action: offered ? "catalogue.course offered" : "catalogue.course withdrawn",
      subjectKind: "course",
      subjectId: courseId,
    });
    return done(null);
  });
}
