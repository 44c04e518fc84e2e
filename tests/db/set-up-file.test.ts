// A partnership's file: what is wrong with one is named by its field, all of it at once.
import blackpool from "db/set-up/blackpool.json";
import { readPlan } from "db/set-up/plan";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** The example with another value at one place, such as agencies[0].name; undefined takes it out. */
function changed(...changes: [place: string, value: unknown][]): string {
  const copy: unknown = structuredClone(blackpool);
  for (const [place, value] of changes) {
    const steps = place.replace(/\[(\d+)\]/g, ".$1").split(".");
    const last = steps.pop() ?? "";
    const within = steps.reduce((part, step) => (part as Record<string, unknown>)[step], copy);
    (within as Record<string, unknown>)[last] = value;
  }
  return JSON.stringify(copy);
}
const faultsOf = (json: string) => {
  const plan = readPlan(json);
  return plan.ok ? [] : plan.reason.split("\n");
};

it("is the example as it stands, with or without a byte order mark", () => {
  // What may be left out is filled in; nothing that stands there is lost.
  expect(readPlan(JSON.stringify(blackpool))).toMatchObject({ ok: true, value: blackpool });
  expect(faultsOf(`\ufeff${JSON.stringify(blackpool)}`)).toEqual([]);
});

it("may leave the offer out", () => {
  const { partnership, boards, strategicDeliveryGroups, agencies, roleGroups } = blackpool;
  const plan = readPlan(
    JSON.stringify({ partnership, boards, strategicDeliveryGroups, agencies, roleGroups }),
  );
  expect(plan).toMatchObject({ ok: true, value: { courses: [], venues: [], requirements: [] } });
});

it("takes mail domains in any case, and names in any letters", () => {
  const agency = { name: " Heddlu’r Gogledd 👮 ", sector: "police", domains: [" Police.Example.ORG "] };
  const plan = readPlan(changed(["agencies[0]", agency]));
  expect(plan.ok && plan.value.agencies[0]).toEqual({
    name: "Heddlu’r Gogledd 👮",
    sector: "police",
    domains: ["police.example.org"],
  });
});

