// An agency's bookings: found, taken away as a file, cancelled and passed on by its lead, and by no other.
import { expect, test } from "vitest";
import { cancelBooking } from "~/domain/bookings/bookings.server";
import { contentOf, inShort, watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, titleOf, wordsOf } from "../domain/support-check/site";
import { teamWorld } from "./team-world";

function booked() {
  const world = teamWorld();
  const ann = world.person({ name: "Ann Able" });
  const bob = world.person({ name: "Bob Waits" });
  const hal = world.person({ name: "Hal Health", agencyId: "health" });
  const soon = world.session({ capacity: 1 });
  const later = world.session({
    meetings: [{ date: "2026-12-15", startTime: "09:30", endTime: "16:30" }],
    capacity: 5,
  });
  const annSoon = world.book(soon, ann);
  const bobSoon = world.book(soon, bob);
  const annLater = world.book(later, ann);
  const halLater = world.book(later, hal);
  return { ...world, ann, bob, hal, soon, later, annSoon, bobSoon, annLater, halLater };
}

test("every booking to come of the agency, the soonest first, and nobody else's", async () => {
  const { open, lead, annSoon, bobSoon } = booked();
  const page = await open("/team/bookings", { as: lead });
  expect(titleOf(page)).toBe("Your agency’s bookings – Joint training");
  const words = wordsOf(page);
  expect(words).toMatch(
    /3 bookings to come .*Ann Able Neglect 17 November 2026 The Hall Booked .*Bob Waits .*On the waiting list .*Ann Able .*15 December 2026/,
  );
  expect(page.html).toContain(`/team/bookings/${annSoon}/substitute`);
  expect(page.html).toContain(`/bookings/${bobSoon}/cancellation`);
  expect(page.html).not.toContain(`/team/bookings/${bobSoon}/substitute`);
  expect((await open("/team/bookings.data", { as: lead })).html + page.html).not.toContain("Hal Health");
  expect(brokenReferences(page)).toEqual([]);
});

test("filters by state, date and course stand in the address and can be taken away; odd ones ask for nothing", async () => {
  const { open, lead } = booked();
  const count = async (query: string) =>
    /(\d+|No) bookings? to come/.exec(wordsOf(await open(`/team/bookings?${query}`, { as: lead })))?.[1];
  expect(await count("state=waiting")).toBe("1");
  expect(await count("state=confirmed")).toBe("2");
  expect(await count("from=2026-12-01")).toBe("1");
  expect(await count("to=2026-11-17")).toBe("2");
  expect(await count("from=2026-11-18&to=2026-12-14")).toBe("No");
  expect(await count("course=course")).toBe("3");
  expect(await count("course=another")).toBe("No");
  expect(await count("state=attended&from=2026-02-31&to=x&page=-4&agencyId=health&agency=health")).toBe("3");
  expect(wordsOf(await open("/team/bookings?state=waiting&done=constructor", { as: lead }))).toContain(
    "Remove filter On the waiting list",
  );
  expect(wordsOf(await open("/team/bookings?state=offered", { as: lead }))).toContain(
    "No booking fits these filters",
  );
});

test("the file holds what the filters find; taking it is recorded", async () => {
  const world = booked();
  const { open, lead } = world;
  const added = watch(world);
  const file = await open("/team/bookings.csv?state=confirmed", { form: {}, as: lead });
  expect(file.status).toBe(200);
  const lines = file.html.trim().split("\r\n");
  expect(lines[0]).toContain("Name,Email address,Course,Date,Starts at,Where,Place,Reference");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/^Ann Able,.*,Neglect,2026-11-17,09:30,The Hall,Booked,/);
  expect(added().audit).toMatchObject([
    {
      action: "bookings.exported",
      subjectKind: "agency",
      subjectId: "police",
      detail: { agencyId: "police", rows: 2 },
    },
  ]);
  expect((await open("/team/bookings.csv?state=waiting", { as: lead })).to).toBe(
    "/team/bookings?state=waiting",
  );
});

test("a lead cancels for them; another agency's lead is told nothing", async () => {
  const world = booked();
  const { open, lead, healthLead, annLater, halLater, booking, db } = world;
  const before = contentOf(db);
  for (const [as, id] of [
    [lead, halLater],
    [healthLead, annLater],
  ] as const) {
    expect((await open(`/bookings/${id}/cancellation`, { as })).status).toBe(404);
    expect((await open(`/bookings/${id}/cancellation`, { form: {}, as })).status).toBe(404);
  }
  expect(contentOf(db)).toBe(before);
  expect((await open(`/bookings/${annLater}/cancellation`, { as: lead })).status).toBe(200);
  expect(cancelBooking(world.as(lead), { bookingId: annLater })).toMatchObject({ ok: true });
  expect(booking(annLater)?.state).toBe("cancelled");
});

