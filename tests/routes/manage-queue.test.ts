// The waiting-list workspace: the order and why, what would happen next, groups, offers so far, and a place out of turn.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { bookGroup, cancelBooking, holdPlaces, offerOutOfTurn } from "~/domain/bookings/bookings.server";
import { addDays, instantOf } from "~/shared/civil-time";
import { contentOf, inShort, watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, titleOf, wordsOf } from "../domain/support-check/site";
import { bookingWorld } from "./booking-world";

function queues() {
  const world = bookingWorld();
  const { coordinator } = world;
  const path = (sessionId: string) => `/manage/sessions/${sessionId}/queue`;
  const see = async (sessionId: string, query = "") => {
    const page = await world.visit(`${path(sessionId)}${query}`, { as: coordinator });
    expect(brokenReferences(page)).toEqual([]);
    return page;
  };
  const send = (sessionId: string, form: Record<string, string>, as = coordinator) =>
    world.visit(`${path(sessionId)}?offer=${form.bookingId ?? ""}`, { as, form });
  const named = (name: string, agencyId = "police") => world.person({ name, agencyId });
  /** A full session of one place with these waiting, in this order. */
  const waitedFor = (...people: string[]) => {
    const sessionId = world.session({ capacity: 1 });
    const taken = world.ask(sessionId, world.person());
    const waiting = people.map((person) => {
      world.clock.forward(60_000);
      return world.ask(sessionId, person);
    });
    return { sessionId, taken, waiting };
  };
  return { ...world, path, see, send, named, waitedFor };
}

test("nobody waits: the page says so, and how the queue would go", async () => {
  const { session, see } = queues();
  const page = await see(session());
  expect(titleOf(page)).toBe("Waiting list: Neglect, 17 November 2026 – Joint training");
  expect(wordsOf(page)).toContain("Nobody is waiting");
  expect(wordsOf(page)).toContain("None set yet: the starting terms hold");
});

test("the order by policy with why, and who would be offered one, two or three places", async () => {
  const { rules, named, waitedFor, see, details } = queues();
  rules();
  const [ann, bob, cat] = [named("Ann"), named("Bob"), named("Cat", "health")];
  const { sessionId } = waitedFor(ann, bob, cat);
  const first = wordsOf(await see(sessionId));
  expect(first).toMatch(/1 Ann Police .* longest waiting.* 2 Bob Police .* 3 Cat Health/);
  expect(first).toContain("If 1 place comes free now: Ann (Police): longest waiting.");
  expect(first).toContain(
    "If 2 places come free now: Ann (Police): longest waiting and Bob (Police): longest waiting.",
  );
  expect(first).toContain("Version 1");

  rules({ waiting: { policy: "mixed agencies", offerHours: 24, offersAtOnce: 1, groupHours: 72 } });
  const mixed = wordsOf(await see(sessionId));
  expect(mixed).toMatch(/1 Cat Health .* fewest places: their agency has 0; then longest waiting/);
  expect(mixed).toContain("If 2 places come free now: Cat (Health): fewest places");
  expect(mixed).not.toContain("and Ann (Police)");
  expect(mixed).toContain("at most 1 at a time");

  details(cat, { agencyStanding: "awaiting" });
  const passed = wordsOf(await see(sessionId));
  expect(passed).toContain("Passed over: their agency has not confirmed that they work there");
  expect(passed).toMatch(/1 Ann Police/);
});

test("a group: places set aside until when, and what that means for the next", async () => {
  const { session, ask, person, as, see, named } = queues();
  const sessionId = session({ capacity: 2 });
  const [first] = [ask(sessionId, person()), ask(sessionId, person())];
  const lead = person({ roles: ["agency_lead"] });
  const group = bookGroup(as(lead), { sessionId, personIds: [named("Ann"), named("Bob")], ifFull: "wait" });
  if (!group.ok) throw new Error("Not booked");
  const before = wordsOf(await see(sessionId));
  expect(before).toMatch(/Groups that wait .* Police 2 0 None set aside yet/);
  expect(before).toContain("If 1 place comes free now: Nobody yet: the places are set aside for a group.");
  expect(before).toMatch(/If 2 places come free now: Ann \(Police\)/);
  cancelBooking(as(lead), { bookingId: first ?? "" });
  const after = wordsOf(await see(sessionId));
  expect(after).toMatch(/Police 2 1 Friday 6 November 2026 at 10am, then they wait one by one/);
  expect(after).toContain("1 set aside for a group");
});

test("offers so far keep the reason, the policy, the version of the terms, and the queue as it was", async () => {
  const { rules, named, waitedFor, see, as, coordinator } = queues();
  rules();
  const { sessionId, taken } = waitedFor(named("Ann"), named("Bob", "health"));
  cancelBooking(as(coordinator), { bookingId: taken });
  const words = wordsOf(await see(sessionId));
  expect(words).toMatch(/Offers open Ann , Police: 24 hours left/);
  expect(words).toMatch(
    /Ann Tuesday 3 November 2026 at 10:02am longest waiting Version 1 The queue then when Ann was offered a place/,
  );
  expect(words).toContain("First come: whoever has waited longest is next. 1 place free, 0 offers open.");
  expect(words).toContain("Bob, Health, in person, waiting since Tuesday 3 November 2026 at 10:02am");
});

