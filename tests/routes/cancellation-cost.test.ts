// What cancelling costs is said before it is done, to the minute, and then it is what it costs.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { instantOf } from "~/shared/civil-time";
import { chargeWorld } from "../domain/charges/charge-world";
import { inShort, watch } from "../domain/support-check/ledger";
import { brokenReferences, siteOf, titleOf, wordsOf } from "../domain/support-check/site";

function setting(rules: Parameters<typeof chargeWorld>[0] = {}) {
  const world = chargeWorld(rules);
  const open = siteOf(world);
  const own = world.booking();
  const address = `/bookings/${own.id}/cancellation`;
  const chargesMade = () => world.db.select().from(world.tables.charges).all();
  return { ...world, open, own, address, chargesMade };
}

test("to the last minute of the last free day it costs nothing, and that is what is charged", async () => {
  const world = setting();
  world.clock.set(instantOf("2026-11-16", "23:59"));
  const page = await world.open(world.address, { as: world.ann });
  expect(titleOf(page)).toMatch(/^Cancel your booking – /);
  expect(wordsOf(page)).toContain(
    "Cancelling is free until the end of Monday 16 November 2026. It costs nothing now.",
  );
  expect(brokenReferences(page)).toEqual([]);
  const sent = await world.open(world.address, { as: world.ann, form: { reason: "" } });
  expect(sent.to).toBe(`/bookings/${world.own.id}`);
  expect(world.chargesMade()).toEqual([]);
});

test("a minute later it says what it costs and why, and charges that", async () => {
  const world = setting();
  world.clock.set(instantOf("2026-11-17", "00:00"));
  const words = wordsOf(await world.open(world.address, { as: world.ann }));
  expect(words).toContain("Cancelling was free until the end of Monday 16 November 2026.");
  expect(words).toContain("Cancelling now costs your agency £50.");
  expect(words).toContain("2 full working days of notice. The terms ask for 3 full working days.");
  const added = watch(world);
  await world.open(world.address, { as: world.ann, form: { reason: "Work." } });
  expect(world.chargesMade()).toMatchObject([{ kind: "late cancellation", pence: 5000, state: "due" }]);
  expect(inShort(added())).toEqual({
    audit: ["bookings.cancelled", "charges.due"],
    messages: ["charge made", "booking cancelled"],
  });
});

test("where nothing is charged to the agency it is free until the start", async () => {
  const world = setting({ exempt: { sectors: ["police"], notForNoShows: true } });
  world.clock.set(instantOf("2026-11-19", "12:00"));
  expect(wordsOf(await world.open(world.address, { as: world.ann }))).toContain(
    "Cancelling is free until the session starts. It costs nothing now.",
  );
});

test("a coordinator says whose doing it is: our own reasons cost nobody anything", async () => {
  const world = setting();
  world.clock.set(instantOf("2026-11-19", "12:00"));
  const page = await world.open(world.address, { as: world.coordinator });
  expect(wordsOf(page)).toContain("Cancelling now costs the agency £50, if they asked for it.");
  expect(wordsOf(page)).toContain("Who cancels?");
  await world.open(world.address, { as: world.coordinator, form: { whose: "ours" } });
  expect(world.chargesMade()).toEqual([]);
  const second = world.booking(world.person());
  const theirs = `/bookings/${second.id}/cancellation`;
  await world.open(theirs, { as: world.coordinator, form: { whose: "theirs" } });
  expect(world.chargesMade()).toHaveLength(1);
});

test("nobody has a place yet: nothing is said of money, and it is called what it is", async () => {
  const world = setting();
  const { bookings } = world.tables;
  const state = (to: "waiting" | "requested" | "offered") =>
    world.db
      .update(bookings)
      .set({
        state: to,
        queuedAt: to === "requested" ? null : 1,
        offerEndsAt: to === "offered" ? world.clock.now() + 1000 : null,
      })
      .where(eq(bookings.id, world.own.id))
      .run();
  state("waiting");
  const waiting = await world.open(world.address, { as: world.ann });
  expect(titleOf(waiting)).toMatch(/^Leave the waiting list – /);
  expect(wordsOf(waiting)).not.toContain("free until");
  state("requested");
  expect(titleOf(await world.open(world.address, { as: world.ann }))).toMatch(/^Take back your request – /);
  state("offered");
  expect((await world.open(world.address, { as: world.ann })).to).toBe(`/bookings/${world.own.id}`);
});
