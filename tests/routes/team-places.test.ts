// Places reserved without names: until when, naming, giving back, and that they run out.
import { expect, test } from "vitest";
import { releaseHeldPlaces } from "~/domain/bookings/bookings.server";
import { contentOf, inShort, nothing, watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, wordsOf } from "../domain/support-check/site";
import { teamWorld } from "./team-world";

function reserved(places = 2) {
  const world = teamWorld();
  const sessionId = world.farSession(5);
  const id = world.reserve(sessionId, places, world.lead);
  return { ...world, sessionId, id, path: `/team/places/${id}` };
}

test("a lead reserves places: until when people can be named is said in words first", async () => {
  const world = teamWorld();
  const { open, lead, db, tables } = world;
  const path = `/team/bookings/new/${world.farSession(5)}`;
  expect(wordsOf(await open(path, { as: lead }))).toContain(
    "You can name people until the end of Monday 30 November 2026. Places without a name then go back to everyone.",
  );
  const added = watch(world);
  const sent = await open(path, { form: { intent: "reserve", "reserve-places": "3" }, as: lead });
  const held = db.select().from(tables.heldPlaces).get();
  expect(sent.to).toBe(`/team/places/${held?.id}?done=reserved`);
  expect(held).toMatchObject({ kind: "reserved", agencyId: "police", places: 3, madeBy: lead });
  expect(inShort(added())).toEqual({ audit: ["bookings.places held"], messages: [] });
  const page = await open(sent.to ?? "", { as: lead });
  expect(wordsOf(page)).toContain("The places are reserved. Now name people for them.");
  expect(wordsOf(page)).toContain("Name people by the end of Monday 30 November 2026.");
  expect(wordsOf(await open("/team", { as: lead }))).toMatch(
    /Reserved places .*Neglect 15 December 2026 0 of 3 places named the end of Monday 30 November 2026 Name people/,
  );
});

test("too many, none, no number, and too late are said beside the field, and nothing is held", async () => {
  const world = teamWorld();
  const { open, lead, db } = world;
  const path = `/team/bookings/new/${world.farSession(5)}`;
  const near = `/team/bookings/new/${world.session()}`;
  const before = contentOf(db);
  for (const [typed, said] of [
    ["6", "There are not so many places left"],
    ["0", "Enter how many places"],
    ["31", "Enter how many places"],
    ["two", "Enter how many places"],
    ["", "Enter how many places"],
    ["-1", "Enter how many places"],
  ] as const) {
    const refused = await open(path, { form: { intent: "reserve", "reserve-places": typed }, as: lead });
    expect(refused.status, typed).toBe(400);
    expect(errorSummaryOf(refused)).toMatchObject([
      { message: expect.stringContaining(said), to: "#field-reserve-places" },
    ]);
    expect(brokenReferences(refused)).toEqual([]);
  }
  expect(wordsOf(await open(near, { as: lead }))).not.toContain("Reserve places and name people later");
  const late = await open(near, { form: { intent: "reserve", "reserve-places": "1" }, as: lead });
  expect(late.status).toBe(400);
  expect(contentOf(db)).toBe(before);
});

test("a lead names people one by one, who are told; the last place leaves nothing to name", async () => {
  const world = reserved();
  const { open, lead, path, person, bookingsOf, id } = world;
  const [ann, bob, cat] = ["Ann", "Bob", "Cat"].map((name) => person({ name }));
  const page = await open(path, { as: lead });
  expect(wordsOf(page)).toContain("0 of 2 named");
  expect(wordsOf(page)).toContain("Nobody is named yet.");
  expect(brokenReferences(page)).toEqual([]);
  const added = watch(world);
  const sent = await open(path, { form: { intent: "choose", personId: ann ?? "" }, as: lead });
  expect(sent.to).toBe(`${path}?done=named`);
  expect(bookingsOf(ann ?? "")).toMatchObject([{ state: "confirmed", heldPlacesId: id }]);
  expect(inShort(added())).toEqual({ audit: ["bookings.confirmed"], messages: ["booking confirmed"] });
  const twice = await open(path, { form: { personId: ann ?? "" }, as: lead });
  expect(errorSummaryOf(twice)).toMatchObject([
    { message: "They have a booking for this session already.", to: "#field-personId" },
  ]);
  expect(brokenReferences(twice)).toEqual([]);
  await open(path, { form: { personId: bob ?? "" }, as: lead });
  const full = wordsOf(await open(path, { as: lead }));
  expect(full).toContain("Every place has a name.");
  expect(full).not.toContain("Find a colleague");
  const more = await open(path, { form: { personId: cat ?? "" }, as: lead });
  expect(errorSummaryOf(more)[0]?.message).toBe("All of these places have a name already");
  expect(errorSummaryOf(await open(path, { form: {}, as: lead }))[0]?.message).toBe("Select a person");
});

