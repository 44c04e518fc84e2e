// An export holds every row about a person, wherever it stands, and nothing of anybody else.
import { getTableName } from "drizzle-orm";
import { makeWorld } from "tests/support/world";
import { expect, it } from "vitest";
import { exportAsJson, exportAsLines } from "~/domain/personal-data/personal-data";
import { exportPersonalData } from "~/domain/personal-data/personal-data.server";
import { personalDataMap } from "~/domain/personal-data/personal-data-map";
import { markedIn, plantDeed, plantRows, someone } from "./export-planted";

const own = someone("own");
const other = someone("other");
/** Whoever did something to either: a trainer. */
const passerBy = someone("third");
/** Those for whom the first person did something: one each, so that no row is in another's way. */
const letterAt = (at: number) => String.fromCharCode(97 + at);
const served = (count: number) => someone(`served${letterAt(Math.floor(count / 26))}${letterAt(count % 26)}`);

/** Every table with rows about two people, and one more for each thing that the first can do for others. */
function setUp() {
  const world = makeWorld();
  // Rows are made from the schema; where their ids lead is no part of this.
  world.db.$client.pragma("foreign_keys = OFF");
  world.db.delete(world.tables.roleGrants).run();
  const planted = personalDataMap.flatMap((mapped) => plantRows(world, mapped, own, passerBy));
  for (const mapped of personalDataMap) plantRows(world, mapped, other, passerBy);
  const trainer = { personId: passerBy.id, role: "trainer", grantedAt: 1 } as const;
  world.db
    .insert(world.tables.people)
    .values({
      id: passerBy.id,
      name: "third Name",
      email: passerBy.address,
      agencyId: "police",
      createdAt: 1,
    })
    .run();
  world.db.insert(world.tables.roleGrants).values(trainer).run();
  const deeds = personalDataMap
    .flatMap((mapped) => mapped.deeds.map((deed) => ({ mapped, deed })))
    .map(({ mapped, deed }, at) => plantDeed(world, mapped, deed, own, served(at)));
  const file = exportPersonalData(world.asSystem, { personId: own.id, format: "json" });
  return { world, planted, deeds, file };
}

it("rows are planted in every table that the map ties to people, and about both of them", () => {
  const { world, planted, deeds } = setUp();
  for (const { table, holds, deeds: done } of personalDataMap) {
    if (holds === "nobody" && done.length === 0) continue;
    expect(world.db.select().from(table).all().length, getTableName(table)).toBeGreaterThan(0);
  }
  expect(planted.length).toBeGreaterThan(20);
  expect(deeds.length).toBeGreaterThan(12);
});

it("every own row is in its section, with everything that is given of it", () => {
  const { planted, deeds, file } = setUp();
  for (const { heading, texts } of [...planted, ...deeds]) {
    const records = file.sections.find((section) => section.heading === heading)?.records ?? [];
    const whole = records.some((record) =>
      texts.every((text) => Object.values(record).some((value) => JSON.stringify(value)?.includes(text))),
    );
    expect(whole, `${heading}: ${texts.join(", ")}`).toBe(true);
  }
});

it("no section has a row more than there are own ones", () => {
  const { planted, deeds, file } = setUp();
  const expected = new Map<string, number>();
  for (const { heading } of [...planted, ...deeds]) expected.set(heading, (expected.get(heading) ?? 0) + 1);
  // The export itself stands in the trail before it is made.
  const trail = "What was done with your records, and your sign-ins";
  expected.set(trail, (expected.get(trail) ?? 0) + 1);
  expect(new Map(file.sections.map(({ heading, records }) => [heading, records.length]))).toEqual(expected);
});

it.each([
  ["JSON", exportAsJson],
  ["CSV", (file: Parameters<typeof exportAsJson>[0]) => JSON.stringify(exportAsLines(file))],
])("nobody else is in the %s: no row, number, name or address of theirs", (_, write) => {
  const { deeds, file } = setUp();
  const text = write(file);
  expect(text).toContain("own Name");
  const others = [other, passerBy, ...deeds.map((_deed, at) => served(at))];
  for (const { mark, id, address, bookingId, assessmentId } of others) {
    expect(markedIn(text, mark)).toEqual([]);
    for (const theirs of [id, address, bookingId, assessmentId, `${mark} Name`])
      expect(text.toLowerCase().includes(theirs.toLowerCase()), theirs).toBe(false);
  }
});

it("others appear as what they are here, and what protects the account as held", () => {
  const { file } = setUp();
  const text = exportAsJson(file);
  expect(markedIn(text, "hidden")).toEqual([]);
  const records = (heading: string) => file.sections.find((section) => section.heading === heading)?.records;
  expect(records("Your account")?.[0]).toMatchObject({ Password: "held, not shown" });
  expect(records("Your attendance")?.[0]).toMatchObject({ "Recorded by": "a trainer" });
  expect(records("What was done with your records, and your sign-ins")?.[0]).toMatchObject({
    "Done by": "a trainer",
    "From which page": "POST /admin/people/…/merge",
    Detail: { of: "a trainer", to: ["To (an address), and more"] },
  });
});
