// What is asked and written around a booking: whose data it is, and what becomes of it.
import { expect, test } from "vitest";
import { exportAsJson } from "~/domain/personal-data/personal-data";
import { erasePerson, exportPersonalData } from "~/domain/personal-data/personal-data.server";
import { makeWorld } from "../../support/world";
import { askedAbout, heldBy } from "./asked-records";
import { adminOf, changePerson, merged } from "./kept-records";

function asked() {
  const world = makeWorld();
  const boss = world.person({ name: "Bo" });
  changePerson(world, boss, { email: "Bo.Boss@police.example.org" });
  const ann = world.person({ name: "Ann" });
  const sessionId = world.session({ capacity: 9 });
  const bookingId = world.book(sessionId, ann);
  askedAbout(world, { bookingId, approver: "bo.boss@POLICE.example.org", by: boss, words: "Quill words" });
  heldBy(world, boss, sessionId);
  const rows = () => ({
    approval: world.db.select().from(world.tables.bookingApprovals).get(),
    claim: world.db.select().from(world.tables.prerequisiteClaims).get(),
    promotion: world.db.select().from(world.tables.promotions).get(),
  });
  return { world, boss, ann, sessionId, bookingId, rows };
}

test("an export holds what was asked and written about their bookings, and not whose address was asked", () => {
  const { world, ann, boss } = asked();
  const file = exportPersonalData(world.asSystem, { personId: ann, format: "json" });
  const records = (heading: string) => file.sections.find((section) => section.heading === heading)?.records;
  expect(records("Who was asked to approve your bookings")).toMatchObject([
    {
      "Asked of": "line manager",
      "Email address that was asked": "held, not shown",
      Answer: "approved",
      "Answered by": "someone else",
      "What they wrote to you": "Quill words",
    },
  ]);
  expect(records("What you say you have done before a course")).toMatchObject([
    { "What you wrote": "Quill words", "Whether it was accepted": true },
  ]);
  expect(records("Why you were offered places")).toMatchObject([
    { "What the rule went by": "held, not shown" },
  ]);
  const text = exportAsJson(file);
  expect(text.toLowerCase()).not.toContain("bo.boss@");
  expect(text).not.toContain(boss);
});

test("the line manager's own export says that they were asked and answered, and for whom not", () => {
  const { world, boss, ann } = asked();
  const file = exportPersonalData(world.asSystem, { personId: boss, format: "json" });
  const records = (heading: string) => file.sections.find((section) => section.heading === heading)?.records;
  expect(records("Bookings of others that you were asked to approve")).toHaveLength(1);
  expect(records("Bookings of others that you approved or declined")).toMatchObject([
    { "What you wrote": "Quill words" },
  ]);
  expect(records("Groups you booked")).toHaveLength(1);
  expect(records("Places you reserved or kept for an agency")).toHaveLength(1);
  expect(exportAsJson(file)).not.toContain(ann);
});

test("erasing the person takes out what was written and whose address was asked; that it was settled stays", () => {
  const { world, ann, rows, bookingId } = asked();
  const before = rows();
  world.db.update(world.tables.bookings).set({ state: "cancelled" }).run();
  expect(erasePerson(adminOf(world), { personId: ann, reason: "asked" })).toMatchObject({ ok: true });
  expect(rows()).toEqual({
    approval: { ...before.approval, approverEmail: null, note: null },
    claim: { ...before.claim, said: null },
    promotion: { ...before.promotion, overrideReason: null },
  });
  expect(before.approval?.bookingId).toBe(bookingId);
});

test("erasing the line manager takes their address out of what they were asked, and nothing of the person's", () => {
  const { world, boss, rows } = asked();
  const before = rows();
  erasePerson(adminOf(world), { personId: boss, reason: "asked" });
  expect(rows()).toEqual({ ...before, approval: { ...before.approval, approverEmail: null } });
});

test("merged into another account, approvals and claims go with the bookings", () => {
  const { world, ann, rows, bookingId } = asked();
  const before = rows();
  const into = world.person({ name: "Ann again" });
  merged(world, ann, into);
  expect(rows()).toEqual(before);
  const { bookings } = world.tables;
  const booking = world.db
    .select()
    .from(bookings)
    .all()
    .find(({ id }) => id === bookingId);
  expect(booking?.personId).toBe(into);
  const file = exportPersonalData(world.asSystem, { personId: into, format: "json" });
  const records = (heading: string) => file.sections.find((section) => section.heading === heading)?.records;
  expect(records("Who was asked to approve your bookings")).toHaveLength(1);
  expect(records("What you say you have done before a course")).toHaveLength(1);
});
