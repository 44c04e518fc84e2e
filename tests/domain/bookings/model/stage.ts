// Where the plans are carried out: courses of every kind of rule, people of two agencies, and a clock to move.

import type { SessionPlan } from "~/domain/sessions/sessions.server";
import { startingRules, type TermsRules } from "~/domain/terms/terms";
import { addDays, instantOf } from "~/shared/civil-time";
import { days, hours } from "~/shared/clock";
import { makeWorld, testNow, type World } from "../../../support/world";
import { statement } from "./checks";
import { courseKinds, mostPeople, type Plan } from "./deeds";

type CourseKind = {
  waiting: Partial<TermsRules["waiting"]>;
  approval: "none" | "line manager" | "agency lead";
  silence: "approved" | "declined";
  asks: boolean;
};

/** So short that a group's time runs out within a plan. */
export const groupHours = 6;

const kinds: CourseKind[] = [
  { waiting: {}, approval: "none", silence: "declined", asks: false },
  { waiting: { offersAtOnce: 1 }, approval: "none", silence: "declined", asks: false },
  { waiting: { policy: "mixed agencies" }, approval: "none", silence: "declined", asks: false },
  { waiting: { policy: "needs first" }, approval: "none", silence: "declined", asks: false },
  { waiting: {}, approval: "line manager", silence: "approved", asks: false },
  { waiting: { policy: "mixed agencies" }, approval: "agency lead", silence: "declined", asks: true },
];
if (kinds.length !== courseKinds) throw new Error("The plans name every kind of course.");

/** One world for many plans; a database that grows for ever is slow, so make another now and then. */
export function makeStage() {
  const world = makeWorld();
  for (const [index, kind] of kinds.entries()) addCourse(world, kind, index);
  world.db
    .insert(world.tables.requirements)
    .values({ roleGroupId: "front-line", competencyId: "recognise", boardCode: "KIDS", renewMonths: 12 })
    .run();
  const admin = world.as(world.person({ roles: ["admin"] }));
  const coordinator = world.as(world.coordinator);
  const people = makePeople(world);
  return { world, admin, coordinator, people };
}

export type Stage = ReturnType<typeof makeStage>;
export type Someone = ReturnType<typeof makePeople>[number];

function addCourse({ db, tables }: World, kind: CourseKind, index: number): void {
  const [id, code] = [`course-${index}`, `B${index}`];
  db.insert(tables.boards)
    .values({
      ...{ code, name: `Board ${index}`, concern: "everyone", shape: "circle", colour: "#0b5772" },
      position: 10 + index,
    })
    .run();
  const rules: TermsRules = {
    ...startingRules,
    waiting: { ...startingRules.waiting, groupHours, ...kind.waiting },
    approval: { workingDays: 1, silence: kind.silence },
    releaseWorkingDays: 1,
  };
  db.insert(tables.bookingTerms)
    .values({ id: `terms-${index}`, boardCode: code, version: 1, inForceFrom: 0, rules, madeAt: 0 })
    .run();
  db.insert(tables.courses)
    .values({
      ...{ id, slug: id, title: `Course ${index}`, summary: "A day.", audience: "Everyone" },
      ...{ activityType: "training day", themeSlug: "neglect", minutes: 360, offered: true },
      approval: kind.approval,
    })
    .run();
  db.insert(tables.courseBoards).values({ courseId: id, boardCode: code }).run();
  db.insert(tables.courseCompetencies).values({ courseId: id, competencyId: "recognise" }).run();
  if (kind.asks)
    db.insert(tables.coursePrerequisites)
      .values({ id: `asks-${index}`, courseId: id, kind: "e-learning", eLearning: "Basics", position: 1 })
      .run();
}

/** See `mostPeople`: two agencies with a lead each; every other person's kind of work asks for the course. */
function makePeople(world: World) {
  return Array.from({ length: mostPeople }, (_, number) => {
    const agencyId = number < 4 ? "police" : "health";
    const personId = world.person({
      agencyId,
      roleGroupId: number % 2 === 0 ? "front-line" : null,
      roles: number === 3 || number === 6 ? ["agency_lead"] : [],
    });
    const lineManagerEmail = `manager-of-${personId}@example.org`;
    statement(world.db.$client, "update people set line_manager_email = ? where id = ?").run(
      lineManagerEmail,
      personId,
    );
    return { personId, agencyId, ctx: world.as(personId), email: `${personId}@police.example.org` };
  });
}

type Planned = Pick<SessionPlan, "mode" | "venueId" | "joiningLink" | "bookingClosesAt" | "meetings"> & {
  capacity: number;
  onlineCapacity: number | null;
};

/** A published session with one meeting, written straight away: thousands are needed. */
function addSession(world: World, courseId: string, planned: Planned): string {
  const { db, ids } = world;
  const id = ids.id();
  const [meeting] = planned.meetings;
  if (!meeting) throw new Error("A session has a meeting.");
  const startsAt = instantOf(meeting.date, meeting.startTime);
  const endsAt = instantOf(meeting.date, meeting.endTime);
  const { mode, venueId, joiningLink, capacity, onlineCapacity, bookingClosesAt } = planned;
  statement(
    db.$client,
    `insert into sessions (id, course_id, status, mode, venue_id, joining_link, capacity, online_capacity,
      booking_closes_at, starts_at, ends_at, created_at, updated_at)
      values (?, ?, 'published', ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)`,
  ).run(
    id,
    courseId,
    mode,
    venueId,
    joiningLink,
    capacity,
    onlineCapacity,
    bookingClosesAt,
    startsAt,
    endsAt,
  );
  statement(
    db.$client,
    `insert into meetings (id, session_id, number, date, start_time, end_time, zone, starts_at, ends_at)
      values (?, ?, 1, ?, ?, ?, 'Europe/London', ?, ?)`,
  ).run(ids.id(), id, meeting.date, meeting.startTime, meeting.endTime, startsAt, endsAt);
  return id;
}

/** Sessions of their own for a plan; and people, where two of them become one. */
export function setScene(stage: Stage, plan: Plan) {
  const { world } = stage;
  world.clock.set(testNow);
  const merging = plan.deeds.some(({ deed }) => deed === "merge");
  const people = merging ? makePeople(world) : stage.people;
  const sessions = plan.sessions.map(({ hybrid, room, online, closesHoursBefore }, index) => {
    const date = addDays(world.today, 3 + index);
    const startsAt = instantOf(date, "09:30");
    const planned = {
      mode: hybrid ? ("hybrid" as const) : ("in person" as const),
      venueId: "venue",
      joiningLink: hybrid ? "https://meet.example.org/it" : null,
      capacity: room,
      onlineCapacity: hybrid ? online : null,
      bookingClosesAt: startsAt - hours(closesHoursBefore),
      meetings: [{ date, startTime: "09:30", endTime: "16:30" }],
    };
    const id = addSession(world, `course-${plan.course}`, planned);
    return { id, planned, startsAt };
  });
  const afterwards = (sessions.at(-1)?.startsAt ?? 0) + days(30);
  return {
    ...stage,
    people,
    sessions,
    kind: kinds[plan.course] as CourseKind,
    course: plan.course,
    afterwards,
  };
}

export type Scene = ReturnType<typeof setScene>;
export type Play = Scene["sessions"][number];
