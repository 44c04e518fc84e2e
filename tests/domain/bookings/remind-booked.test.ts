// Reminders follow from what is booked: planned with a booking, moved with its session, taken back when it ends.
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
  callOffSession,
  cancelBooking,
  changeSession,
  remindBooked,
} from "~/domain/bookings/bookings.server";
import { lettersFor, type PlaceToCome, workingMorningBefore } from "~/domain/bookings/letters/remind-rules";
import { planOf, readSession } from "~/domain/sessions/sessions.server";
import { instantOf } from "~/shared/civil-time";
import { hours } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";
import { makeWorld, type World } from "../../support/world";

const day = (date: string) => ({ date, startTime: "09:30", endTime: "16:30" });

function planned({ db, tables }: World) {
  return db
    .select()
    .from(tables.reminders)
    .where(eq(tables.reminders.state, "planned"))
    .orderBy(tables.reminders.dueAt, tables.reminders.key)
    .all()
    .map(({ kind, personId, dueAt }) => ({ kind, personId, dueAt }));
}
const posted = ({ db, tables }: World, kind: string) =>
  db.select().from(tables.outbox).where(eq(tables.outbox.kind, kind)).all();

describe("reminders of a place", () => {
  test("are planned with the booking: joining details a week before, the reminder on the working morning before", () => {
    const world = makeWorld();
    const session = world.session({ meetings: [day("2026-11-23")] });
    const person = world.person();
    world.book(session, person);
    remindBooked(world.asSystem);
    expect(planned(world)).toEqual([
      { kind: "joining details", personId: person, dueAt: instantOf("2026-11-16", "09:00") },
      // A Monday's is on the Friday.
      { kind: "reminder", personId: person, dueAt: instantOf("2026-11-20", "09:00") },
    ]);
  });

  test("leave when they are due, once, with what helps to come", () => {
    const world = makeWorld();
    const session = world.session({ meetings: [day("2026-11-23")] });
    const trainer = world.trainer();
    world.db
      .insert(world.tables.trainerAssignments)
      .values({ sessionId: session, personId: trainer, part: "lead", assignedAt: 1, confirmedAt: 1 })
      .run();
    world.db
      .insert(world.tables.sessionMaterials)
      .values([
        {
          id: "a",
          sessionId: session,
          title: "Reading",
          url: "https://example.org/a",
          shownTo: "people booked",
          addedAt: 1,
        },
        {
          id: "b",
          sessionId: session,
          title: "Notes",
          url: "https://example.org/b",
          shownTo: "trainers",
          addedAt: 1,
        },
      ])
      .run();
    const booking = world.book(session, world.person());
    expect(remindBooked(world.asSystem)).toBe(0);
    world.clock.set(instantOf("2026-11-16", "09:00"));
    expect(remindBooked(world.asSystem)).toBe(1);
    expect(remindBooked(world.asSystem)).toBe(0);
    const [details] = posted(world, "joining details");
    expect(details?.facts).toMatchObject({
      bookingId: booking,
      place: "The Hall, 1 Test Street, TS1 1TS",
      access: "Step-free",
      teachers: [{ part: "lead", agencyName: "Police" }],
      materials: [{ title: "Reading", url: "https://example.org/a" }],
    });
    expect(JSON.stringify(details?.facts)).not.toContain("Trainer");
    world.clock.set(instantOf("2026-11-20", "09:00"));
    expect(remindBooked(world.asSystem)).toBe(1);
    expect(remindBooked(world.asSystem)).toBe(0);
    expect(posted(world, "reminder")).toHaveLength(1);
    expect(planned(world)).toEqual([]);
    const audited = world.db
      .select()
      .from(world.tables.auditEntries)
      .all()
      .filter(({ action }) => action === "bookings.reminded");
    expect(audited.map(({ detail }) => detail)).toEqual([{ kind: "joining details" }, { kind: "reminder" }]);
  });

  test("move with the session, and end with the booking or the session", () => {
    const world = makeWorld();
    const session = world.session({ meetings: [day("2026-11-23")] });
    const [stays, leaves] = [world.person(), world.person()];
    world.book(session, stays);
    const leaving = world.book(session, leaves);
    remindBooked(world.asSystem);
    expect(planned(world)).toHaveLength(4);
    cancelBooking(world.as(leaves), { bookingId: leaving });
    remindBooked(world.asSystem);
    expect(planned(world).map(({ personId }) => personId)).toEqual([stays, stays]);
    const coordinator = world.as(world.coordinator);
    const plan = { ...planOf(readSession(coordinator, session)), meetings: [day("2026-12-08")] };
    expect(changeSession(coordinator, { sessionId: session, plan })).toMatchObject({ ok: true });
    remindBooked(world.asSystem);
    expect(planned(world).map(({ dueAt }) => dueAt)).toEqual([
      instantOf("2026-12-01", "09:00"),
      instantOf("2026-12-07", "09:00"),
    ]);
    callOffSession(coordinator, { sessionId: session, reason: "no venue" });
    remindBooked(world.asSystem);
    expect(planned(world)).toEqual([]);
  });

  test("whoever books late has the joining details an hour later, and whoever books at the end neither", () => {
    const world = makeWorld();
    const session = world.session({ meetings: [day("2026-11-05")], capacity: 5 });
    const person = world.person();
    world.book(session, person);
    remindBooked(world.asSystem);
    expect(planned(world)).toEqual([
      { kind: "joining details", personId: person, dueAt: world.clock.now() + hours(1) },
      { kind: "reminder", personId: person, dueAt: instantOf("2026-11-04", "09:00") },
    ]);
    const tomorrow = world.session({ meetings: [day("2026-11-04")] });
    const late = world.person();
    world.book(tomorrow, late);
    remindBooked(world.asSystem);
    expect(planned(world).filter(({ personId }) => personId === late)).toEqual([]);
  });

  test("nobody else plans them", () => {
    const world = makeWorld();
    expect(() => remindBooked(world.as(world.coordinator))).toThrow(Forbidden);
  });

  test("a turn that was missed sends the reminder late, and nothing once the training has begun", () => {
    const world = makeWorld();
    const session = world.session({ meetings: [day("2026-11-23")] });
    world.book(session, world.person());
    remindBooked(world.asSystem);
    world.clock.set(instantOf("2026-11-22", "10:00"));
    expect(remindBooked(world.asSystem)).toBe(1);
    expect(posted(world, "joining details")).toEqual([]);
    expect(posted(world, "reminder")).toHaveLength(1);
    const other = world.session({ meetings: [day("2026-12-15")] });
    world.book(other, world.person());
    remindBooked(world.asSystem);
    world.clock.set(instantOf("2026-12-15", "09:30"));
    expect(remindBooked(world.asSystem)).toBe(0);
    expect(planned(world)).toEqual([]);
  });

  test("someone who left hears nothing", () => {
    const world = makeWorld();
    const session = world.session({ meetings: [day("2026-11-23")] });
    const person = world.person();
    world.book(session, person);
    remindBooked(world.asSystem);
    world.db
      .update(world.tables.people)
      .set({ disabledAt: 1 })
      .where(eq(world.tables.people.id, person))
      .run();
    world.clock.set(instantOf("2026-11-16", "09:00"));
    expect(remindBooked(world.asSystem)).toBe(0);
    expect(planned(world)).toEqual([]);
  });
});

