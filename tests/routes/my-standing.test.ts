// My training: what others have to decide, certificates, charges, needs and renewals, each in words.
import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import {
  giveDueCertificates,
  reviewLearning,
  submitLearning,
} from "~/domain/certificates/certificates.server";
import { days, hours } from "~/shared/clock";
import { takeRegisters } from "../domain/certificates/certified-world";
import { brokenReferences, siteOf, wordsOf } from "../domain/support-check/site";
import { makeWorld, type World } from "../support/world";

function myWorld() {
  const world = makeWorld();
  const ann = world.person({ name: "Ann Learner" });
  const visit = siteOf(world);
  const see = async () => {
    const page = await visit("/my", { as: ann });
    expect(page.status).toBe(200);
    expect(brokenReferences(page)).toEqual([]);
    return { page, words: wordsOf(page) };
  };
  return { ...world, world, ann, visit, see };
}

/** Puts a booking of Ann's into a state as the rooms below would, without their conditions. */
function standing(
  world: World,
  bookingId: string,
  set: Partial<World["tables"]["bookings"]["$inferInsert"]>,
) {
  world.db.update(world.tables.bookings).set(set).where(eq(world.tables.bookings.id, bookingId)).run();
}

test("what others have to decide stands under good to know, and among what comes", async () => {
  const { world, ann, see, db, tables, clock } = myWorld();
  const checked = world.book(world.session(), ann);
  const asked = world.book(world.session(), ann);
  standing(world, checked, { state: "requested" });
  standing(world, asked, { state: "awaiting approval" });
  db.insert(tables.bookingApprovals)
    .values({
      id: "a",
      bookingId: asked,
      askedOf: "line manager",
      askedAt: clock.now(),
      answerBy: clock.now() + days(3),
    })
    .run();
  const { page, words } = await see();
  expect(words).toContain("Good to know");
  expect(words).toContain("Neglect : being checked: you have no place yet.");
  expect(words).toContain("Neglect : waiting for your line manager to agree, until 6 November 2026.");
  expect(words).toContain("Your place Being checked: you have no place yet");
  for (const id of [checked, asked]) expect(page.html).toContain(`href="/bookings/${id}/cancellation"`);
});

test("an end evaluation says that the certificate waits for it; once it closed, why there is none", async () => {
  const { world, ann, see, clock } = myWorld();
  const sessionId = world.session();
  const bookingId = world.book(sessionId, ann);
  takeRegisters(world, sessionId, { [bookingId]: "present" });
  const open = await see();
  expect(open.words).toContain("You get your certificate once you have answered.");
  expect(open.words).not.toContain("Good to know");
  expect(open.words).toContain("You have attended 1 whole session: 6 hours in all.");
  clock.forward(hours(48));
  expect((await see()).words).toContain("late, but still read until");
  clock.forward(days(42));
  const closed = await see();
  expect(closed.words).toContain("the questions at the end were not answered in time");
  expect(closed.words).toContain("unit@example.org");
});

test("a confirmed place online leads to the link, one in the room to a map, and nobody else has either", async () => {
  const { world, ann, see } = myWorld();
  const link = "https://meet.example.org/x";
  const online = world.session({ mode: "online", venueId: null, joiningLink: link });
  const place = world.book(online, ann);
  standing(world, place, { mode: "online" });
  expect((await see()).page.html).toContain(`href="${link}"`);
  standing(world, place, { state: "waiting", queuedAt: 1 });
  expect((await see()).page.html).not.toContain(link);
  world.book(world.session(), ann);
  expect((await see()).page.html).toContain("https://www.openstreetmap.org/search?query=TS1%201TS");
});

test("a charge is told of while it is due and new, with the way to it", async () => {
  const { world, ann, see, db, tables, clock } = myWorld();
  const sessionId = world.session();
  const bookingId = world.book(sessionId, ann);
  const boardCode = "KIDS";
  db.insert(tables.bookingTerms)
    .values({ id: "terms", boardCode, version: 90, inForceFrom: 0, rules: {}, madeAt: 0 })
    .run();
  const charge = { id: "charge", bookingId, sessionId, personId: ann, agencyId: "police", termsId: "terms" };
  db.insert(tables.charges)
    .values({
      ...charge,
      kind: "late cancellation",
      pence: 2550,
      basis: {},
      state: "due",
      madeAt: clock.now(),
    })
    .run();
  const { page, words } = await see();
  expect(words).toContain("A charge of £25.50 to your agency: Neglect");
  expect(page.html).toContain('href="/my/charges/charge"');
  db.update(tables.charges).set({ state: "appealed" }).run();
  expect((await see()).words).toContain("(appealed against)");
  db.update(tables.charges).set({ state: "waived" }).run();
  expect((await see()).words).not.toContain("A charge");
});

test("needs and renewals in words, and learning that was sent back", async () => {
  const { world, ann, see, db, tables, clock } = myWorld();
  db.insert(tables.requirements)
    .values({ roleGroupId: "front-line", competencyId: "recognise", boardCode: "KIDS", renewMonths: 12 })
    .run();
  db.update(tables.courses).set({ certificateNeeds: "attendance", certificateMonths: 12 }).run();
  expect((await see()).words).toContain("Recognising neglect: not known: tell us how you stand");
  const sessionId = world.session();
  takeRegisters(world, sessionId, { [world.book(sessionId, ann)]: "present" });
  giveDueCertificates(world.asSystem);
  expect((await see()).words).toContain("Everything that your role needs is in date.");
  clock.set(Date.UTC(2027, 8, 1));
  const soon = (await see()).words;
  expect(soon).toContain("Recognising neglect: renew by 17 November 2027");
  expect(soon).toContain("Certificate for Neglect : renew by 17 November 2027");
  clock.set(Date.UTC(2027, 11, 1));
  const over = (await see()).words;
  expect(over).toContain("Recognising neglect: out of date since 17 November 2027");
  expect(over).toContain("Certificate for Neglect : ran out on 17 November 2027");

  const told = {
    title: "A course elsewhere",
    provider: "X",
    completedOn: "2027-01-01",
    minutes: 60,
    evidence: "E",
  };
  const sent = submitLearning(world.as(ann), { ...told, competencyIds: [] });
  if (!sent.ok) throw new Error(sent.reason);
  const { learningId } = sent.value;
  expect((await see()).words).not.toContain("A course elsewhere");
  const seen = { state: "submitted" as const, submittedAt: clock.now() };
  reviewLearning(world.as(world.coordinator), { learningId, seen, note: "Which?", accept: false });
  const back = await see();
  expect(back.words).toContain("Change what you told us: A course elsewhere");
  expect(back.page.html).toContain(`href="/my/learning/${learningId}"`);
});

test("the number of questions to the database does not grow with what there is", async () => {
  const { world, ann, visit, db } = myWorld();
  const questions = async () => {
    await visit("/my", { as: ann });
    const { prototype } = Object.getPrototypeOf(db.$client.prepare("select 1")).constructor;
    const spies = (["all", "get", "run"] as const).map((way) => {
      const spy = vi.spyOn(prototype, way);
      return spy;
    });
    await visit("/my", { as: ann });
    const count = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
    for (const spy of spies) spy.mockRestore();
    return count;
  };
  const few = await questions();
  expect(few).toBeGreaterThan(8);
  for (let n = 0; n < 6; n++) world.book(world.session(), ann);
  const sessionId = world.session();
  takeRegisters(world, sessionId, { [world.book(sessionId, ann)]: "present" });
  expect(await questions()).toBe(few);
});
