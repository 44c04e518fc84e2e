// One account of a person takes over the place in the training pool of another.
import { transact } from "db/client";
import { trainerApprovals, trainers } from "db/schema";
import { and, eq } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";

type Place = typeof trainers.$inferSelect;

/** Of two places the earlier beginning and the later end; one that has no end has none. */
const span = (one: Place, other: Place) => ({
  joinedOn: one.joinedOn < other.joinedOn ? one.joinedOn : other.joinedOn,
  leftOn: one.leftOn !== null && other.leftOn !== null ? later(one.leftOn, other.leftOn) : null,
});
const later = (one: string, other: string) => (one > other ? one : other);

/**
 * The trainers room's part of a merge: approved for a course twice, the later last day counts. The place of `from` is
 * still there, for the sessions that name it; close it with `leavePool` once they name the other.
 * @returns how many approvals there were. @throws Forbidden
 */
export function takeOverPoolPlace(
  ctx: Context,
  { fromId, intoId }: { fromId: string; intoId: string },
): number {
  if (!holds(ctx.actor, "admin")) throw new Forbidden("merging accounts");
  return transact(ctx.db, () => {
    const placeOf = (personId: string) =>
      ctx.db.select().from(trainers).where(eq(trainers.personId, personId)).get();
    const from = placeOf(fromId);
    if (!from) return 0;
    const into = placeOf(intoId);
    if (into) ctx.db.update(trainers).set(span(from, into)).where(eq(trainers.personId, intoId)).run();
    else
      ctx.db
        .insert(trainers)
        .values({ ...from, personId: intoId })
        .run();

    const approvalsOf = (personId: string) =>
      ctx.db.select().from(trainerApprovals).where(eq(trainerApprovals.personId, personId)).all();
    const own = new Map(approvalsOf(intoId).map((approval) => [approval.courseId, approval]));
    const theirs = approvalsOf(fromId);
    for (const { courseId, until, approvedAt, approvedBy } of theirs) {
      const approvalOf = (personId: string) =>
        and(eq(trainerApprovals.personId, personId), eq(trainerApprovals.courseId, courseId));
      const kept = own.get(courseId);
      if (!kept) {
        ctx.db.update(trainerApprovals).set({ personId: intoId }).where(approvalOf(fromId)).run();
        continue;
      }
      if (until > kept.until) {
        const set = { until, approvedAt, approvedBy };
        ctx.db.update(trainerApprovals).set(set).where(approvalOf(intoId)).run();
      }
      ctx.db.delete(trainerApprovals).where(approvalOf(fromId)).run();
    }
    return theirs.length;
  });
}