describe("a fault", () => {
  it.each<[string, string, unknown, string]>([
    ["a part left out", "agencies", undefined, "agencies is missing."],
    ["a field left out", "partnership.place", undefined, "partnership.place is missing."],
    ["a blank", "agencies[2].name", " ", "agencies[2].name is blank."],
    ["a number for a text", "partnership.name", 5, "partnership.name is not text."],
    ["terms of no board", "terms[0].board", "NOBODY", 'terms[0].board is "NOBODY", which is not in boards.'],
    ["terms twice", "terms[1].board", "MASA", 'terms[1].board is the same as at 0: "MASA".'],
    [
      "a charge below nothing",
      "terms[0].rules",
      { rates: { halfDayPence: -1, fullDayPence: 0 } },
      "terms[0].rules.rates.halfDayPence is less than 0.",
    ],
    ["a misspelt rule", "terms[0].rules", { notise: 3 }, 'terms[0].rules has no place for "notise".'],
    [
      "a room twice",
      "venues[0].rooms[1].name",
      "lamp room",
      'venues[0].rooms[1].name is the same as at 0: "lamp room".',
    ],
    ["a room for nobody", "venues[0].rooms[0].capacity", 0, "venues[0].rooms[0].capacity is less than 1."],
    [
      "terms of another board",
      "courses[0].bookingRules",
      { termsOf: "BSAB" },
      'courses[0].bookingRules.termsOf is "BSAB", which is not in the course\'s boards.',
    ],
    [
      "for a kind of work unknown",
      "courses[0].bookingRules",
      { roleGroups: ["pilot"] },
      'courses[0].bookingRules.roleGroups[0] is "pilot", which is not in roleGroups.',
    ],
    [
      "a prerequisite that is not there",
      "courses[0].bookingRules",
      { prerequisites: [{ course: "level-2" }] },
      'courses[0].bookingRules.prerequisites[0].course is "level-2", which is not in courses.',
    ],
    [
      "a competency that is not there",
      "courses[0].bookingRules",
      { prerequisites: [{ competency: "flying" }] },
      'courses[0].bookingRules.prerequisites[0].competency is "flying", which is not in competencies.',
    ],
    [
      "a course before itself",
      "courses[0].bookingRules",
      { prerequisites: [{ course: "neglect-gcp2" }] },
      "courses[0].bookingRules.prerequisites[0].course is the course itself.",
    ],
    [
      "a prerequisite of two things",
      "courses[0].bookingRules",
      { prerequisites: [{ course: "domestic-abuse", eLearning: "Prevent" }] },
      "courses[0].bookingRules.prerequisites[0] names one thing: a course, a competency or an eLearning.",
    ],
    ["a text for a list", "boards", "MASA", "boards is not a list."],
    ["no board", "boards", [], "boards is blank."],
    ["a misspelt field", "partnership.brandColor", "#000000", 'partnership has no place for "brandColor".'],
    ["a colour by name", "partnership.brandColour", "red", "partnership.brandColour is not a colour."],
    ["a pale brand", "partnership.brandColour", "#ffdd00", "partnership.brandColour is too pale to read."],
    ["a pale board", "boards[2].colour", "#eeeeee", "boards[2].colour is too pale to read."],
    ["a shape twice", "boards[2].shape", "square", 'boards[2].shape is the same as at 1: "square".'],
    [
      "a domain above many",
      "agencies[1].domains[0]",
      "nhs.uk",
      "agencies[1].domains[0] is above the domains of",
    ],
    ["a blank domain", "agencies[1].domains[0]", " ", "agencies[1].domains[0] is blank."],
    [
      "styles for a colour",
      "partnership.brandColour",
      "#0b5772;} b{",
      "partnership.brandColour is not a colour.",
    ],
    [
      "a logo elsewhere",
      "partnership.logoPath",
      "//x.example/x.svg",
      "partnership.logoPath is not the address of",
    ],
    [
      "a contact that is none",
      "partnership.contactEmail",
      "us",
      "partnership.contactEmail is not an email address.",
    ],
    [
      "an unknown role",
      "partnership.secondFactorRoles",
      ["boss"],
      "partnership.secondFactorRoles[0] is not one of ",
    ],
    ["an unknown shape", "boards[0].shape", "star", "boards[0].shape is not one of circle, "],
    [
      "an address for a domain",
      "agencies[1].domains[0]",
      "me@x.org",
      "agencies[1].domains[0] is not a mail domain.",
    ],
    [
      "a domain without a dot",
      "agencies[1].domains[0]",
      "org",
      "agencies[1].domains[0] is not a mail domain.",
    ],
    [
      "an open mail domain",
      "agencies[1].domains[0]",
      "Gmail.com",
      "agencies[1].domains[0] is open to everybody",
    ],
    [
      "a domain twice",
      "agencies[1].domains",
      ["a.org", "a.org"],
      'agencies[1].domains[1] is the same as at 0: "a.org".',
    ],
    ["two boards of one code", "boards[1].code", "masa", 'boards[1].code is the same as at 0: "masa".'],
    [
      "two of one name",
      "agencies[3].name",
      blackpool.agencies[0]?.name,
      "agencies[3].name is the same as at 0",
    ],
    [
      "an unknown board",
      "strategicDeliveryGroups[0].boards[1]",
      "XX",
      '.boards[1] is "XX", which is not in boards.',
    ],
    ["an unknown theme", "courses[0].theme", "None", 'courses[0].theme is "None", which is not in themes.'],
    ["a theme for no address", "themes[9].name", "…", "themes[9].name needs a letter from a to z or a digit"],
    [
      "a requirement twice",
      "requirements[1]",
      blackpool.requirements[0],
      "requirements[1] is the same as at 0",
    ],
    [
      "an unknown competency",
      "requirements[0].competency",
      "x",
      'requirements[0].competency is "x", which is not in',
    ],
    ["half a minute", "courses[0].minutes", 0.5, "courses[0].minutes is not a whole number."],
    ["no minutes", "courses[0].minutes", 0, "courses[0].minutes is less than 1."],
    [
      "a huge text",
      "courses[0].summary",
      "x".repeat(2_001),
      "courses[0].summary is longer than 2000 characters.",
    ],
  ])("%s is named", (_, place, value, words) => {
    expect(faultsOf(changed([place, value])).join("\n")).toContain(words);
  });

  it("is named with every other one, a line for each", () => {
    const faults = faultsOf(
      changed(["partnership.place", ""], ["agencies[0].domains", ["nodots"]], ["boards[0].colour", "blue"]),
    );
    expect(faults).toHaveLength(3);
  });

  it("is no JSON, or another kind of it", () => {
    expect(faultsOf("{")[0]).toMatch(/^The file is not JSON/);
    for (const json of ["null", "[]", "5", '"x"'])
      expect(faultsOf(json)).toEqual(["The file is not an object."]);
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(
          faultsOf(JSON.stringify({ ...blackpool, courses: value, agencies: value })).length,
        ).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });
});
