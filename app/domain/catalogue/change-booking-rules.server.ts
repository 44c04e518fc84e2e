// What a course asks of those who book it is changed; bookings that are made already stay as they are.
import { transact } from "db/client";
import { courseAudiences, courseBoards, courses, roleGroups } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import type { BookingRules } from "./booking-rules";
import { readBookingRules } from "./booking-rules.server";
import { mayRunCatalogue } from "./policy";
import { isSpan } from "./rules";

export type RulesGiven = Omit<BookingRules, "audience" | "prerequisites"> & {
  /** Ids of kinds of work; none: for everyone. */
  audience: string[];
};
export type RulesRefusal = "no such kind of work" | "not one of its boards" | "not a number of months";

/** The same rules change nothing. Prerequisites have commands of their own. @throws Forbidden, NotFound */
export function changeBookingRules(
  ctx: Context,
  { courseId, audience: given, ...own }: RulesGiven & { courseId: string },
): Result<null, RulesRefusal> {
  if (!mayRunCatalogue(ctx.actor)) throw new Forbidden("booking rules");
  return transact(ctx.db, () => {
    const before = readBookingRules(ctx, courseId);
    const audience = [...new Set(given)].sort();
    const groups = ctx.db.select({ id: roleGroups.id }).from(roleGroups).all();
    if (!audience.every((id) => groups.some((group) => group.id === id)))
      return refused("no such kind of work");
    if (own.termsBoardCode !== null && !boardsOf(ctx, courseId).includes(own.termsBoardCode))
      return refused("not one of its boards");
    if (!isSpan(own.certificateMonths)) return refused("not a number of months");
    const audienceBefore = before.audience.map(({ id }) => id).sort();
    const fields: string[] = (Object.keys(own) as (keyof typeof own)[]).filter(
      (field) => own[field] !== before[field],
    );
    if (audience.join("\n") !== audienceBefore.join("\n")) fields.push("audience");
    if (fields.length === 0) return done(null);
    ctx.db.update(courses).set(own).where(eq(courses.id, courseId)).run();
    ctx.db.delete(courseAudiences).where(eq(courseAudiences.courseId, courseId)).run();
    for (const roleGroupId of audience)
      ctx.db.insert(courseAudiences).values({ courseId, roleGroupId }).run();
    recordAudit(ctx, {
      action: "catalogue.booking rules changed",
      subjectKind: "course",
      subjectId: courseId,
      detail: { fields },
    });
    return done(null);
  });
}

const boardsOf = ({ db }: Pick<Context, "db">, courseId: string) =>
  db
    .select({ code: courseBoards.boardCode })
    .from(courseBoards)
    .where(eq(courseBoards.courseId, courseId))
    .all()
    .map(({ code }) => code);
