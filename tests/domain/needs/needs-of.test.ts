// What one person needs: from their kind of work, their record here and what they said.
import { expect, it } from "vitest";
import { stranger } from "~/domain/context";
import { needsOf } from "~/domain/needs/needs.server";
import { NotFound } from "~/shared/problems";
import { type NeedsWorld, needsWorld } from "./needs-world";

const statusOf = (world: NeedsWorld, personId: string, competencyId: string) =>
  needsOf(world.as(personId), personId).needs.find((need) => need.competencyId === competencyId)?.status;

it("gives every requirement of the kind of work, most urgent first", () => {
  const world = needsWorld();
  const ann = world.person("ann");
  world.attended(ann, "neglect-day", "2024-03-12");
  world.attended(ann, "abuse-day", "2024-03-12");
  const { kindOfWork, needs } = needsOf(world.as(ann), ann);
  expect(kindOfWork).toBe("Group direct");
  expect(
    needs.map(({ name, board, renewMonths, status }) => [name, board.code, renewMonths, status]),
  ).toEqual([
    ["Domestic abuse", "ADULT", 24, { kind: "gap", because: "ran out", until: "2026-03-12" }],
    ["Induction", "KIDS", null, { kind: "unknown", because: "nothing said" }],
    ["Neglect", "KIDS", 36, { kind: "held", trainedOn: "2024-03-12", until: "2027-03-12" }],
  ]);
});

it("counts only whole courses attended, of any course that teaches it, withdrawn ones too, the newest of several", () => {
  const world = needsWorld();
  const ann = world.person("ann");
  world.attended(ann, "abuse-day", "2026-01-10", "partly attended");
  world.attended(ann, "abuse-day", "2026-02-10", "did not attend");
  world.attended(ann, "withdrawn", "2024-05-01");
  world.attended(ann, "both", "2025-05-01");
  world.attended(ann, "neglect-day", "2024-06-01");
  expect(statusOf(world, ann, "abuse")).toMatchObject({ kind: "held", trainedOn: "2025-05-01" });
  expect(statusOf(world, ann, "neglect")).toMatchObject({ kind: "held", trainedOn: "2025-05-01" });
  expect(statusOf(world, ann, "induction")).toMatchObject({ kind: "held", until: null });
});

it("takes the newest answer to each question; a blank leaves the earlier answer standing", () => {
  const world = needsWorld();
  const ann = world.person("ann");
  world.says(ann, "2026-01-01", { neglect: "never", abuse: "within a year" }, 3);
  world.says(ann, "2026-05-01", { neglect: "within a year", abuse: null }, 7);
  const { needs } = needsOf(world.as(ann), ann);
  const neglect = needs.find((need) => need.competencyId === "neglect");
  const abuse = needs.find((need) => need.competencyId === "abuse");
  expect(neglect?.status).toMatchObject({ kind: "reported", saidOn: "2026-05-01" });
  expect(neglect?.said).toEqual({ lastTrained: "within a year", on: "2026-05-01" });
  expect(abuse?.status).toMatchObject({ kind: "reported", saidOn: "2026-01-01" });
  expect(abuse?.confidence).toEqual({ value: 7, on: "2026-05-01" });
});

it("leaves out other people's records and answers", () => {
  const world = needsWorld();
  const ann = world.person("ann");
  const bob = world.person("bob");
  world.attended(bob, "both", "2026-01-10");
  world.says(bob, "2026-01-10", { induction: "within a year" });
  expect(needsOf(world.as(ann), ann).needs.map((need) => need.status.kind)).toEqual([
    "unknown",
    "unknown",
    "unknown",
  ]);
});

it("counts training whose register is taken before its last hour is over", () => {
  const world = needsWorld();
  const ann = world.person("ann");
  world.attended(ann, "neglect-day", "2026-06-15");
  expect(statusOf(world, ann, "neglect")).toMatchObject({ kind: "held", until: "2029-06-15" });
});

it("someone whose kind of work is not known, or needs nothing, has no needs", () => {
  const world = needsWorld();
  world.person("ann", { group: null });
  world.person("bob", { group: "none" });
  expect(needsOf(world.as("ann"), "ann")).toEqual({ kindOfWork: null, needs: [] });
  expect(needsOf(world.as("bob"), "bob")).toEqual({ kindOfWork: "Group none", needs: [] });
});

it("offers at most two courses, each with its next session that takes bookings", () => {
  const world = needsWorld();
  const ann = world.person("ann");
  world.session("neglect-day", "2026-06-20", { closes: "2026-06-10" });
  world.session("neglect-day", "2026-06-25", { status: "draft" });
  world.session("neglect-day", "2026-06-26", { status: "cancelled" });
  const full = world.session("neglect-day", "2026-07-01", { capacity: 1 });
  world.booking(full, world.person("bob"), "confirmed");
  const free = world.session("neglect-day", "2026-09-01", { capacity: 5 });
  world.booking(free, "bob", "confirmed");
  world.booking(free, world.person("cat"), "cancelled");
  world.session("neglect-short", "2026-08-01", { capacity: 8 });
  world.session("withdrawn", "2026-06-21");
  const neglect = needsOf(world.as(ann), ann).needs.find((need) => need.competencyId === "neglect");
  expect(neglect?.courses.map(({ slug, next }) => [slug, next?.dates[0]?.date, next?.placesLeft])).toEqual([
    ["neglect-short", "2026-08-01", 8],
    ["neglect-day", "2026-09-01", 4],
  ]);
});

it("shows the next full session where no place is free, and a course without dates as such", () => {
  const world = needsWorld();
  const ann = world.person("ann");
  const full = world.session("abuse-day", "2026-07-01", { capacity: 1 });
  world.booking(full, world.person("bob"), "confirmed");
  world.booking(full, world.person("cat"), "waiting");
  const { needs } = needsOf(world.as(ann), ann);
  const abuse = needs.find((need) => need.competencyId === "abuse");
  expect(abuse?.courses.map(({ slug, next }) => [slug, next?.id, next?.placesLeft, next?.waiting])).toEqual([
    ["abuse-day", full, 0, 1],
    ["both", undefined, undefined, undefined],
  ]);
  expect(needs.find((need) => need.competencyId === "induction")?.courses).toEqual([]);
});

it("says where they already have a place", () => {
  const world = needsWorld();
  const ann = world.person("ann");
  const place = world.booking(world.session("both", "2026-07-01"), ann, "confirmed");
  world.booking(world.session("neglect-day", "2026-06-30"), ann, "cancelled");
  world.booking(world.session("neglect-day", "2026-06-29"), ann, "waiting");
  const { needs } = needsOf(world.as(ann), ann);
  expect(needs.find((need) => need.competencyId === "neglect")?.booked).toEqual({
    bookingId: place,
    courseTitle: "Neglect and abuse",
    on: "2026-07-01",
  });
  expect(needs.find((need) => need.competencyId === "induction")?.booked).toBeNull();
});

it("shows nobody else's needs, to no role, and none of a person who does not exist", () => {
  const world = needsWorld();
  const ann = world.person("ann");
  const bob = world.person("bob");
  const roles = ["agency_lead", "trainer", "coordinator", "sdg_member", "scrutineer", "admin"] as const;
  expect(() => needsOf(world.as(bob, ...roles), ann)).toThrow(NotFound);
  expect(() => needsOf({ ...world.as(bob), actor: stranger }, ann)).toThrow(NotFound);
  expect(() => needsOf({ ...world.as(bob), actor: { kind: "system" } }, "nobody")).toThrow(NotFound);
});
