// A room full of people who scan one code: which form is shown to them now, and whose form it is by what they type.
import { prepared } from "db/client";
import { bookings, courseEvaluations, courses, people, sessions } from "db/schema";
import { and, eq, inArray, or, sql } from "drizzle-orm";
import { actorPersonId, type Context } from "~/domain/context";
import { sessionIdOfMeeting } from "~/domain/sessions/sessions.server";
import { minutes } from "~/shared/clock";
import { NotFound } from "~/shared/problems";
import type { Stage } from "../evaluations";
import { mayAnswer, type SessionTimes, timesOf } from "../rules";
import { readDraft } from "./save-draft.server";
import { readSubject } from "./subject-queries.server";
import type { EvaluationKey } from "./token";

/** The end first: once it is open nothing from before is. On arrival, where the course asks then; else as at booking. */
const inRoom: readonly Stage[] = ["T2", "T1", "T0"];

const withPlace = ["confirmed", "attended", "partly attended"] as const;

const bookedAs = prepared((db) =>
  db
    .select({ bookingId: bookings.id, reference: bookings.reference })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(
      and(
        eq(bookings.sessionId, sql.placeholder("sessionId")),
        inArray(bookings.state, [...withPlace]),
        or(
          eq(bookings.reference, sql.placeholder("reference")),
          sql`lower(${people.email}) = ${sql.placeholder("email")}`,
        ),
      ),
    )
    .prepare(),
);

const bookedBy = prepared((db) =>
  db
    .select({ bookingId: bookings.id })
    .from(bookings)
    .where(
      and(
        eq(bookings.personId, sql.placeholder("personId")),
        eq(bookings.sessionId, sql.placeholder("sessionId")),
        inArray(bookings.state, [...withPlace]),
      ),
    )
    .prepare(),
);

/** "abcd efgh" is the reference ABCD-EFGH. */
function referenceIn(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/**
 * The form that somebody in the room of this meeting may answer in time now, by their booking's reference or their
 * address at work. Null for anything else, whatever the reason: who is booked, and who has answered, is not told.
 *
 * A colleague may know an address, so it opens only a form that nobody has begun; what was typed stays with whoever has
 * the reference or the link.
 * @throws NotFound for a meeting that is not there
 */
export function findFormInRoom(ctx: Context, meetingId: string, typed: string): EvaluationKey | null {
  const sessionId = sessionIdOfMeeting(ctx, meetingId);
  const reference = referenceIn(typed);
  const [booked, ...more] = bookedAs(ctx.db).all({ sessionId, reference, email: typed.trim().toLowerCase() });
  if (!booked || more.length > 0) return null;
  const key = formOpenTo(ctx, booked.bookingId);
  const byAddress = booked.reference !== reference;
  return key && byAddress && readDraft(ctx, key) !== null ? null : key;
}

/** The same for somebody who is signed in, begun or not; null for a stranger. @throws NotFound */
export function findOwnFormInRoom(ctx: Context, meetingId: string): EvaluationKey | null {
  const personId = actorPersonId(ctx.actor);
  const sessionId = sessionIdOfMeeting(ctx, meetingId);
  const booked = personId === null ? undefined : bookedBy(ctx.db).get({ sessionId, personId });
  return booked ? formOpenTo(ctx, booked.bookingId) : null;
}

function formOpenTo(ctx: Context, bookingId: string): EvaluationKey | null {
  const subject = readSubject(ctx, bookingId);
  const now = ctx.clock.now();
  const stage = inRoom.find((one) => isInTime(mayAnswer(one, subject, now)));
  return stage ? { bookingId, stage } : null;
}

const isInTime = (may: ReturnType<typeof mayAnswer>) => may.open && may.keptApart === null;

const courseOf = prepared((db) =>
  db
    .select({
      courseTitle: courses.title,
      status: sessions.status,
      onArrival: sql<boolean>`coalesce(${courseEvaluations.onArrival}, 0)`.mapWith(Boolean),
    })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .leftJoin(courseEvaluations, eq(courseEvaluations.courseId, sessions.courseId))
    .where(eq(sessions.id, sql.placeholder("sessionId")))
    .prepare(),
);

/** What a room is told of the session whose code it scanned. @throws NotFound, for a draft too */
export function readRoom(ctx: Pick<Context, "db">, meetingId: string) {
  const room = courseOf(ctx.db).get({ sessionId: sessionIdOfMeeting(ctx, meetingId) });
  if (!room || room.status === "draft") throw new NotFound("session");
  const { courseTitle, onArrival } = room;
  return { courseTitle, onArrival };
}

/** From when those who arrive may be shown the questions of before. */
const beforeStart = minutes(60);

/**
 * Which questions a room may be shown now, and until when they count; null between those before and those at the end,
 * and after them.
 */
export function openInRoom(
  session: SessionTimes & { onArrival: boolean },
  now: number,
): { stage: Stage; until: number } | null {
  const end = timesOf("T2", session);
  const stage: Stage = end ? "T2" : session.onArrival ? "T1" : "T0";
  const times = end ?? timesOf(stage, session);
  if (!times || now < session.startsAt - beforeStart || now >= times.inTimeUntil) return null;
  return { stage, until: times.inTimeUntil };
}
