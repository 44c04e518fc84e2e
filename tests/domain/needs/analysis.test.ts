// The partnership's analysis: who is counted, under what, and what is on offer against it.
import { describe, expect, it } from "vitest";
import { stranger } from "~/domain/context";
import { needsAnalysis, needsOf } from "~/domain/needs/needs.server";
import { Forbidden } from "~/shared/problems";
import { needsWorld, noonOn, today } from "./needs-world";

const counts = (held: number, reported: number, gap: number, unknown: number) => ({
  required: held + reported + gap + unknown,
  held,
  reported,
  gap,
  unknown,
});

/** Ann holds neglect, said abuse, lacks induction; Bob is not known but for a neglect that ran out; Cat leads. */
function smallWorld() {
  const world = needsWorld();
  world.person("ann");
  world.attended("ann", "neglect-day", "2025-01-10");
  world.says("ann", "2026-06-01", { abuse: "within a year", induction: "never" });
  world.person("bob", { agency: "health" });
  world.attended("bob", "neglect-day", "2021-01-10");
  world.person("cat", { agency: "health", group: "lead" });
  world.attended("cat", "neglect-day", "2025-09-01");
  world.person("dan", { agency: "schools", group: null });
  world.person("eve", { agency: "schools", group: "none" });
  world.person("gone", { disabledAt: noonOn("2026-06-01") });
  return world;
}

const analyse = (world: ReturnType<typeof needsWorld>, on = today) =>
  needsAnalysis(world.as("ann", "coordinator"), noonOn(on));

it("counts people by competency and how they stand", () => {
  const { competencies } = analyse(smallWorld());
  expect(competencies.map(({ name, boards, counts }) => [name, boards, counts])).toEqual([
    ["Neglect", ["KIDS", "ADULT"], counts(2, 0, 1, 0)],
    ["Domestic abuse", ["ADULT"], counts(0, 1, 0, 1)],
    ["Induction", ["KIDS"], counts(0, 0, 1, 1)],
  ]);
});

it("counts requirements by agency, and the people behind each count once", () => {
  const { agencies } = analyse(smallWorld());
  expect(agencies.map(({ name, requirements, people }) => [name, requirements, people])).toEqual([
    // Bob has one gap and two unknown, Cat holds her one.
    ["Health", counts(1, 0, 1, 2), { required: 2, held: 1, reported: 0, gap: 1, unknown: 1 }],
    ["Police", counts(1, 1, 1, 0), { required: 1, held: 1, reported: 1, gap: 1, unknown: 0 }],
  ]);
  const health = agencies.find((agency) => agency.id === "health");
  expect(Object.fromEntries(health?.competencies ?? [])).toEqual({
    neglect: counts(1, 0, 1, 0),
    abuse: counts(0, 0, 0, 1),
    induction: counts(0, 0, 0, 1),
  });
});

it("leaves competencies that few people need out of every count", () => {
  const world = smallWorld();
  const analysis = needsAnalysis(world.as("ann", "coordinator"), noonOn(today), { fewest: 3 });
  expect(analysis.competencies.map(({ name }) => name)).toEqual(["Neglect"]);
  expect(analysis.leftOut).toEqual(["Domestic abuse", "Induction"]);
  expect(analysis.agencies.map(({ name, requirements }) => [name, requirements])).toEqual([
    ["Health", counts(1, 0, 1, 0)],
    ["Police", counts(1, 0, 0, 0)],
  ]);
  const none = needsAnalysis(world.as("ann", "coordinator"), noonOn(today), { fewest: 4 });
  expect(none).toMatchObject({ people: { withRequirements: 0 }, competencies: [], agencies: [] });
});

it("counts those whose kind of work is not known apart, and leaves out who has left or needs nothing", () => {
  expect(analyse(smallWorld()).people).toEqual({ withRequirements: 3, withoutKindOfWork: 1 });
});

