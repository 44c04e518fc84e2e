// Keeping places: quotas and reserved places, until when, and giving them back.
import { expect, test } from "vitest";
import { readPlaces } from "~/domain/bookings/bookings.server";
import { contentOf, inShort, watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, titleOf, wordsOf } from "../domain/support-check/site";
import { bookingWorld } from "./booking-world";

function places(capacity = 5) {
  const world = bookingWorld();
  const { coordinator } = world;
  const sessionId = world.session({
    capacity,
    meetings: [{ date: "2026-12-15", startTime: "09:30", endTime: "16:30" }],
  });
  const path = `/manage/sessions/${sessionId}/places`;
  const see = async (query = "") => {
    const page = await world.visit(path + query, { as: coordinator });
    expect(brokenReferences(page)).toEqual([]);
    return page;
  };
  const send = (form: Record<string, string>, as = coordinator) => world.visit(path, { as, form });
  const held = () => world.db.select().from(world.tables.heldPlaces).all();
  return { ...world, world, sessionId, path, see, send, held };
}

const quota = { kind: "quota", agencyId: "health", places: "2" };

test("nothing kept, then a quota for an agency, until the terms' own day", async () => {
  const { see, send, held, world, sessionId, path } = places();
  const empty = await see();
  expect(titleOf(empty)).toBe("Kept places: Neglect, 15 December 2026 – Joint training");
  expect(wordsOf(empty)).toContain("No places are kept");
  expect(wordsOf(empty)).toContain("they go back to everyone 10 working days before the session");
  const added = watch(world);
  expect((await send(quota)).to).toBe(`${path}?done=quota`);
  expect(inShort(added())).toEqual({ audit: ["bookings.places held"], messages: [] });
  expect(held()).toMatchObject([{ kind: "quota", agencyId: "health", places: 2, endedAt: null }]);
  const page = wordsOf(await see("?done=quota"));
  expect(page).toContain("The quota is set");
  // Ten full working days before Tuesday 15 December.
  expect(page).toMatch(/Health Quota 2 0 the end of Monday 30 November 2026/);
  expect(page).toContain("5 places free, 2 of them kept by quotas");
  expect(readPlaces(world, sessionId).kept).toBe(2);
});

test("reserved places until a day of one's own, to the end of that day in London", async () => {
  const { see, send, held, path, ask, person, sessionId } = places();
  const date = { "lastDay-day": "4", "lastDay-month": "12", "lastDay-year": "2026" };
  expect((await send({ ...quota, kind: "reserved", ...date })).to).toBe(`${path}?done=reserved`);
  expect(held()[0]?.releasesAt).toBe(Date.UTC(2026, 11, 5) - 1);
  expect(wordsOf(await see())).toMatch(/Health Reserved, named later 2 0 the end of Friday 4 December 2026/);
  ask(sessionId, person({ agencyId: "health" }));
  // Booked by themselves, not named for one of them.
  expect(wordsOf(await see())).toMatch(/Reserved, named later 2 0/);
});

test("a quota counts what the agency's people have booked", async () => {
  const { see, send, ask, person, sessionId } = places();
  await send(quota);
  ask(sessionId, person({ agencyId: "health" }));
  ask(sessionId, person());
  expect(wordsOf(await see())).toMatch(/Health Quota 2 1/);
});

