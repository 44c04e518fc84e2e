// One reminder that is due: its letter, and the note that it was sent.
import { prepared } from "db/client";
import { courses, sessions } from "db/schema";
import { eq, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import {
  type KeptReminder,
  postMessage,
  reminderSent,
  takeBackReminder,
} from "~/domain/notifications/notifications.server";
import { materialsFor } from "~/domain/sessions/sessions";
import { readSession } from "~/domain/sessions/sessions.server";
import { bookingFacts } from "../booking-facts.server";
import { readBooker, readBookingRow } from "../change-state.server";
import { readPlaces } from "../places.server";
import { readPlaceToCome } from "./remind-queries.server";
import { type BookingReminderKind, lettersFor } from "./remind-rules";

/** Looks again under the write lock: what was planned may be true no more. @returns 1 if it posted a letter */
export function remind(ctx: Context, kind: BookingReminderKind, due: KeptReminder): number {
  const place = due.bookingId === null ? null : readPlaceToCome(ctx, due.bookingId);
  const letter = place && lettersFor(place, ctx.clock.now()).find(({ key }) => key === due.key);
  if (!place || !letter) {
    takeBackReminder(ctx, due.id);
    return 0;
  }
  if (letter.dueAt > ctx.clock.now() || !reminderSent(ctx, due.id)) return 0;
  const session = readSession(ctx, place.sessionId);
  const person = readBooker(ctx, place.personId);
  const booking = readBookingRow(ctx, place.bookingId);
  const facts = bookingFacts(booking, readPlaces(ctx, place.sessionId), person, session.meetings);
  const message = { key: due.key, to: { personId: person.id, email: person.email } };
  if (kind === "reminder") {
    const meeting = facts.meetings.find(({ id }) => id === letter.meetingId);
    if (!meeting) return 0;
    postMessage(ctx, { ...message, kind, facts: { ...facts, meeting } });
  } else {
    const teachers = session.trainers
      .filter(({ confirmedAt }) => confirmedAt !== null)
      .map(({ part, agencyName }) => ({ part, agencyName }));
    const materials = materialsFor(session.materials, "people booked").map(({ title, url }) => ({
      title,
      url,
    }));
    const contentNote = noteOfCourse(ctx.db).get({ sessionId: session.id })?.contentNote ?? null;
    postMessage(ctx, { ...message, kind, facts: { ...facts, teachers, materials, contentNote } });
  }
  recordAudit(ctx, {
    action: "bookings.reminded",
    subjectKind: "booking",
    subjectId: booking.id,
    aboutPersonId: person.id,
    detail: { kind },
  });
  return 1;
}

const noteOfCourse = prepared((db) =>
  db
    .select({ contentNote: courses.contentNote })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(eq(sessions.id, sql.placeholder("sessionId")))
    .prepare(),
);