test("what was planned is looked at again just before it leaves", () => {
  const world = makeWorld();
  const session = world.session({ meetings: [day("2026-11-23")] });
  const person = world.person();
  world.book(session, person);
  world.clock.set(instantOf("2026-11-16", "08:30"));
  remindBooked(world.asSystem);
  // Without a trace in the audit trail, and within the hour: only the last look can see it.
  world.db.update(world.tables.people).set({ disabledAt: 1 }).where(eq(world.tables.people.id, person)).run();
  world.clock.set(instantOf("2026-11-16", "09:00"));
  expect(remindBooked(world.asSystem)).toBe(0);
  expect(posted(world, "joining details")).toEqual([]);
});

describe("the days of reminders", () => {
  const place = (...dates: string[]): PlaceToCome => ({
    bookingId: "b",
    personId: "p",
    sessionId: "s",
    confirmedAt: instantOf("2026-01-05", "10:00"),
    meetings: dates.map((date, index) => ({
      id: `m${index}`,
      date,
      startsAt: instantOf(date, "09:30"),
      endsAt: instantOf(date, "16:30"),
    })),
  });
  const due = (...dates: string[]) =>
    lettersFor(place(...dates), instantOf("2026-01-06", "10:00")).map(({ kind, dueAt }) => [kind, dueAt]);

  test("nine on the wall on both sides of both clock changes", () => {
    expect(due("2026-10-27")).toEqual([
      ["joining details", Date.UTC(2026, 9, 20, 8)],
      ["reminder", Date.UTC(2026, 9, 26, 9)],
    ]);
    expect(due("2027-03-30")).toEqual([
      ["joining details", Date.UTC(2027, 2, 23, 9)],
      // Good Friday is the 26th and Easter Monday the 29th.
      ["reminder", Date.UTC(2027, 2, 25, 9)],
    ]);
    expect(workingMorningBefore("2027-03-31")).toBe(Date.UTC(2027, 2, 30, 8));
  });

  test("a second day is reminded of where the first is long over", () => {
    const kinds = (...dates: string[]) => due(...dates).map(([kind]) => kind);
    expect(kinds("2026-11-24", "2026-11-25")).toEqual(["joining details", "reminder"]);
    expect(kinds("2026-11-24", "2026-12-01")).toEqual(["joining details", "reminder", "reminder"]);
    // A Friday and the Monday after it: the Friday morning is before the first day is over.
    expect(kinds("2026-11-27", "2026-11-30")).toEqual(["joining details", "reminder"]);
  });
});