test("what is missing or impossible is refused beside its field, with what was typed, and nothing is kept", async () => {
  const { send, db } = places();
  const before = contentOf(db);
  const empty = await send({});
  expect(empty.status).toBe(400);
  expect(titleOf(empty)).toMatch(/^Error: /);
  expect(errorSummaryOf(empty)).toEqual([
    { message: "Select how they are kept", to: "#field-kind" },
    { message: "Select an agency", to: "#field-agencyId" },
    { message: "Enter how many places", to: "#field-places" },
  ]);
  expect(brokenReferences(empty)).toEqual([]);
  const wrong: [Record<string, string>, string, string][] = [
    [{ places: "0" }, "Enter a whole number of places, 1 or more", "#field-places"],
    [{ places: "two" }, "Enter a whole number of places, 1 or more", "#field-places"],
    [{ agencyId: "nobody" }, "Select an agency", "#field-agencyId"],
    [{ places: "6" }, "Enter fewer places", "#field-places"],
    [
      { "lastDay-day": "31", "lastDay-month": "2", "lastDay-year": "2027" },
      "Enter a real date",
      "#field-lastDay",
    ],
    [
      { "lastDay-day": "2", "lastDay-month": "11", "lastDay-year": "2026" },
      "Enter a later day",
      "#field-lastDay",
    ],
    [
      { "lastDay-day": "15", "lastDay-month": "12", "lastDay-year": "2026" },
      "Enter a day before",
      "#field-lastDay",
    ],
  ];
  for (const [change, message, to] of wrong) {
    const page = await send({ ...quota, ...change });
    expect(page.status).toBe(400);
    expect(errorSummaryOf(page)).toEqual([{ message: expect.stringContaining(message), to }]);
    expect(brokenReferences(page)).toEqual([]);
  }
  expect(contentOf(db)).toBe(before);
});

test("giving back is asked first, says who gets them, and is done once", async () => {
  const { see, send, held, ask, person, sessionId, path, world } = places(1);
  await send({ ...quota, places: "1" });
  ask(sessionId, person());
  const id = held()[0]?.id ?? "";
  const asked = await see(`?give-back=${id}`);
  expect(wordsOf(asked)).toContain(
    "1 place not used yet goes to those who wait, at once: they are told by email.",
  );
  const added = watch(world);
  const form = { intent: "give back", heldPlacesId: id };
  expect((await send(form)).to).toBe(`${path}?done=given-back`);
  expect(inShort(added())).toEqual({
    audit: ["bookings.places released", "bookings.offered"],
    messages: ["booking offered"],
  });
  const before = contentOf(world.db);
  expect((await send(form)).to).toBe(`${path}?done=given-back`);
  expect(contentOf(world.db)).toBe(before);
  expect(wordsOf(await see())).toContain("No places are kept");
});

test("another session's places are not given back from here", async () => {
  const { send, held, world, visit, coordinator } = places();
  const other = world.session({ meetings: [{ date: "2026-12-16", startTime: "09:30", endTime: "16:30" }] });
  await visit(`/manage/sessions/${other}/places`, { as: coordinator, form: quota });
  await send({ intent: "give back", heldPlacesId: held()[0]?.id ?? "" });
  expect(held()[0]?.endedAt).toBeNull();
});

test("of a hybrid session the mode is asked", async () => {
  const { hybrid, visit, coordinator, held } = places();
  const meetings = [{ date: "2026-12-15", startTime: "09:30", endTime: "16:30" }];
  const path = `/manage/sessions/${hybrid(3, 4, { meetings })}/places`;
  const page = await visit(path, { as: coordinator });
  expect(wordsOf(page)).toContain("3 places free in person and 4 places free online");
  const unsaid = await visit(path, { as: coordinator, form: quota });
  expect(errorSummaryOf(unsaid)).toEqual([{ message: "Select where the places are", to: "#field-mode" }]);
  await visit(path, { as: coordinator, form: { ...quota, mode: "online" } });
  expect(held()).toMatchObject([{ mode: "online", places: 2 }]);
});

test("nobody but coordinators: not to see, not to send", async () => {
  const { visit, path, send, person, held } = places();
  for (const as of [person(), person({ roles: ["agency_lead", "trainer", "admin"] })]) {
    expect((await visit(path, { as })).status).toBe(403);
    expect((await send(quota, as)).status).toBe(403);
  }
  expect((await visit(path)).to).toMatch(/^\/sign-in/);
  expect(held()).toEqual([]);
});
