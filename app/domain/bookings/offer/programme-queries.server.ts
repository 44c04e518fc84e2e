// The programme in pages: first which sessions, then everything about those shown. Two queries however many there are.

import { prepared } from "db/client";
import {
  bookings,
  courseBoards,
  courses,
  meetings,
  people,
  rooms,
  sessions,
  trainerAssignments,
  venues,
} from "db/schema";
import { and, asc, eq, exists, gt, inArray, type SQL, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { mayRunProgramme } from "~/domain/sessions/sessions.server";
import { Forbidden } from "~/shared/problems";
import { isUnreached } from "../letters/unreached";
import { capacityOf, takenOf, takenOnlineOf, waitingOf } from "../places.server";
import { confirmedOf } from "../sessions-changed/undecided-queries.server";
import type { ProgrammeFilters, ProgrammeOrder, ProgrammeSession } from "./programme";

type Reader = Pick<Context, "db" | "clock" | "actor">;

const ph = sql.placeholder;
/** Filters that are left out are null, and let everything through. */
const unless = (name: string, condition: SQL | undefined) => sql`(${ph(name)} is null or ${condition})`;

const matching = (db: Parameters<Parameters<typeof prepared>[0]>[0]) =>
  and(
    inArray(sessions.status, sql`(select value from json_each(${ph("statuses")}))`),
    gt(sessions.endsAt, ph("endedBy")),
    sql`${sessions.startsAt} >= ${ph("from")}`,
    sql`${sessions.startsAt} < ${ph("to")}`,
    unless("courseId", eq(sessions.courseId, ph("courseId"))),
    unless(
      "venueId",
      sql`case when ${ph("venueId")} = 'online' then ${sessions.mode} <> 'in person' else ${sessions.venueId} = ${ph("venueId")} end`,
    ),
    unless(
      "boardCode",
      exists(
        db
          .select({ one: sql`1` })
          .from(courseBoards)
          .where(
            and(eq(courseBoards.courseId, sessions.courseId), eq(courseBoards.boardCode, ph("boardCode"))),
          ),
      ),
    ),
  );

const orders: Record<ProgrammeOrder, SQL> = {
  date: sql`${sessions.startsAt}`,
  course: sql`${courses.title} collate nocase`,
  free: sql`${capacityOf} - ${takenOf(sessions.id)}`,
  waiting: sql`${waitingOf(sessions.id)}`,
};

const found = (order: ProgrammeOrder, direction: "asc" | "desc") =>
  prepared((db) =>
    db
      .select({ id: sessions.id })
      .from(sessions)
      .innerJoin(courses, eq(courses.id, sessions.courseId))
      .where(matching(db))
      .orderBy(
        direction === "asc" ? sql`${orders[order]} asc` : sql`${orders[order]} desc`,
        asc(sessions.startsAt),
        asc(sessions.id),
      )
      .prepare(),
  );
const foundIn = {
  asc: {
    date: found("date", "asc"),
    course: found("course", "asc"),
    free: found("free", "asc"),
    waiting: found("waiting", "asc"),
  },
  desc: {
    date: found("date", "desc"),
    course: found("course", "desc"),
    free: found("free", "desc"),
    waiting: found("waiting", "desc"),
  },
} as const satisfies Record<string, Record<ProgrammeOrder, ReturnType<typeof found>>>;

const described = prepared((db) =>
  db
    .select({
      id: sessions.id,
      courseTitle: courses.title,
      status: sessions.status,
      mode: sessions.mode,
      venueName: venues.name,
      roomName: rooms.name,
      venueRooms: sql<number>`(select count(*) from ${rooms} where ${rooms.venueId} = ${sessions.venueId} and ${rooms.archivedAt} is null)`,
      hasLink: sql<boolean>`${sessions.joiningLink} is not null`.mapWith(Boolean),
      capacity: capacityOf,
      onlineCapacity: sessions.onlineCapacity,
      taken: takenOf(sessions.id),
      takenOnline: takenOnlineOf(sessions.id),
      confirmed: confirmedOf(sessions.id),
      waiting: waitingOf(sessions.id),
      minimum: sessions.minimum,
      decideBy: sessions.decideBy,
      goAheadAt: sessions.goAheadAt,
      trainers: sql<number>`(select count(*) from ${trainerAssignments} where ${trainerAssignments.sessionId} = ${sessions.id})`,
      trainerAgencies: sql<number>`(select count(distinct ${people.agencyId}) from ${trainerAssignments} inner join ${people} on ${people.id} = ${trainerAssignments.personId} where ${trainerAssignments.sessionId} = ${sessions.id})`,
      trainersAsked: sql<number>`(select count(*) from ${trainerAssignments} where ${trainerAssignments.sessionId} = ${sessions.id} and ${trainerAssignments.confirmedAt} is null)`,
      unreached: sql<number>`(select count(*) from ${bookings} inner join ${people} on ${people.id} = ${bookings.personId} where ${bookings.sessionId} = ${sessions.id} and ${bookings.state} in ('confirmed', 'offered') and ${isUnreached})`,
      meetings: sql<number>`(select count(*) from ${meetings} where ${meetings.sessionId} = ${sessions.id})`,
      firstDate: meetings.date,
      firstStart: meetings.startTime,
      firstEnd: meetings.endTime,
      bookingClosesAt: sessions.bookingClosesAt,
    })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(meetings, and(eq(meetings.sessionId, sessions.id), eq(meetings.number, 1)))
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .leftJoin(rooms, eq(rooms.id, sessions.roomId))
    .where(inArray(sessions.id, sql`(select value from json_each(${ph("ids")}))`))
    .prepare(),
);

const everyInstant = 8.64e15;

/** Sessions by their ids, in the order of the ids; one that is not there is left out. @throws Forbidden */
export function describeSessions(ctx: Reader, ids: readonly string[]): ProgrammeSession[] {
  if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
  const byId = new Map(
    described(ctx.db)
      .all({ ids: JSON.stringify(ids) })
      .map((session) => [session.id, session]),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/**
 * The sessions that fit, a page at a time; a page out of range is the first.
 * @throws Forbidden
 */
export function listProgramme(
  ctx: Reader,
  filters: ProgrammeFilters,
  order: { by: ProgrammeOrder; direction: "asc" | "desc" },
  page: { number: number; size: number },
): { total: number; page: number; sessions: ProgrammeSession[] } {
  if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
  const { status } = filters;
  const all = ["draft", "published", "closed", "delivered"];
  const statuses = status === "all" ? [...all, "cancelled"] : status ? [status] : all;
  const ids = foundIn[order.direction]
    [order.by](ctx.db)
    .all({
      statuses: JSON.stringify(statuses),
      endedBy: filters.toCome ? ctx.clock.now() : -1,
      from: filters.from ?? 0,
      to: filters.to ?? everyInstant,
      courseId: filters.courseId ?? null,
      venueId: filters.venueId ?? null,
      boardCode: filters.boardCode ?? null,
    })
    .map(({ id }) => id);
  const last = Math.max(1, Math.ceil(ids.length / page.size));
  const number = Number.isInteger(page.number) && page.number >= 1 && page.number <= last ? page.number : 1;
  const shown = ids.slice((number - 1) * page.size, number * page.size);
  return { total: ids.length, page: number, sessions: describeSessions(ctx, shown) };
}