test("out of turn: the page says who is passed over, a reason is required, and it is kept with the offer", async () => {
  const { named, waitedFor, see, send, world, row, as, coordinator } = queues();
  const { sessionId, waiting } = waitedFor(named("Ann"), named("Bob"));
  const bobs = waiting[1] ?? "";
  const full = wordsOf(await see(sessionId, `?offer=${bobs}`));
  expect(full).toContain("No place is free for them now.");
  // A place more that the queue has not gone round for yet; kept for another agency it is not theirs.
  world.db.update(world.tables.sessions).set({ capacity: 2 }).run();
  const held = holdPlaces(as(coordinator), {
    sessionId,
    kind: "quota",
    agencyId: "health",
    mode: "in person",
    places: 1,
    releasesAt: instantOf(addDays(world.today, 10), "12:00"),
  });
  expect(held.ok).toBe(true);
  const kept = await send(sessionId, { bookingId: bobs, reason: "A court order names them" });
  expect(errorSummaryOf(kept)[0]?.message).toMatch(/^No place is free for them/);
  expect(wordsOf(await see(sessionId, `?offer=${bobs}`))).toContain("No place is free for them now.");
  world.db.update(world.tables.heldPlaces).set({ endedAt: world.clock.now() }).run();
  const ask = await see(sessionId, `?offer=${bobs}`);
  expect(titleOf(ask)).toMatch(/^Offer a place out of turn: Neglect/);
  expect(wordsOf(ask)).toContain(
    "Their turn is number 2. This passes over 1 person: Ann, Police: longest waiting",
  );
  const before = contentOf(world.db);
  const silent = await send(sessionId, { bookingId: bobs, reason: " " });
  expect([silent.status, errorSummaryOf(silent)]).toEqual([
    400,
    [{ message: "Enter why they are offered a place out of turn", to: "#field-reason" }],
  ]);
  expect(titleOf(silent)).toMatch(/^Error: /);
  expect(brokenReferences(silent)).toEqual([]);
  expect(contentOf(world.db)).toBe(before);

  const added = watch(world);
  const sent = await send(sessionId, { bookingId: bobs, reason: "A court order names them" });
  expect(sent.to).toBe(`/manage/sessions/${sessionId}/queue?done=offered`);
  expect(row(bobs)?.state).toBe("offered");
  expect(inShort(added())).toEqual({ audit: ["bookings.offered"], messages: ["booking offered"] });
  const words = wordsOf(await see(sessionId, "?done=offered"));
  expect(words).toContain("The place is offered, and they are told by email");
  expect(words).toContain(
    "chosen by a coordinator; was 2 of 2 Out of turn, by Coordinator: A court order names them",
  );
  // Again it is refused in words: there is nothing left to give.
  const again = await send(sessionId, { bookingId: bobs, reason: "Again" });
  expect(again.status).toBe(400);
  expect(wordsOf(again)).toContain("They do not wait for this session any more.");
  expect(brokenReferences(again)).toEqual([]);
});

test("somebody who waits for another session is not offered a place from here", async () => {
  const { named, waitedFor, send, row, db, tables } = queues();
  const here = waitedFor(named("Ann"));
  const there = waitedFor(named("Bob"));
  db.update(tables.sessions).set({ capacity: 2 }).where(eq(tables.sessions.id, there.sessionId)).run();
  const before = contentOf(db);
  const sent = await send(here.sessionId, { bookingId: there.waiting[0] ?? "", reason: "Because" });
  expect(sent.status).toBe(400);
  expect(row(there.waiting[0] ?? "")?.state).toBe("waiting");
  expect(contentOf(db)).toBe(before);
});

test("nobody but coordinators: not to see, not to send", async () => {
  const { named, waitedFor, send, visit, path, person, row } = queues();
  const { sessionId, waiting } = waitedFor(named("Ann"));
  for (const as of [person(), person({ roles: ["agency_lead", "trainer", "admin", "sdg_member"] })]) {
    expect((await visit(path(sessionId), { as })).status).toBe(403);
    expect((await send(sessionId, { bookingId: waiting[0] ?? "", reason: "x" }, as)).status).toBe(403);
  }
  expect((await visit(path(sessionId))).to).toMatch(/^\/sign-in/);
  expect(row(waiting[0] ?? "")?.state).toBe("waiting");
});

test("once booking has closed nobody is offered a place, and no link offers one", async () => {
  const { named, waitedFor, see, world } = queues();
  const { sessionId, waiting } = waitedFor(named("Ann"));
  world.db
    .update(world.tables.sessions)
    .set({ status: "closed" })
    .where(eq(world.tables.sessions.id, sessionId))
    .run();
  const page = await see(sessionId);
  expect(wordsOf(page)).toContain("this session is not open for booking");
  expect(page.html).not.toContain(`offer=${waiting[0]}`);
  const offered = offerOutOfTurn(world.as(world.coordinator), { bookingId: waiting[0] ?? "", reason: "x" });
  expect(offered).toEqual({ ok: false, reason: "not open" });
});
