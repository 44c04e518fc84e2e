// A world with needs: three kinds of work, four competencies, six courses, and a builder for people and what they did.
import type { Db } from "db/client";
import * as tables from "db/schema";
import { makeWorld } from "tests/support/world";
import type { BookingState } from "~/domain/bookings/bookings";
import type { Context, Role } from "~/domain/context";
import type { LastTrained } from "~/domain/needs/needs";
import { instantOf, london } from "~/shared/civil-time";

export const today = "2026-06-15";
export const noonOn = (date: string) => instantOf(date, "12:00");

export type NeedsWorld = ReturnType<typeof needsWorld>;

/** The small partnership with needs in it, at midday on 15 June 2026; closed when the test is finished. */
export function needsWorld() {
  const world = makeWorld(noonOn(today));
  const { db, clock, ids } = world;
  setUpNeeds(db);

  const person = (
    id: string,
    { agency = "police", group = "direct" as string | null, disabledAt = null as number | null } = {},
  ) => {
    db.insert(tables.people)
      .values({
        id,
        email: `${id}@example.org`,
        name: `Person ${id}`,
        agencyId: agency,
        roleGroupId: group,
        passwordHash: "none",
        createdAt: noonOn("2020-01-01"),
        disabledAt,
      })
      .run();
    return id;
  };
  const session = (
    courseId: string,
    date: string,
    { status = "published", capacity = 20, closes = date }: Partial<SessionFacts> = {},
  ) => {
    const id = ids.id();
    const startsAt = instantOf(date, "09:30");
    const endsAt = instantOf(date, "16:30");
    const times = { startsAt, endsAt };
    db.insert(tables.sessions)
      .values({
        id,
        courseId,
        status,
        mode: "online",
        capacity,
        bookingClosesAt: instantOf(closes, "09:30"),
        createdAt: 0,
        updatedAt: 0,
        ...times,
      })
      .run();
    const wall = { date, startTime: "09:30", endTime: "16:30", zone: london };
    db.insert(tables.meetings)
      .values({ id: ids.id(), sessionId: id, number: 1, ...wall, ...times })
      .run();
    return id;
  };
  const booking = (sessionId: string, personId: string, state: BookingState) => {
    const id = ids.id();
    const queuedAt = state === "waiting" ? 0 : null;
    const facts = { state, queuedAt, createdAt: 0, updatedAt: 0 };
    db.insert(tables.bookings)
      .values({ id, reference: ids.reference(), sessionId, personId, ...facts })
      .run();
    return id;
  };
  return {
    ...world,
    /** The world it stands in, for what asks for that. */
    base: world,
    person,
    session,
    booking,
    /** Someone came (or did not) to a session of a course on a day in the past. */
    attended(personId: string, courseId: string, date: string, state: BookingState = "attended") {
      return booking(session(courseId, date, { status: "delivered" }), personId, state);
    },
    /** Someone's earlier self-assessment. */
    says(personId: string, date: string, answers: Record<string, LastTrained | null>, confidence?: number) {
      const id = ids.id();
      db.insert(tables.selfAssessments)
        .values({ id, personId, takenAt: noonOn(date) })
        .run();
      for (const [competencyId, lastTrained] of Object.entries(answers)) {
        db.insert(tables.selfAssessmentAnswers)
          .values({ selfAssessmentId: id, competencyId, lastTrained, confidence: confidence ?? null })
          .run();
      }
    },
    /** The context of someone signed in. */
    as(personId: string, ...roles: Role[]): Context {
      const actor = { kind: "person" as const, personId, agencyId: "police", roles: new Set(roles) };
      return { db, clock, ids, actor, screen: "test" };
    },
  };
}

type SessionFacts = {
  status: "draft" | "published" | "closed" | "delivered" | "cancelled";
  capacity: number;
  closes: string;
};

/** "direct" needs neglect (3 years), abuse (2 years) and induction (once); "lead" neglect (1 year); "none" nothing. */
function setUpNeeds(db: Db): void {
  const agency = (id: string, name: string) => ({ id, name, sector: "public" });
  db.insert(tables.agencies)
    .values([
      agency("schools", "Schools"),
      agency("housing", "Housing"),
      agency("voluntary", "Voluntary sector"),
    ])
    .run();
  const group = (id: string, position: number) => ({ id, name: `Group ${id}`, description: "", position });
  db.insert(tables.roleGroups)
    .values([group("direct", 11), group("lead", 12), group("none", 13)])
    .run();
  const competency = (id: string, name: string, position: number) => ({
    id,
    name,
    description: `About ${name}`,
    position,
  });
  db.insert(tables.competencies)
    .values([
      competency("neglect", "Neglect", 1),
      competency("abuse", "Domestic abuse", 2),
      competency("induction", "Induction", 3),
      competency("unused", "Not required", 4),
    ])
    .run();
  const requirement = (
    roleGroupId: string,
    competencyId: string,
    boardCode: string,
    renewMonths: number | null,
  ) => ({
    roleGroupId,
    competencyId,
    boardCode,
    renewMonths,
  });
  db.insert(tables.requirements)
    .values([
      requirement("direct", "neglect", "KIDS", 36),
      requirement("direct", "abuse", "ADULT", 24),
      requirement("direct", "induction", "KIDS", null),
      requirement("lead", "neglect", "ADULT", 12),
    ])
    .run();
  const course = (id: string, title: string, offered = true) => ({
    id,
    slug: id,
    title,
    summary: "",
    audience: "",
    activityType: "training day",
    themeSlug: "neglect",
    minutes: 360,
    offered,
  });
  db.insert(tables.courses)
    .values([
      course("neglect-day", "Neglect day"),
      course("neglect-short", "Neglect in brief"),
      course("neglect-third", "Neglect again"),
      course("abuse-day", "Domestic abuse day"),
      course("both", "Neglect and abuse"),
      course("withdrawn", "Withdrawn", false),
    ])
    .run();
  const teaches = (courseId: string, ...competencyIds: string[]) =>
    competencyIds.map((competencyId) => ({ courseId, competencyId }));
  db.insert(tables.courseCompetencies)
    .values([
      ...teaches("neglect-day", "neglect"),
      ...teaches("neglect-short", "neglect"),
      ...teaches("neglect-third", "neglect"),
      ...teaches("abuse-day", "abuse"),
      ...teaches("both", "neglect", "abuse", "unused"),
      ...teaches("withdrawn", "neglect", "induction"),
    ])
    .run();
}
