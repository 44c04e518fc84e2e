// What stands in the way of a plan without forbidding it: a room that is taken, or a trainer who teaches elsewhere.

import { prepared } from "db/client";
import { courses, meetings, sessions } from "db/schema";
import { and, asc, eq, gt, inArray, lt, ne, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { CivilDate } from "~/shared/civil-time";
import { meetingsTaughtBy } from "./queries.server";
import { clash, type Span } from "./rules";

export type Clash = {
  /** "venue": the same building, and for one of the two nobody said which room. */
  kind: "room" | "venue" | "trainer";
  sessionId: string;
  courseTitle: string;
  date: CivilDate;
  /** The trainer's name, null for a place. */
  name: string | null;
};

const heldThere = prepared((db) =>
  db
    .select({
      sessionId: sessions.id,
      courseTitle: courses.title,
      roomId: sessions.roomId,
      date: meetings.date,
      startsAt: meetings.startsAt,
      endsAt: meetings.endsAt,
    })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(meetings, eq(meetings.sessionId, sessions.id))
    .where(
      and(
        inArray(sessions.status, ["draft", "published", "closed"]),
        eq(sessions.venueId, sql.placeholder("venueId")),
        ne(sessions.id, sql.placeholder("besides")),
        lt(sessions.startsAt, sql.placeholder("endsAt")),
        gt(sessions.endsAt, sql.placeholder("startsAt")),
      ),
    )
    .orderBy(asc(meetings.startsAt), asc(sessions.id))
    .prepare(),
);

const titleOf = prepared((db) =>
  db
    .select({ title: courses.title })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(eq(sessions.id, sql.placeholder("id")))
    .prepare(),
);

type Plan = {
  /** The session itself, which is no clash; null where it is not there yet. */
  sessionId: string | null;
  venueId: string | null;
  roomId: string | null;
  startsAt: number;
  endsAt: number;
  meetings: Span[];
  trainers: { personId: string; name: string }[];
};

/** Other sessions that share time with these meetings in the same room or with the same trainer, each once. */
export function findClashes(ctx: Pick<Context, "db">, plan: Plan): Clash[] {
  const { venueId, startsAt, endsAt } = plan;
  const found: Clash[] = [];
  if (venueId !== null) {
    const besides = plan.sessionId ?? "";
    for (const { roomId, ...there } of heldThere(ctx.db).all({ venueId, besides, startsAt, endsAt })) {
      const bothSaid = roomId !== null && plan.roomId !== null;
      if ((bothSaid && roomId !== plan.roomId) || !clash(plan.meetings, [there])) continue;
      const { sessionId, courseTitle, date } = there;
      found.push({ kind: bothSaid ? "room" : "venue", sessionId, courseTitle, date, name: null });
    }
  }
  for (const { personId, name } of plan.trainers) {
    for (const taught of meetingsTaughtBy(ctx, personId, startsAt)) {
      if (taught.sessionId === plan.sessionId || !clash(plan.meetings, [taught])) continue;
      const courseTitle = titleOf(ctx.db).get({ id: taught.sessionId })?.title ?? "";
      found.push({ kind: "trainer", sessionId: taught.sessionId, courseTitle, date: taught.date, name });
    }
  }
  return found.filter(
    (one, index) =>
      found.findIndex(
        (other) => other.kind === one.kind && other.sessionId === one.sessionId && other.name === one.name,
      ) === index,
  );
}
