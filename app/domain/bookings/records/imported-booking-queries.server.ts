// What the rows of a list of bookings refer to: sessions by course and day, people by address, bookings by both.
import { prepared } from "db/client";
import { bookings, courses, meetings, people, sessions } from "db/schema";
import { and, asc, desc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Context } from "~/domain/context";
import { addDays, type CivilDate, startOfDay } from "~/shared/civil-time";
import type { BookingState } from "../bookings";
import { modesOf, readPlaces } from "../places.server";
import { ended, placesLeft } from "../rules";
import type { PersonMeant, SessionMeant } from "./imported-bookings";

type Reader = Pick<Context, "db">;

const named = prepared((db) =>
  db.select({ id: courses.id, slug: courses.slug, title: courses.title }).from(courses).prepare(),
);
const plain = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

const startingOn = prepared((db) =>
  db
    .select({
      id: sessions.id,
      startTime: meetings.startTime,
      endsAt: sessions.endsAt,
      status: sessions.status,
      mode: sessions.mode,
    })
    .from(sessions)
    .innerJoin(meetings, and(eq(meetings.sessionId, sessions.id), eq(meetings.startsAt, sessions.startsAt)))
    .where(
      and(
        eq(sessions.courseId, sql.placeholder("courseId")),
        gte(sessions.startsAt, sql.placeholder("from")),
        lt(sessions.startsAt, sql.placeholder("until")),
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .prepare(),
);

/**
 * Finds the sessions of a course that begin on a day, each looked up once; undefined where there is no such course. A
 * title is compared as it is read: case and runs of spaces aside.
 */
export function sessionFinder(ctx: Reader): (course: string, date: CivilDate) => SessionMeant[] | undefined {
  const courseIds = new Map<string, string>();
  const all = named(ctx.db).all();
  for (const { id, title } of all) courseIds.set(plain(title), id);
  for (const { id, slug } of all) courseIds.set(slug, id);
  const found = new Map<string, SessionMeant[]>();
  return (course, date) => {
    const courseId = courseIds.get(course) ?? courseIds.get(plain(course));
    if (courseId === undefined) return undefined;
    const key = `${courseId} ${date}`;
    const sessionsThen = found.get(key) ?? sessionsOn(ctx, courseId, date);
    found.set(key, sessionsThen);
    return sessionsThen;
  };
}

function sessionsOn(ctx: Reader, courseId: string, date: CivilDate): SessionMeant[] {
  const day = { from: startOfDay(date), until: startOfDay(addDays(date, 1)) };
  return startingOn(ctx.db)
    .all({ courseId, ...day })
    .map(({ mode, ...session }) => {
      const places = readPlaces(ctx, session.id);
      const left = placesLeft(places);
      const here = (free: number) => Math.max(0, Math.min(free, left));
      return {
        ...session,
        modes: modesOf({ mode }),
        left: { "in person": here(places.free["in person"]), online: here(places.free.online) },
      };
    });
}

const successor = alias(people, "successor");
const personByAddress = prepared((db) =>
  db
    .select({
      id: people.id,
      mergedInto: successor.email,
      left: sql<boolean>`${people.disabledAt} is not null`.mapWith(Boolean),
      agencyConfirmed: sql<boolean>`${people.agencyStanding} = 'confirmed'`.mapWith(Boolean),
    })
    .from(people)
    .leftJoin(successor, eq(successor.id, people.mergedIntoId))
    .where(eq(sql`lower(${people.email})`, sql.placeholder("email")))
    .prepare(),
);

/** @param email in small letters */
export const personAt = (ctx: Reader, email: string): PersonMeant | undefined =>
  personByAddress(ctx.db).get({ email });

const lastBooking = prepared((db) =>
  db
    .select({ state: bookings.state })
    .from(bookings)
    .where(
      and(
        eq(bookings.sessionId, sql.placeholder("sessionId")),
        eq(bookings.personId, sql.placeholder("personId")),
      ),
    )
    .orderBy(inArray(bookings.state, [...ended]), desc(bookings.updatedAt), desc(bookings.id))
    .limit(1)
    .prepare(),
);

/** How a person's booking of a session stands: the live one, or else the last that ended. */
export const recordedState = (ctx: Reader, sessionId: string, personId: string): BookingState | undefined =>
  lastBooking(ctx.db).get({ sessionId, personId })?.state;
