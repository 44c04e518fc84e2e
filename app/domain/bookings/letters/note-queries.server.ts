// Whom a note to a session would reach, and what was written to it before.
import { prepared } from "db/client";
import { bookings, people, sessionNotes, trainerAssignments } from "db/schema";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { NoteAudience } from "~/domain/notifications/notifications";
import { mayDeliver, readSession } from "~/domain/sessions/sessions.server";
import { NotFound } from "~/shared/problems";
import { noteAudiences, statesOfAudience } from "./note-rules";

export type Reader = { personId: string; name: string; email: string; bookingId: string | null };

const here = and(isNull(people.disabledAt), isNull(people.erasedAt));

const bookedPeople = prepared((db) =>
  db
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      bookingId: bookings.id,
      state: bookings.state,
    })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(and(eq(bookings.sessionId, sql.placeholder("sessionId")), here))
    .orderBy(asc(sql`${people.name} collate nocase`), asc(bookings.id))
    .prepare(),
);

const trainersOf = prepared((db) =>
  db
    .select({ personId: people.id, name: people.name, email: people.email })
    .from(trainerAssignments)
    .innerJoin(people, eq(people.id, trainerAssignments.personId))
    .where(and(eq(trainerAssignments.sessionId, sql.placeholder("sessionId")), here))
    .orderBy(asc(sql`${people.name} collate nocase`))
    .prepare(),
);

/** Everyone whom a note would reach now, by audience. */
export function readersOf(ctx: Pick<Context, "db">, sessionId: string): Record<NoteAudience, Reader[]> {
  const booked = bookedPeople(ctx.db).all({ sessionId });
  const inStates = (states: readonly string[]): Reader[] =>
    booked.filter(({ state }) => states.includes(state)).map(({ state: _, ...reader }) => reader);
  return {
    booked: inStates(statesOfAudience.booked),
    waiting: inStates(statesOfAudience.waiting),
    attended: inStates(statesOfAudience.attended),
    "did not attend": inStates(statesOfAudience["did not attend"]),
    trainers: trainersOf(ctx.db)
      .all({ sessionId })
      .map((trainer) => ({ ...trainer, bookingId: null })),
  };
}

const notesOfSession = prepared((db) =>
  db
    .select({
      id: sessionNotes.id,
      audience: sessionNotes.audience,
      subject: sessionNotes.subject,
      body: sessionNotes.body,
      people: sessionNotes.people,
      sentAt: sessionNotes.sentAt,
      byName: people.name,
    })
    .from(sessionNotes)
    .leftJoin(people, eq(people.id, sessionNotes.sentBy))
    .where(eq(sessionNotes.sessionId, sql.placeholder("sessionId")))
    .orderBy(desc(sessionNotes.sentAt), desc(sessionNotes.id))
    .prepare(),
);

/** A session for somebody who may write to it. @throws NotFound for anyone but coordinators and its own trainers */
export function readForNote(ctx: Context, sessionId: string) {
  const session = readSession(ctx, sessionId);
  if (!mayDeliver(ctx.actor, session, ctx.clock.now())) throw new NotFound("session");
  return session;
}

/** What was written to those on a session, newest first, and how many each audience has now. @throws NotFound */
export function readSessionNotes(ctx: Context, sessionId: string) {
  const session = readForNote(ctx, sessionId);
  const readers = readersOf(ctx, sessionId);
  return {
    session,
    notes: notesOfSession(ctx.db).all({ sessionId }),
    audiences: noteAudiences.map((audience) => ({ audience, people: readers[audience].length })),
  };
}

/** The names of whom a note would reach. @throws NotFound */
export function listNoteReaders(ctx: Context, sessionId: string, audience: NoteAudience): string[] {
  readForNote(ctx, sessionId);
  return readersOf(ctx, sessionId)[audience].map(({ name }) => name);
}
