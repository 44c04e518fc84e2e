// Venues and their rooms, looked after by coordinators.
import { expect, test } from "vitest";
import { brokenReferences, errorSummaryOf, siteOf, wordsOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

function venuesWorld() {
  const world = makeWorld();
  const visit = siteOf(world);
  const see = async (path: string, form?: Record<string, string>, as: string = world.coordinator) => {
    const page = await visit(`/manage/venues${path}`, { as, form });
    expect(brokenReferences(page)).toEqual([]);
    return page;
  };
  return { ...world, see };
}

const hall = { name: "New Hall", address: "5 Street", postal: "ts5 5ts", access: "Ramp at the side" };
const room = { roomName: "Blue room", holds: "12", roomAccess: "" };

test("a venue is added with what people need to know; an empty form names each field", async () => {
  const world = venuesWorld();
  const empty = await world.see("/new", { name: "", address: "", postal: "", access: "" });
  expect(empty.status).toBe(400);
  expect(errorSummaryOf(empty).map(({ message }) => message)).toEqual([
    "Enter the name of the venue",
    "Enter the address",
    "Enter the postcode",
    "Enter what people need to know about access",
  ]);
  const added = await world.see("/new", hall);
  expect(added.to).toMatch(/^\/manage\/venues\/.+\?done=added$/);
  expect(wordsOf(await world.see(""))).toContain("New Hall , TS5 5TS None entered 0");
  const twice = await world.see("/new", hall);
  expect(errorSummaryOf(twice)[0]?.message).toBe("Enter another name: there is a venue of this name");
  for (const typed of Object.values(hall)) expect(twice.html).toContain(typed);
});

test("a room is added, changed and archived on its venue's page", async () => {
  const world = venuesWorld();
  expect((await world.see("/venue", { intent: "add room", ...room })).to).toBe(
    "/manage/venues/venue?done=room-added",
  );
  const { id } = world.db.select().from(world.tables.rooms).get() ?? { id: "" };
  const changing = await world.see(`/venue?room=${id}`);
  expect(wordsOf(changing)).toContain("Change Blue room");
  const wrong = await world.see("/venue", { intent: "save room", roomId: id, ...room, holds: "many" });
  expect(errorSummaryOf(wrong)).toEqual([
    { message: "Enter how many people it holds, as a number", to: "#field-holds" },
  ]);
  expect(wordsOf(wrong)).toContain("Change Blue room");
  await world.see("/venue", { intent: "save room", roomId: id, ...room, holds: "14", roomAccess: "Stairs" });
  expect(world.db.select().from(world.tables.rooms).all()).toMatchObject([
    { capacity: 14, access: "Stairs" },
  ]);
  expect((await world.see("/venue", { intent: "archive room", roomId: id })).to).toContain("room-archived");
  expect(wordsOf(await world.see("/venue"))).toContain("Blue room Archived");
  expect((await world.see("/venue", { intent: "archive room", roomId: "none" })).status).toBe(404);
});

test("an archived venue says so, and comes back", async () => {
  const world = venuesWorld();
  await world.see("/venue", { intent: "archive" });
  expect(wordsOf(await world.see("/venue"))).toContain("This venue is archived");
  expect(wordsOf(await world.see(""))).toContain("Archived");
  await world.see("/venue", { intent: "restore" });
  expect(wordsOf(await world.see("/venue"))).not.toContain("This venue is archived");
  expect((await world.see("/none")).status).toBe(404);
});

test("others may neither see nor change them", async () => {
  const world = venuesWorld();
  for (const as of [world.person(), world.trainer(), world.person({ roles: ["admin", "agency_lead"] })]) {
    for (const path of ["", "/new", "/venue"])
      expect((await world.see(path, undefined, as)).status).toBe(403);
    expect((await world.see("/new", hall, as)).status).toBe(403);
    expect((await world.see("/venue", { intent: "archive" }, as)).status).toBe(403);
  }
  expect(world.db.select().from(world.tables.venues).all()).toHaveLength(1);
});
