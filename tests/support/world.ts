// A small partnership to test in: real SQLite, a clock that stands still, and a cast with one person per role.
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Db, openDatabase } from "db/client";
import * as tables from "db/schema";
import { inject, onTestFinished } from "vitest";
import { findSignedInPerson } from "~/domain/accounts/accounts.server";
import { bookPlace } from "~/domain/bookings/bookings.server";
import { type Actor, type Context, system } from "~/domain/context";
import { type Given, nothingGiven, type Stage, stages } from "~/domain/evaluations/evaluations";
import { readInstrument, readSubject, recordResponse } from "~/domain/evaluations/evaluations.server";
import { assignTrainer, type SessionPlan, scheduleSession } from "~/domain/sessions/sessions.server";
import { addDays, civilDateAt, instantOf } from "~/shared/civil-time";
import { days, fixedClock } from "~/shared/clock";
import { countedIds } from "~/shared/ids";

/** Tuesday 3 November 2026, 10:00 in London. */
export const testNow = Date.UTC(2026, 10, 3, 10);

/** A private copy of the migrated database, closed and removed when the test ends. */
function openTestDatabase(): Db {
  const folder = mkdtempSync(join(tmpdir(), "offer-test-"));
  const path = join(folder, "test.db");
  copyFileSync(inject("migratedDatabase"), path);
  const db = openDatabase(path);
  // Tests need no protection from power cuts; db/client's own tests read the setting back.
  db.$client.pragma("synchronous = OFF");
  onTestFinished(() => {
    db.$client.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return db;
}

/** What a form gives: by an item's slug; what is not there is left blank. */
export const given = (values: Record<string, number> = {}): Given => ({
  ...nothingGiven,
  answers: Object.entries(values).map(([slug, value]) => ({ itemId: `item-${slug}`, value })),
});

export type World = ReturnType<typeof makeWorld>;

/**
 * A world with two boards, two agencies, one course, one venue, a question set per stage, and nobody booked.
 * `as(person)` gives the context of someone asking; `person({...})` adds another.
 */
export function makeWorld(now = testNow) {
  const db = openTestDatabase();
  const clock = fixedClock(now);
  const ids = countedIds("t");
  const context = (actor: Actor): Context => ({ db, clock, ids, actor, screen: "test" });
  const asSystem = context(system);
  loadBasics(db, now);

  const person = (
    given: {
      name?: string;
      agencyId?: string;
      roleGroupId?: string | null;
      roles?: tables.GrantedRole[];
    } = {},
  ) => {
    const id = ids.id();
    const name = given.name ?? `Person ${id}`;
    db.insert(tables.people)
      .values({
        id,
        name,
        email: `${id}@police.example.org`,
        agencyId: given.agencyId ?? "police",
        roleGroupId: given.roleGroupId === undefined ? "front-line" : given.roleGroupId,
        passwordHash: "nobody signs in with this",
        createdAt: now,
      })
      .run();
    for (const role of given.roles ?? []) {
      db.insert(tables.roleGrants).values({ personId: id, role, grantedAt: now }).run();
    }
    return id;
  };
  const as = (personId: string): Context => {
    const found = findSignedInPerson({ db }, personId);
    if (!found) throw new Error(`No such person: ${personId}`);
    return context(found.actor);
  };
  const stranger = context({ kind: "stranger" });

  const today = civilDateAt(now);
  /** A published session of the course, in a fortnight unless planned otherwise. */
  const session = (plan: Partial<SessionPlan> = {}) => {
    const meetings = plan.meetings ?? [{ date: addDays(today, 14), startTime: "09:30", endTime: "16:30" }];
    const first = meetings[0] ?? { date: addDays(today, 14), startTime: "09:30" };
    const result = scheduleSession(asSystem, {
      courseId: "course",
      mode: "in person",
      venueId: "venue",
      joiningLink: null,
      capacity: 2,
      bookingClosesAt: instantOf(first.date, first.startTime),
      status: "published",
      ...plan,
      meetings,
    });
    if (!result.ok) throw new Error(`Not scheduled: ${result.reason}`);
    return result.value.sessionId;
  };

  /** Books and gives the booking's id. */
  const book = (sessionId: string, personId: string, ifFull: "wait" | "refuse" = "wait") => {
    const result = bookPlace(as(personId), { sessionId, personId, ifFull });
    if (!result.ok) throw new Error(`Not booked: ${result.reason}`);
    return result.value.bookingId;
  };

  /** Answers a stage of a booking now, by its link. @param values by an item's slug; what is not there is left blank */
  const answer = (bookingId: string, stage: Stage, values: Record<string, number> = {}) => {
    const { items } = readInstrument({ db }, stage, readSubject({ db }, bookingId).courseId);
    const answers = items.flatMap(({ id, slug }) => {
      const value = values[slug];
      return value === undefined ? [] : [{ itemId: id, value }];
    });
    const recorded = recordResponse(stranger, { bookingId, stage }, { ...nothingGiven, answers });
    if (!recorded.ok) throw new Error(`Not answered: ${recorded.reason}`);
  };

  const coordinator = person({ name: "Coordinator", roles: ["coordinator"] });

  /** Someone in the pool who may teach the course for two years. */
  const trainer = (name = "Trainer") => {
    const id = person({ name, roles: ["trainer"] });
    db.insert(tables.trainers).values({ personId: id, kind: "practitioner", joinedOn: "2024-01-01" }).run();
    db.insert(tables.trainerApprovals)
      .values({ personId: id, courseId: "course", until: addDays(today, 730), approvedAt: now })
      .run();
    return id;
  };

  /** Puts a trainer on a session who has said that they can; `asked`: who has not answered yet. */
  const assign = (
    sessionId: string,
    personId: string,
    {
      part = "lead",
      asked = false,
    }: { part?: "lead" | "co-trainer" | "lived experience"; asked?: boolean } = {},
  ) => {
    const result = assignTrainer(asSystem, { sessionId, personId, part, agreed: !asked });
    if (!result.ok) throw new Error(`Not assigned: ${result.reason}`);
  };

  const { auditEntries, outbox, bookings, bookingChanges, responses } = tables;
  const countable = { auditEntries, outbox, bookings, bookingChanges, responses };
  const count = (table: keyof typeof countable) => db.select().from(countable[table]).all().length;

  return {
    db,
    clock,
    ids,
    tables,
    today,
    days,
    asSystem,
    stranger,
    as,
    person,
    coordinator,
    trainer,
    session,
    assign,
    book,
    answer,
    count,
  };
}

function loadBasics(db: Db, now: number): void {
  db.insert(tables.partnership)
    .values({
      id: 1,
      name: "Test partnership",
      serviceName: "Joint training",
      place: "Testford",
      contactName: "the business unit",
      contactEmail: "unit@example.org",
      logoPath: "/mark.svg",
      brandColour: "#0b5772",
    })
    .run();
  db.insert(tables.boards)
    .values([
      {
        code: "KIDS",
        name: "Children's board",
        concern: "children",
        shape: "circle",
        colour: "#0b5772",
        position: 1,
      },
      {
        code: "ADULT",
        name: "Adults' board",
        concern: "adults",
        shape: "square",
        colour: "#a8500b",
        position: 2,
      },
    ])
    .run();
  db.insert(tables.agencies)
    .values([
      { id: "police", name: "Police", sector: "police" },
      { id: "health", name: "Health", sector: "health" },
    ])
    .run();
  db.insert(tables.agencyDomains).values({ domain: "police.example.org", agencyId: "police" }).run();
  db.insert(tables.roleGroups)
    .values({ id: "front-line", name: "Front line", description: "Meets families", position: 1 })
    .run();
  db.insert(tables.themes).values({ slug: "neglect", name: "Neglect", years: "2025-26", position: 1 }).run();
  db.insert(tables.competencies)
    .values({ id: "recognise", name: "Recognising neglect", description: "Sees the signs", position: 1 })
    .run();
  db.insert(tables.courses)
    .values({
      id: "course",
      slug: "neglect",
      title: "Neglect",
      summary: "What neglect looks like.",
      audience: "Everyone",
      activityType: "training day",
      themeSlug: "neglect",
      minutes: 360,
      offered: true,
    })
    .run();
  db.insert(tables.courseBoards).values({ courseId: "course", boardCode: "KIDS" }).run();
  db.insert(tables.courseCompetencies).values({ courseId: "course", competencyId: "recognise" }).run();
  db.insert(tables.courseOutcomes)
    .values({ courseId: "course", position: 1, text: "Name three signs" })
    .run();
  db.insert(tables.venues)
    .values({
      id: "venue",
      name: "The Hall",
      address: "1 Test Street",
      postcode: "TS1 1TS",
      access: "Step-free",
    })
    .run();
  db.insert(tables.items)
    .values(
      ["recognise", "act"].map((slug) => ({
        id: `item-${slug}`,
        slug,
        version: 1,
        wording: `How confident are you that you can ${slug}?`,
        kind: "confidence" as const,
        lowest: 0,
        highest: 10,
        lowestLabel: "not at all",
        highestLabel: "fully",
      })),
    )
    .run();
  for (const stage of stages) {
    db.insert(tables.instruments)
      .values({
        id: `instrument-${stage}`,
        stage,
        version: 1,
        title: "Questions",
        introduction: "A few questions.",
        publishedAt: now,
      })
      .run();
    db.insert(tables.instrumentItems)
      .values(
        ["recognise", "act"].map((slug, position) => ({
          instrumentId: `instrument-${stage}`,
          itemId: `item-${slug}`,
          position,
        })),
      )
      .run();
  }
}
