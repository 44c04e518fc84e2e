// One account of a person takes over the sessions that another teaches.
import { transact } from "db/client";
import { trainerAssignments } from "db/schema";
import { and, eq } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";

/** The most responsible first. */
const parts = ["lead", "co-trainer", "lived experience"] as const;

/**
 * The sessions room's part of a merge. On a session that has both, one assignment stays, with the larger part.
 * Whoever takes over is in the training pool already.
 * @returns the ids of the sessions. @throws Forbidden
 */
export function takeOverAssignments(
  ctx: Context,
  { fromId, intoId }: { fromId: string; intoId: string },
): string[] {
  if (!holds(ctx.actor, "admin")) throw new Forbidden("merging accounts");
  return transact(ctx.db, () => {
    const assignmentsOf = (personId: string) =>
      ctx.db.select().from(trainerAssignments).where(eq(trainerAssignments.personId, personId)).all();
    const own = new Map(assignmentsOf(intoId).map((assignment) => [assignment.sessionId, assignment]));
    const theirs = assignmentsOf(fromId);
    for (const { sessionId, part, confirmedAt } of theirs) {
      const assignmentOf = (personId: string) =>
        and(eq(trainerAssignments.personId, personId), eq(trainerAssignments.sessionId, sessionId));
      const kept = own.get(sessionId);
      if (!kept) {
        ctx.db.update(trainerAssignments).set({ personId: intoId }).where(assignmentOf(fromId)).run();
        continue;
      }
      const larger = parts.indexOf(part) < parts.indexOf(kept.part) ? part : kept.part;
      // They said that they can, with either account.
      const said = kept.confirmedAt ?? confirmedAt;
      if (larger !== kept.part || said !== kept.confirmedAt)
        ctx.db
          .update(trainerAssignments)
          .set({ part: larger, confirmedAt: said })
          .where(assignmentOf(intoId))
          .run();
      ctx.db.delete(trainerAssignments).where(assignmentOf(fromId)).run();
    }
    return theirs.map(({ sessionId }) => sessionId).sort();
  });
}