test("a lead passes a place on: chosen, checked, confirmed; both are told and nothing is charged", async () => {
  const world = booked();
  const { open, lead, annLater, person, booking, bookingsOf, later } = world;
  const cat = person({ name: "Cat Colleague" });
  const path = `/team/bookings/${annLater}/substitute`;
  const page = await open(path, { as: lead });
  expect(wordsOf(page)).toContain("Give the place of Ann Able to a colleague");
  expect(wordsOf(page)).toContain("The colleague must have done what the course asks for first.");
  expect(wordsOf(page)).not.toContain("Hal Health");
  expect(brokenReferences(page)).toEqual([]);
  const found = await open(`${path}?q=cat+coll`, { as: lead });
  expect(wordsOf(found)).toContain("1 person with “cat coll” in their name or address");
  const added = watch(world);
  const check = await open(path, { form: { intent: "choose", personId: cat }, as: lead });
  expect(check.status).toBe(200);
  expect(wordsOf(check)).toMatch(/Gives the place up Ann Able Gets the place Cat Colleague/);
  expect(added().audit).toEqual([]);
  const sent = await open(path, { form: { intent: "confirm", personId: cat }, as: lead });
  expect(sent.to).toBe("/team/bookings?done=substituted");
  expect(booking(annLater)?.state).toBe("cancelled");
  expect(bookingsOf(cat)).toMatchObject([{ sessionId: later, state: "confirmed" }]);
  expect(inShort(added())).toEqual({
    audit: ["bookings.cancelled", "bookings.confirmed"],
    messages: ["booking cancelled", "booking confirmed"],
  });
  expect(added().audit[0]?.detail).toMatchObject({ cause: "substituted", actedAs: "agency lead" });
  expect(wordsOf(await open(path, { as: lead }))).toContain("Only a confirmed place can be passed on.");
  const again = await open(path, { form: { intent: "confirm", personId: cat }, as: lead });
  expect([again.status, errorSummaryOf(again)[0]?.message]).toEqual([
    400,
    expect.stringContaining("They have a booking for this session already"),
  ]);
});

test("whoever lacks what the course asks for, or has a booking, cannot take a place, and the page says which", async () => {
  const world = booked();
  const { open, lead, annLater, annSoon, bob, person, change, asksForELearning, db } = world;
  asksForELearning();
  const cat = person({ name: "Cat" });
  const left = change(person({ name: "Left" }), { disabledAt: 1 });
  const before = contentOf(db);
  const path = `/team/bookings/${annLater}/substitute`;
  for (const [personId, said] of [
    [cat, "Cat: They have not done what the course asks for first. They need to have done the e-learning"],
    [left, "Left: Their account is closed."],
    ["", "Select a colleague"],
  ] as const) {
    for (const intent of ["choose", "confirm"]) {
      const refused = await open(path, { form: { intent, personId }, as: lead });
      expect(refused.status).toBe(400);
      expect(errorSummaryOf(refused)[0]?.message).toContain(said);
      expect(brokenReferences(refused)).toEqual([]);
    }
  }
  const waiting = await open(`/team/bookings/${annSoon}/substitute`, {
    form: { intent: "choose", personId: bob },
    as: lead,
  });
  expect(errorSummaryOf(waiting)[0]?.message).toContain("They have not done what the course asks for first");
  expect(contentOf(db)).toBe(before);
});

test("two agencies, every booking and person swapped: not found, and nothing changes", async () => {
  const world = booked();
  const { open, lead, healthLead, unconfirmedLead, annLater, halLater, ann, hal, db } = world;
  const before = contentOf(db);
  for (const [as, id, personId] of [
    [lead, halLater, ann],
    [lead, halLater, hal],
    [lead, annLater, hal],
    [lead, annLater, "nobody"],
    [lead, "nothing", ann],
    [healthLead, annLater, hal],
    [healthLead, halLater, ann],
    [unconfirmedLead, annLater, ann],
  ] as const) {
    const path = `/team/bookings/${id}/substitute`;
    for (const intent of ["choose", "confirm"])
      expect((await open(path, { form: { intent, personId }, as })).status, path).toBe(404);
  }
  for (const [as, id] of [
    [lead, halLater],
    [healthLead, annLater],
    [unconfirmedLead, annLater],
  ] as const)
    expect((await open(`/team/bookings/${id}/substitute`, { as })).status).toBe(404);
  expect((await open("/team/bookings.csv", { form: {}, as: unconfirmedLead })).status).toBe(403);
  expect(wordsOf(await open("/team/bookings", { as: unconfirmedLead }))).toContain(
    "Your own agency is not confirmed",
  );
  expect(contentOf(db)).toBe(before);
});

test("a coordinator may pass a place on for any agency; practitioners, line managers and trainers may not", async () => {
  const world = booked();
  const { open, coordinator, halLater, person, boss, report, later, booking } = world;
  report();
  const path = `/team/bookings/${halLater}/substitute`;
  const hope = person({ name: "Hope Health", agencyId: "health" });
  for (const as of [boss, person(), person({ roles: ["trainer"] })]) {
    expect((await open(path, { as })).status).toBe(403);
    expect((await open(path, { form: { intent: "confirm", personId: hope }, as })).status).toBe(403);
    expect((await open("/team/bookings", { as })).status).toBe(403);
    expect((await open("/team/bookings.csv", { form: {}, as })).status).toBe(403);
  }
  expect(wordsOf(await open(path, { as: coordinator }))).toContain("Hope Health");
  const sent = await open(path, { form: { intent: "confirm", personId: hope }, as: coordinator });
  expect(sent.to).toBe(`/manage/sessions/${later}`);
  expect(booking(halLater)?.state).toBe("cancelled");
});

test("the team's page counts what is to come and leads to each", async () => {
  const { open, lead } = booked();
  const page = await open("/team", { as: lead });
  expect(wordsOf(page)).toMatch(/Bookings to come Booked 2 See .* On the waiting list 1 See/);
  expect(page.html).toContain("/team/bookings?state=waiting");
});
