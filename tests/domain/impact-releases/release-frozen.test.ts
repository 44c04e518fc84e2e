// What is frozen stays: the same bytes from the same inputs, whatever happens to figures, names and words meanwhile.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { FrozenFigures } from "~/domain/impact/impact";
import {
  backToDraft,
  readRelease,
  recomputeRelease,
  sendForReview,
  setAction,
  signOff,
  writeNarrative,
} from "~/domain/impact/impact.server";
import { frozenFigures } from "~/domain/impact/release-paper";
import { deliverSums, releaseIn, releaseWorld, spring } from "../../support/release-world";

function setting() {
  const world = releaseWorld();
  const made = { world, drafter: world.people.drafter, sdg: world.people.sdg };
  return { world, made, drafter: world.as(made.drafter), sdg: world.as(made.sdg) };
}
const stored = ({ db, tables }: ReturnType<typeof releaseWorld>, id: string) => {
  const row = db.select().from(tables.releases).where(eq(tables.releases.id, id)).get();
  if (!row?.inputs || !row.figures) throw new Error("Not frozen");
  return { ...row, inputs: row.inputs, figures: row.figures };
};

test("worked out again from the frozen inputs, the whole of it is the same bytes", () => {
  const { world, made, drafter } = setting();
  const id = releaseIn(made, "draft", { parts: ["board/KIDS", "theme/neglect", "course/neglect"] });
  writeNarrative(drafter, id, { section: "learning", text: "So what" });
  setAction(drafter, id, {
    id: null,
    finding: "f",
    action: "a",
    owner: "o",
    dueOn: "2027-01-01",
    measureNumber: null,
  });
  sendForReview(drafter, id);
  const { inputs, figures, frozenAt } = stored(world, id);
  const { reports, paper } = JSON.parse(figures) as FrozenFigures;
  expect(reports).toHaveLength(4);
  const again = frozenFigures({
    title: "What changed",
    inputs: JSON.parse(inputs),
    slices: reports.map(({ slice }) => slice),
    narratives: [{ section: "learning", text: "So what" }],
    actions: paper.actions.map((action) => ({ ...action, id: "x" })),
    earlier: null,
    earlierActions: [],
    frozenAt: frozenAt ?? 0,
  });
  expect(JSON.stringify(again)).toBe(figures);
  expect(recomputeRelease(drafter, id)).toBe(true);
});

test("figures worked out since, other names and another clock change nothing; going back and forth takes them up", () => {
  const { world, made, drafter, sdg } = setting();
  const id = releaseIn(made, "in review");
  const before = stored(world, id);
  const shown = JSON.stringify(readRelease(sdg, id).paper);
  world.clock.forward(world.days(40));
  deliverSums(world, { date: "2026-09-22", people: 50, rise: 4 });
  world.db.update(world.tables.partnership).set({ name: "Renamed" }).run();
  world.db.update(world.tables.courses).set({ title: "Renamed" }).run();
  world.db.update(world.tables.boards).set({ name: "Renamed" }).run();
  expect(JSON.stringify(readRelease(sdg, id).paper)).toBe(shown);
  signOff(sdg, id);
  expect(JSON.stringify(readRelease(sdg, id).paper)).toBe(shown);
  const after = stored(world, id);
  expect([after.inputs, after.figures, after.frozenAt]).toEqual([
    before.inputs,
    before.figures,
    before.frozenAt,
  ]);
  expect(recomputeRelease(sdg, id)).toBe(true);

  const second = releaseIn(made, "in review");
  expect(JSON.stringify(readRelease(sdg, second).paper)).toContain("Renamed");
  backToDraft(sdg, second);
  deliverSums(world, { date: "2026-09-23", people: 60 });
  sendForReview(drafter, second);
  expect(readRelease(sdg, second).paper?.parts[0]?.sentence).toContain("5 sessions");
});

test("figures that do not follow from what was frozen are found out, and another method is not tried", () => {
  const { world, made, sdg } = setting();
  const id = releaseIn(made, "signed off");
  const { figures } = stored(world, id);
  const tampered = figures.replace(/"sessions":3/, '"sessions":4');
  expect(tampered).not.toBe(figures);
  world.db.update(world.tables.releases).set({ figures: tampered }).run();
  expect(recomputeRelease(sdg, id)).toBe(false);
  world.db.update(world.tables.releases).set({ methodVersion: "0" }).run();
  expect(recomputeRelease(sdg, id)).toBeNull();
  expect(recomputeRelease(sdg, releaseIn(made, "draft"))).toBeNull();
});

