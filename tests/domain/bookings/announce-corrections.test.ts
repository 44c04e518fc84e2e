// A course that is renamed, or a venue put right, is told once to those with a place and to those who teach.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { announceCorrections, changeSession } from "~/domain/bookings/bookings.server";
import { changeVenue, planOf, readSession } from "~/domain/sessions/sessions.server";
import { Forbidden } from "~/shared/problems";
import { makeWorld, type World } from "../../support/world";

const letters = ({ db, tables }: World, kind: string) =>
  db
    .select()
    .from(tables.outbox)
    .where(eq(tables.outbox.kind, kind))
    .all()
    .map(({ toPersonId, facts }) => ({ toPersonId, ...facts }) as Record<string, unknown>);

const rename = ({ db, tables }: World, title: string) =>
  db.update(tables.courses).set({ title }).where(eq(tables.courses.id, "course")).run();
const hall = { name: "The Hall", address: "1 Test Street", postcode: "TS1 1TS", access: "Step-free" };

function aWorld() {
  const world = makeWorld();
  const session = world.session({ capacity: 1 });
  const trainer = world.trainer();
  world.db
    .insert(world.tables.trainerAssignments)
    .values({ sessionId: session, personId: trainer, part: "lead", assignedAt: 1, confirmedAt: 1 })
    .run();
  const booked = world.person();
  const waits = world.person();
  world.book(session, booked);
  world.book(session, waits);
  announceCorrections(world.asSystem);
  return { ...world, world, session, trainerId: trainer, booked, waits };
}

test("a renamed course is told to those with a place and to the trainers, with one higher revision", () => {
  const { world, session, booked, trainerId } = aWorld();
  const before = readSession(world, session).revision;
  expect(letters(world, "session changed")).toEqual([]);
  rename(world, "Neglect and harm");
  expect(announceCorrections(world.asSystem)).toBe(1);
  expect(announceCorrections(world.asSystem)).toBe(0);
  expect(readSession(world, session).revision).toBe(before + 1);
  expect(letters(world, "session changed")).toMatchObject([
    {
      toPersonId: booked,
      courseTitle: "Neglect and harm",
      changed: ["title"],
      before: { title: "Neglect" },
      hasPlace: true,
      revision: before + 1,
    },
  ]);
  expect(letters(world, "teaching changed")).toMatchObject([
    {
      toPersonId: trainerId,
      changed: ["title"],
      before: { title: "Neglect" },
      courseTitle: "Neglect and harm",
    },
  ]);
  const audited = world.db
    .select()
    .from(world.tables.auditEntries)
    .all()
    .filter(({ action }) => action === "sessions.announced");
  expect(audited).toMatchObject([
    { subjectId: session, actorKind: "system", detail: { changed: ["title"] } },
  ]);
});

test("a venue put right is told as another place, and not to those who wait", () => {
  const { world, booked } = aWorld();
  changeVenue(world.as(world.coordinator), "venue", { ...hall, address: "11 Test Street" });
  announceCorrections(world.asSystem);
  expect(letters(world, "session changed")).toMatchObject([
    {
      toPersonId: booked,
      changed: ["where"],
      before: { place: "The Hall, 1 Test Street, TS1 1TS" },
      place: "The Hall, 11 Test Street, TS1 1TS",
    },
  ]);
});

test("another place by a change of the plan is told once, by that change", () => {
  const { world, session } = aWorld();
  world.db
    .insert(world.tables.venues)
    .values({ ...hall, id: "other", name: "The Annexe" })
    .run();
  const coordinator = world.as(world.coordinator);
  const plan = { ...planOf(readSession(coordinator, session)), venueId: "other" };
  changeSession(coordinator, { sessionId: session, plan });
  const told = letters(world, "session changed").length;
  expect(told).toBe(2);
  expect(announceCorrections(world.asSystem)).toBe(0);
  expect(letters(world, "session changed")).toHaveLength(told);
});

test("drafts, sessions that have begun and those that were called off are left alone", () => {
  const world = makeWorld();
  world.session({ status: "draft" });
  const begun = world.session();
  const off = world.session();
  announceCorrections(world.asSystem);
  world.db
    .update(world.tables.sessions)
    .set({ status: "cancelled" })
    .where(eq(world.tables.sessions.id, off))
    .run();
  rename(world, "Another");
  world.clock.set(readSession(world, begun).startsAt);
  expect(announceCorrections(world.asSystem)).toBe(0);
});

test("only the worker does it", () => {
  const { world } = aWorld();
  expect(() => announceCorrections(world.as(world.coordinator))).toThrow(Forbidden);
});
