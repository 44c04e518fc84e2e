// Moving a booking to another date: which dates, what it costs, and that it is done once.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { addDays, instantOf } from "~/shared/civil-time";
import { inShort, watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, titleOf, wordsOf } from "../domain/support-check/site";
import { bookingWorld, hiddenOf } from "./booking-world";

function moves() {
  const world = bookingWorld();
  const ann = world.person({ name: "Ann" });
  const on = (day: number) => [{ date: addDays(world.today, day), startTime: "09:30", endTime: "16:30" }];
  const sessionId = world.session();
  const later = world.session({ meetings: on(30) });
  const id = world.ask(sessionId, ann);
  const path = `/bookings/${id}/move`;
  const see = (as = ann) => world.visit(path, { as });
  const send = (form: Record<string, string>, as = ann) => world.visit(path, { as, form });
  const choose = `${later}~room`;
  return { ...world, ann, on, sessionId, later, id, path, see, send, choose };
}

test("choose, check, confirm: the new booking stands, the old one has moved, each told once", async () => {
  const { see, send, choose, ann, later, id, bookingOf, row, world } = moves();
  const page = await see();
  expect(titleOf(page)).toBe("Move to another date: Neglect – Joint training");
  expect(wordsOf(page)).toContain("Thursday 3 December 2026, 9:30am to 4:30pm The Hall. 2 places left");
  expect(brokenReferences(page)).toEqual([]);
  const check = await send({ step: "check", to: choose });
  expect(check.status).toBe(200);
  expect(wordsOf(check)).toMatch(
    /You give up Tuesday 17 November 2026.*New date Thursday 3 December 2026.*Cost Nothing/,
  );
  expect(row(id)?.state).toBe("confirmed");
  const added = watch(world);
  const sent = await send(hiddenOf(check, { step: "confirm" }));
  const begun = bookingOf(ann, later);
  expect(sent.to).toBe(`/bookings/${begun?.id}`);
  expect([row(id)?.state, row(id)?.movedToId, begun?.state]).toEqual(["moved", begun?.id, "confirmed"]);
  expect(inShort(added())).toEqual({
    audit: ["bookings.confirmed", "bookings.moved"],
    messages: ["booking confirmed", "booking moved"],
  });
  // Sent again it leads to where the booking's own page leads on.
  expect((await send(hiddenOf(check, { step: "confirm" }))).to).toBe(`/bookings/${id}`);
  expect(world.count("bookings")).toBe(2);
});

test("a late move says what it costs before it is done, and charges that", async () => {
  const { rules, ask, person, clock, today, visit, later, world, session, on } = moves();
  rules();
  const bob = person();
  const near = session({ meetings: on(14) });
  const id = ask(near, bob);
  clock.set(instantOf(addDays(today, 13), "12:00"));
  const page = await visit(`/bookings/${id}/move`, { as: bob });
  const cost =
    "Moving now is late: £50 is charged to your agency. Moving counts as cancelling. Cancelling was free until the end of Wednesday 11 November 2026.";
  expect(wordsOf(page)).toContain(cost);
  const check = await visit(`/bookings/${id}/move`, {
    as: bob,
    form: { step: "check", to: `${later}~room` },
  });
  expect(wordsOf(check)).toContain("Cost £50");
  const stale = await visit(`/bookings/${id}/move`, {
    as: bob,
    form: { step: "confirm", to: `${later}~room`, cost: "0" },
  });
  expect(stale.status).toBe(409);
  expect(titleOf(stale)).toMatch(/^Error: /);
  expect(errorSummaryOf(stale)[0]?.message).toMatch(/cost has changed|costs has changed/);
  expect(world.db.select().from(world.tables.charges).all()).toEqual([]);
  await visit(`/bookings/${id}/move`, { as: bob, form: hiddenOf(check, { step: "confirm" }) });
  expect(world.db.select().from(world.tables.charges).all()).toMatchObject([
    { bookingId: id, kind: "late move", pence: 5000 },
  ]);
});

test("only dates of this course with a place for this person are offered, a hybrid one by mode", async () => {
  const { session, hybrid, on, ask, person, see, world, tables } = moves();
  const full = session({ capacity: 1, meetings: on(40) });
  ask(full, person());
  session({ status: "draft", meetings: on(41) });
  const early = session({ meetings: on(42) });
  world.db
    .update(world.tables.sessions)
    .set({ opensAt: instantOf(addDays(world.today, 20), "09:00") })
    .where(eq(tables.sessions.id, early))
    .run();
  const both = hybrid(1, 3, { meetings: on(43) });
  ask(both, person(), { mode: "in person" });
  const page = wordsOf(await see());
  expect(page).not.toContain("13 December");
  expect(page).not.toContain("14 December");
  expect(page).not.toContain("15 December");
  expect(page).toContain("Wednesday 16 December 2026, 9:30am to 4:30pm Online. 3 places left");
  expect(page).not.toContain("in the room");
});

test("with no other date it says so and leads on; a date that is not offered is refused beside the choice", async () => {
  const { send, see, world, tables, later, id, row } = moves();
  const nothing = await send({ step: "check" });
  expect(errorSummaryOf(nothing)).toEqual([{ message: "Select a date", to: "#field-to" }]);
  world.db.update(tables.sessions).set({ status: "closed" }).where(eq(tables.sessions.id, later)).run();
  const gone = await send({ step: "confirm", to: `${later}~room`, cost: "0" });
  expect(gone.status).toBe(400);
  expect(errorSummaryOf(gone)[0]?.message).toMatch(/no place on that date any more/);
  expect(row(id)?.state).toBe("confirmed");
  const page = await see();
  expect(wordsOf(page)).toContain("No other date has a place");
  expect(page.html).toContain('href="/courses/neglect"');
});

test("somebody who waits moves to a date with a place at no cost", async () => {
  const { rules, session, ask, person, visit, later, row, bookingOf, on } = moves();
  rules();
  const full = session({ capacity: 1, meetings: on(15) });
  ask(full, person());
  const bob = person();
  const id = ask(full, bob);
  const form = { step: "confirm", to: `${later}~room`, cost: "0" };
  await visit(`/bookings/${id}/move`, { as: bob, form });
  expect([row(id)?.state, bookingOf(bob, later)?.state]).toEqual(["moved", "confirmed"]);
});

test("a booking that has ended leads back to its page; another person's does not exist", async () => {
  const { see, send, person, choose, id, row, coordinator, later, bookingOf, ann } = moves();
  for (const as of [person(), person({ roles: ["trainer", "admin"] })]) {
    expect((await see(as)).status).toBe(404);
    expect((await send({ step: "confirm", to: choose, cost: "0" }, as)).status).toBe(404);
  }
  expect(row(id)?.state).toBe("confirmed");
  // A coordinator moves it at no cost, and comes back to the booking's record.
  const moved = await send({ step: "confirm", to: choose, cost: "0" }, coordinator);
  expect(moved.to).toBe(`/manage/bookings/${bookingOf(ann, later)?.id}?done=moved`);
  expect((await see()).to).toBe(`/bookings/${id}`);
});