describe("on another day", () => {
  it("training runs out", () => {
    const neglect = analyse(smallWorld(), "2028-01-11").competencies.find(({ id }) => id === "neglect");
    expect(neglect?.counts).toEqual(counts(0, 0, 3, 0));
  });

  it("what was not yet done or said is not counted, and who had not left is", () => {
    const world = smallWorld();
    const neglect = analyse(world, "2025-08-31").competencies.find(({ id }) => id === "neglect");
    expect(neglect?.counts).toEqual(counts(1, 0, 1, 2));
    const abuse = analyse(world, "2026-05-31").competencies.find(({ id }) => id === "abuse");
    expect(abuse?.counts).toEqual(counts(0, 0, 0, 3));
  });
});

it("every count adds up", () => {
  const { competencies, agencies, people } = analyse(smallWorld());
  for (const { id, counts: whole } of competencies) {
    const parts = agencies.map((agency) => agency.competencies.get(id)?.required ?? 0);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole.required);
    expect(whole.held + whole.reported + whole.gap + whole.unknown).toBe(whole.required);
  }
  expect(agencies.reduce((sum, agency) => sum + agency.people.required, 0)).toBe(people.withRequirements);
});

it("counts exactly what each person sees of themselves", () => {
  const world = smallWorld();
  world.attended("bob", "abuse-day", "2026-01-10", "partly attended");
  world.attended("cat", "neglect-day", "2026-01-10", "did not attend");
  world.says("bob", "2026-02-01", { neglect: "never", abuse: "not sure" });
  world.says("bob", "2026-03-01", { neglect: "within a year", induction: null });
  world.says("cat", "2025-01-01", { neglect: "over three years ago" });
  const own = ["ann", "bob", "cat", "dan", "eve"].flatMap((id) => needsOf(world.as(id), id).needs);
  for (const { id, counts: whole } of analyse(world).competencies) {
    const kinds = own.filter((need) => need.competencyId === id).map((need) => need.status.kind);
    const n = (kind: string) => kinds.filter((one) => one === kind).length;
    expect(whole).toEqual(counts(n("held"), n("reported"), n("gap"), n("unknown")));
  }
});

it("sets free places of the next three months against the need", () => {
  const world = smallWorld();
  world.session("neglect-day", "2026-07-01", { capacity: 10 });
  world.session("neglect-short", "2026-09-15", { capacity: 6 });
  world.session("neglect-short", "2026-09-16", { capacity: 100 });
  world.session("neglect-day", "2026-06-20", { capacity: 100, closes: "2026-06-01" });
  const full = world.session("both", "2026-08-01", { capacity: 1 });
  world.booking(full, "bob", "confirmed");
  const offer = analyse(world).competencies.find(({ id }) => id === "neglect")?.offer;
  expect(offer).toEqual({
    courses: [
      { slug: "neglect-third", title: "Neglect again" },
      { slug: "both", title: "Neglect and abuse" },
      { slug: "neglect-day", title: "Neglect day" },
      { slug: "neglect-short", title: "Neglect in brief" },
    ],
    sessions: 3,
    places: 16,
    until: "2026-09-15",
  });
});

it("is empty where nobody is required anything", () => {
  const world = needsWorld();
  world.person("dan", { group: null });
  expect(analyse(world)).toEqual({
    on: today,
    people: { withRequirements: 0, withoutKindOfWork: 1 },
    competencies: [],
    leftOut: [],
    agencies: [],
  });
});

it("is for coordinators and SDG members only", () => {
  const world = smallWorld();
  expect(needsAnalysis(world.as("bob", "sdg_member"), noonOn(today)).on).toBe(today);
  const others = [
    world.as("bob"),
    world.as("bob", "agency_lead", "trainer", "scrutineer", "admin"),
    { ...world.as("bob"), actor: stranger },
  ];
  for (const other of others) expect(() => needsAnalysis(other, noonOn(today))).toThrow(Forbidden);
});