test("a colleague is found by their whole address too", async () => {
  const { open, lead, path, person, row } = reserved();
  const ann = person({ name: "Ann Able" });
  person({ name: "Bob" });
  const found = wordsOf(await open(`${path}?q=${encodeURIComponent(row(ann).email)}`, { as: lead }));
  expect(found).toContain("1 person with");
  expect(found).toContain("Ann Able");
  expect(found).not.toContain("Bob");
  expect(wordsOf(await open(`${path}?q=zzz`, { as: lead }))).toContain("Nobody fits this search");
});

test("whoever lacks what the course asks for is not named, and the page says what", async () => {
  const { open, lead, path, person, asksForELearning, db } = reserved();
  asksForELearning();
  const ann = person();
  const before = contentOf(db);
  const refused = await open(path, { form: { personId: ann }, as: lead });
  expect(errorSummaryOf(refused)[0]?.message).toBe(
    "They have not done what the course asks for first. They need to have done the e-learning “Basics online” first.",
  );
  expect(contentOf(db)).toBe(before);
});

test("given back at once or on the day, those who are named keep their places and the page says so", async () => {
  const world = reserved();
  const { open, lead, path, person, bookingsOf } = world;
  const ann = person({ name: "Ann" });
  await open(path, { form: { personId: ann }, as: lead });
  const added = watch(world);
  const sent = await open(path, { form: { intent: "give back" }, as: lead });
  expect(sent.to).toBe(`${path}?done=given-back`);
  expect(inShort(added())).toEqual({ audit: ["bookings.places released"], messages: [] });
  const words = wordsOf(await open(path, { as: lead }));
  expect(words).toContain(
    "On 3 November 2026 the places without a name went back to everyone. Those who are",
  );
  expect(words).toContain("Ann");
  expect(bookingsOf(ann)).toMatchObject([{ state: "confirmed" }]);
  const again = watch(world);
  await open(path, { form: { intent: "give back" }, as: lead });
  expect(inShort(again())).toEqual(nothing);
  const late = await open(path, { form: { personId: person() }, as: lead });
  expect(errorSummaryOf(late)[0]?.message).toBe("These places have gone back to everyone");
  expect(wordsOf(await open("/team", { as: lead }))).toContain("Closed: no more names");

  const due = reserved();
  due.clock.set(Date.UTC(2026, 11, 1, 1));
  releaseHeldPlaces(due.asSystem);
  expect(wordsOf(await due.open(due.path, { as: due.lead }))).toContain("On 1 December 2026 the places");
});

test("two agencies, every id swapped: not found, and nothing changes; a coordinator may", async () => {
  const world = reserved();
  const { open, lead, healthLead, unconfirmedLead, coordinator, boss, report, person, path, db } = world;
  report();
  const pat = person({ name: "Pat" });
  const hal = person({ name: "Hal", agencyId: "health" });
  const theirs = `/team/places/${world.reserve(world.farSession(3), 1, healthLead, "health")}`;
  const before = contentOf(db);
  for (const [as, address, personId] of [
    [healthLead, path, hal],
    [healthLead, path, pat],
    [lead, theirs, pat],
    [lead, theirs, hal],
    [lead, path, hal],
    [lead, path, "nobody"],
    [lead, "/team/places/nothing", pat],
    [unconfirmedLead, path, pat],
    [coordinator, path, hal],
  ] as const) {
    expect((await open(address, { form: { personId }, as })).status, `${as} ${address}`).toBe(404);
    if (address === path && as !== healthLead && as !== unconfirmedLead) continue;
    expect((await open(address, { as })).status).toBe(404);
    expect((await open(address, { form: { intent: "give back" }, as })).status).toBe(404);
  }
  for (const as of [boss, pat]) {
    expect((await open(path, { as })).status).toBe(403);
    expect((await open(path, { form: { intent: "give back" }, as })).status).toBe(403);
  }
  expect(contentOf(db)).toBe(before);
  expect((await open(path, { as: coordinator })).status).toBe(200);
  expect((await open(path, { form: { personId: pat }, as: coordinator })).to).toBe(`${path}?done=named`);
});

test("another agency’s lead does not see the names either, once there is nobody left to name", async () => {
  const { open, healthLead, unconfirmedLead, lead, path, person } = reserved(1);
  await open(path, { form: { personId: person({ name: "Pat Private" }) }, as: lead });
  for (const as of [healthLead, unconfirmedLead])
    for (const address of [path, `${path}.data`]) {
      const page = await open(address, { as });
      expect(page.status).toBe(404);
      expect(page.html).not.toContain("Pat Private");
    }
});
