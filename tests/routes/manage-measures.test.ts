// Practice measures, looked after by coordinators.
import { expect, test } from "vitest";
import { brokenReferences, errorSummaryOf, siteOf, wordsOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

function measuresWorld() {
  const world = makeWorld();
  const visit = siteOf(world);
  const see = async (path: string, form?: Record<string, string>) => {
    const page = await visit(`/manage/measures${path}`, { as: world.coordinator, form });
    expect(brokenReferences(page)).toEqual([]);
    return page;
  };
  return { ...world, see };
}

const measure = {
  number: "6",
  name: "Timely plans",
  unit: "% of audits graded good",
  source: "audit",
  question: "Are plans made on time?",
  better: "higher",
  themeSlugs: "neglect",
};
const figures = { intent: "write", month: "10", year: "2026", target: "60", outcome: "", cases: "" };

test("with no measures the page says what to do; one is added and its page asks for figures", async () => {
  const world = measuresWorld();
  expect(wordsOf(await world.see(""))).toContain("No practice measures yet");
  const empty = await world.see("/new", { number: "", name: "", unit: "" });
  expect(empty.status).toBe(400);
  expect(errorSummaryOf(empty).map(({ message }) => message)).toEqual([
    "Enter the number of the measure",
    "Enter the name of the measure",
    "Enter what the figures count, such as “% of audits graded good”",
    "Select where the figures come from",
  ]);
  const added = await world.see("/new", measure);
  expect(added.to).toBe("/manage/measures/6?done=added");
  expect(wordsOf(await world.see("/6?done=added"))).toContain("No figures have been entered yet");
  const twice = await world.see("/new", measure);
  expect(errorSummaryOf(twice)[0]?.message).toBe("Enter another number: there is a measure of this number");
  expect(wordsOf(await world.see(""))).toContain("6. Timely plans Not recorded None 1 theme or course");
});

test("figures are entered by month; a figure that is there already asks why", async () => {
  const world = measuresWorld();
  await world.see("/new", measure);
  const empty = await world.see("/6", { intent: "write", month: "", year: "26", target: "", outcome: "" });
  expect(errorSummaryOf(empty).map(({ message }) => message)).toEqual([
    "Select a month",
    "Enter a year, such as 2026",
  ]);
  expect(errorSummaryOf(await world.see("/6", { ...figures, target: "" }))[0]?.message).toBe(
    "Enter a target, an outcome or both",
  );
  expect((await world.see("/6", figures)).to).toBe("/manage/measures/6?done=written");
  await world.see("/6", { ...figures, outcome: "55.5", cases: "20" });
  expect(wordsOf(await world.see("/6"))).toContain("October 2026 60% 55.5% 20");
  const other = await world.see("/6", { ...figures, outcome: "58", cases: "20" });
  expect(other.status).toBe(400);
  expect(errorSummaryOf(other)[0]).toMatchObject({ to: "#field-because" });
  expect(other.html).toContain('value="58"');
  await world.see("/6", { ...figures, outcome: "58", cases: "20", because: "mistyped" });
  expect(wordsOf(await world.see("/6"))).toContain("October 2026 60% 58% 20");
  expect(wordsOf(await world.see("/6?month=2026-10"))).toContain("Put October 2026 right");
  expect((await world.see("/6?month=1999-01")).status).toBe(200);
});

test("what a measure is can be changed; its figures stay", async () => {
  const world = measuresWorld();
  await world.see("/new", measure);
  await world.see("/6", figures);
  const { number: _number, themeSlugs: _themes, ...rest } = measure;
  expect((await world.see("/6", { ...rest, intent: "save", name: "Plans on time" })).to).toBe(
    "/manage/measures/6?done=saved",
  );
  const page = wordsOf(await world.see("/6?done=saved"));
  expect(page).toContain("Plans on time");
  expect(page).toContain("October 2026 60% Not recorded");
  expect(wordsOf(await world.see(""))).toContain("None chosen");
  expect((await world.see("/none")).status).toBe(404);
});
