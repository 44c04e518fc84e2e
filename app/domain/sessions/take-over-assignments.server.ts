// One account of a person takes over the sessions that another teaches.
import { transact } from "db/client";
import { trainerAssignments } from "db/schema";
import { and, eq } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { takeBackLetters } from "~/domain/notifications/notifications.server";
import { Forbidden } from "~/shared/problems";
import { concernsTrainers } from "./policy";
import { readSession } from "./queries.server";
import { teachingFacts, withdrawTwin } from "./teaching-letters.server";
import { takeOff } from "./unassign-trainer.server";

/** The most responsible first. */
const parts = ["lead", "co-trainer", "lived experience"] as const;

type Assignment = typeof trainerAssignments.$inferSelect;
type Ids = { fromId: string; intoId: string };

/**
 * The sessions room's part of a merge. An entry in a calendar keeps its name, whichever account it goes on with. On a
 * session that has both, one assignment stays, with the larger part. Whoever takes over is in the training pool already.
 * @returns the ids of the sessions. @throws Forbidden
 */
export function takeOverAssignments(ctx: Context, { fromId, intoId }: Ids): string[] {
  if (!holds(ctx.actor, "admin")) throw new Forbidden("merging accounts");
  return transact(ctx.db, () => {
    const assignmentsOf = (personId: string) =>
      ctx.db.select().from(trainerAssignments).where(eq(trainerAssignments.personId, personId)).all();
    const own = new Map(assignmentsOf(intoId).map((assignment) => [assignment.sessionId, assignment]));
    const theirs = assignmentsOf(fromId);
    for (const assignment of theirs) {
      const kept = own.get(assignment.sessionId);
      if (kept) becomeOne(ctx, assignment, kept);
      else write(ctx, assignment, { personId: intoId, entryOf: assignment.entryOf ?? fromId });
    }
    return theirs.map(({ sessionId }) => sessionId).sort();
  });
}

function write(ctx: Context, { sessionId, personId }: Assignment, change: Partial<Assignment>): void {
  const { sessionId: session, personId: person } = trainerAssignments;
  ctx.db
    .update(trainerAssignments)
    .set(change)
    .where(and(eq(session, sessionId), eq(person, personId)))
    .run();
}

/**
 * Of two, the one with which they said that they can goes on, and its entry with it; where they said so with both, the kept
 * account's. The other entry is taken out of the calendar that holds it.
 */
function becomeOne(ctx: Context, from: Assignment, into: Assignment): void {
  const onlyFromSaid = from.confirmedAt !== null && into.confirmedAt === null;
  const [stays, goes] = onlyFromSaid ? [from, into] : [into, from];
  endEntry(ctx, goes, into.personId);
  takeOff(ctx, from);
  write(ctx, into, {
    part: parts.indexOf(from.part) < parts.indexOf(into.part) ? from.part : into.part,
    confirmedAt: stays.confirmedAt,
    assignedAt: stays.assignedAt,
    entryOf: onlyFromSaid ? (from.entryOf ?? from.personId) : into.entryOf,
  });
}

/** Before the row goes: the letters say what it was. */
function endEntry(ctx: Context, goes: Assignment, intoId: string): void {
  const { sessionId, personId } = goes;
  const session = readSession(ctx, sessionId);
  const trainer = session.trainers.find((each) => each.personId === personId);
  if (!trainer) return;
  const invited = takeBackLetters(ctx, { sessionId, personId: trainer.entryOf });
  if (trainer.confirmedAt !== null && concernsTrainers(session, ctx.clock.now()))
    withdrawTwin(ctx, teachingFacts(session, trainer), { fromId: personId, intoId, invited });
}