test("what is frozen points at nobody, and the paper holds none of the inputs' own figures", () => {
  const { world, made } = setting();
  const id = releaseIn(made, "signed off");
  const { inputs, figures } = stored(world, id);
  const people = world.db.select().from(world.tables.people).all();
  const sessions = world.db.select().from(world.tables.sessions).all();
  for (const text of [inputs, figures])
    for (const { id: named } of [...people, ...sessions]) expect(text).not.toContain(`"${named}"`);
  expect(inputs).toContain('"sums"');
  expect(figures).not.toContain('"sums"');
});

test("beside the last signed release stands what can be compared, and what cannot is said", () => {
  const { world, made, drafter, sdg } = setting();
  deliverSums(world, { date: "2026-05-05" });
  deliverSums(world, { date: "2026-06-02" });
  const first = releaseIn(made, "signed off", { from: spring.from, until: spring.until });
  const second = releaseIn(made, "in review");
  const since = readRelease(sdg, second).paper?.since;
  expect(since).toMatchObject({ releaseId: first, name: "Release 1 (April to June 2026)" });
  expect(since?.table.rows.find(([name]) => name === "Sessions")).toEqual(["Sessions", "2", "3"]);
  expect(since?.table.rows.map(([name]) => name)).toContain("Change in confidence");
  expect(since?.cannot.join(" ")).toContain("is not a trend");
  expect(since?.cannot.join(" ")).not.toContain("same time");

  backToDraft(sdg, second);
  const older = stored(world, first).figures.replaceAll('"method":"', '"method":"0.');
  world.db
    .update(world.tables.releases)
    .set({ figures: older })
    .where(eq(world.tables.releases.id, first))
    .run();
  sendForReview(drafter, second);
  const other = readRelease(sdg, second).paper?.since;
  expect(other?.table.rows.map(([name]) => name)).not.toContain("Change in confidence");
  expect(other?.cannot.join(" ")).toContain("not set side by side");
});

test.each(["signed off", "withdrawn"] as const)(
  "figures that would show a few people beside a release that is %s are held back, and stay so when worked out again",
  (state) => {
    const { world, made, drafter } = setting();
    releaseIn(made, state);
    const draft = releaseIn(made, "draft");
    const changeIn = (id: string) =>
      readRelease(drafter, id).paper?.rows.find(
        ({ figure, about }) => figure === "Mean change" && about === "Confidence",
      );
    const cameIn = (id: string) =>
      readRelease(drafter, id).paper?.rows.find(({ figure }) => figure === "Came");
    expect([changeIn(draft)?.n, cameIn(draft)?.value]).toEqual([95, 95]);
    deliverSums(world, { date: "2026-09-22", people: 3 });
    expect([changeIn(draft)?.n, cameIn(draft)?.value]).toEqual([null, null]);
    sendForReview(drafter, draft);
    expect([changeIn(draft)?.notShown, cameIn(draft)?.notShown]).not.toContain("");
    expect(recomputeRelease(drafter, draft)).toBe(true);
    const other = releaseIn(made, "draft");
    deliverSums(world, { date: "2026-09-23", people: 20 });
    expect([changeIn(other)?.n, cameIn(other)?.value]).toEqual([118, 118]);
  },
);

test("questions in other words than then are not compared", () => {
  const { world, made, drafter, sdg } = setting();
  const first = releaseIn(made, "signed off");
  const older = stored(world, first).figures.replaceAll("that you can recognise?", "to recognise?");
  expect(older).not.toBe(stored(world, first).figures);
  world.db.update(world.tables.releases).set({ figures: older }).run();
  const second = releaseIn(made, "draft");
  sendForReview(drafter, second);
  const since = readRelease(sdg, second).paper?.since;
  expect(since?.table.rows.map(([name]) => name)).not.toContain("Change in confidence");
  expect(since?.table.rows.map(([name]) => name)).toContain("Came");
  expect(since?.cannot.join(" ")).toContain("questions on confidence are not the same");
  expect(since?.cannot.join(" ")).toContain("some answers are in both");
});
