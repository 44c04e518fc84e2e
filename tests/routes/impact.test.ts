// The impact pages: who may read them, what stands on them, and figures of few people that stand nowhere on them.
import { expect, test } from "vitest";
import { roles } from "~/domain/context";
import { loader as reportLoader } from "~/routes/impact._index/route";
import { loader as courseLoader } from "~/routes/impact.courses.$slug/route";
import {
  addCourse,
  askRelevance,
  deliver,
  type Learner,
  numbersIn,
  risers,
} from "../domain/impact-report/delivered";
import { brokenReferences, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { answerOf, webOf } from "../support/web";
import { makeWorld } from "../support/world";

function impactWorld(learners: Learner[] = []) {
  const world = makeWorld();
  if (learners.length > 0) deliver(world, learners);
  const visit = siteOf(world);
  const reader = world.person({ roles: ["scrutineer"] });
  const see = async (path: string) => {
    const page = await visit(path, { as: reader });
    expect(page.status).toBe(200);
    expect(brokenReferences(page)).toEqual([]);
    return { page, words: wordsOf(page) };
  };
  const web = webOf(world);
  const dataOf = async (path: string, slug?: string) => {
    const args = await web.visit(path, { as: reader, params: slug ? { slug } : {} });
    return (await answerOf(slug ? courseLoader(args) : reportLoader(args))).data;
  };
  return { ...world, world, visit, see, dataOf, reader };
}

const paths = ["/impact", "/impact/courses/neglect"];

test("strangers are sent to sign in, practitioners and other roles are refused, and those who may read it read it", async () => {
  const { world, visit } = impactWorld(risers(12, 2));
  const may = ["coordinator", "sdg_member", "scrutineer"];
  for (const path of paths) {
    expect((await visit(path)).to).toBe(`/sign-in?to=${encodeURIComponent(path)}`);
    const practitioner = await visit(path, { as: world.person() });
    expect(practitioner.status).toBe(403);
    expect(wordsOf(practitioner)).toContain("You cannot open this page");
    expect((await visit(`${path}.data`, { as: world.person() })).html).not.toMatch(/before|pairs/);
    for (const role of roles) {
      const page = await visit(path, { as: world.person({ roles: [role] }) });
      expect(page.status, `${path} for ${role}`).toBe(may.includes(role) ? 200 : 403);
    }
  }
});

test("a course or year that does not exist is not found", async () => {
  const { visit, reader } = impactWorld();
  for (const path of [
    "/impact/courses/none",
    "/impact?year=2019-20",
    "/impact?year=nonsense",
    "/impact?year=",
    "/impact/courses/neglect?year=2026-28",
  ]) {
    expect((await visit(path, { as: reader })).status, path).toBe(404);
  }
});

test("a year without anything says so and shows no figure", async () => {
  const { see } = impactWorld();
  const { page, words } = await see("/impact");
  expect(titleOf(page)).toBe("Impact, April 2026 to March 2027 – Joint training");
  expect(words).toMatch(
    /No session has been delivered and registered in .*April 2026 to March 2027 so far\./,
  );
  expect(words).toContain("Nothing delivered yet");
  expect(words).toContain("No practice measures yet");
});

test("nine pairs: no figure of theirs is in the loaders' data or on the pages, only that there are not enough answers", async () => {
  const { see, dataOf } = impactWorld([...risers(9, 2, 4), {}, {}, {}, {}]);
  expect(new Set(numbersIn(await dataOf("/impact")))).toEqual(new Set([1, 13, 0]));
  expect(numbersIn(await dataOf("/impact/courses/neglect", "neglect"))).toEqual([13]);
  for (const path of paths) {
    const { words } = await see(path);
    expect(words).toContain("Not enough answers");
    expect(words).not.toMatch(/\b(4|6|2)\.0\b|points \(95%|69%|31%|\b9 (people|pairs)/);
  }
});

test("ten pairs: the same figure in the sentence, the tile, the chart and its table, with what it rests on", async () => {
  const { see } = impactWorld([...risers(12, 2), {}, {}, {}]);
  const report = await see("/impact");
  expect(report.words).toContain("15 places were taken up at 1 session.");
  expect(report.words).toContain(
    "Among the 12 people who answered before and after, average confidence rose by 2.0 points",
  );
  expect(report.words).toContain("What difference +2.0 points");
  expect(report.words).toContain("12 people with both answers (80%)");
  expect(report.words).toContain("20% of those who came did not answer both times.");
  const course = await see("/impact/courses/neglect?year=2026-27");
  expect(titleOf(course.page)).toBe("Impact: Neglect – Joint training");
  expect(course.words).toContain(
    "Of 12 people with both answers (80% of 15 who came), average confidence rose by 2.0 points",
  );
  expect(course.words).toMatch(/All questions together 4\.0 6\.0 \+2\.0 \+1\.\d to \+2\.\d 12/);
  expect(course.words).toContain("Without a comparison group we cannot say that training alone caused this.");
});

test("a fall is said as a fall, and what may be either as either, in title, sentence and chart", async () => {
  const fall = impactWorld(risers(12, -2, 6));
  expect((await fall.see("/impact/courses/neglect")).words).toContain("Confidence fell by 2.0 points");
  expect((await fall.see("/impact")).words).toContain("average confidence fell by 2.0 points");
  const either = impactWorld(
    Array.from({ length: 12 }, (_, index) => ({ pre: 5, post: index % 2 === 0 ? 8 : 3 })),
  );
  for (const path of paths)
    expect((await either.see(path)).words).toContain("which could be a rise or a fall");
});

test("no page makes a claim that its figures cannot carry", async () => {
  const { see, world } = impactWorld(risers(30, 2));
  askRelevance(world);
  for (const path of paths) {
    const { words } = await see(path);
    expect(words).not.toMatch(/\bproved?\b|significant|no effect|thanks to|led to better|improved outcomes/i);
    for (const [sentence] of words.matchAll(/[^.]*\bcaused?\b[^.]*\./g))
      expect(sentence).toMatch(/cannot say/);
  }
});

test("small counts of those who stayed away stand as “Not shown” in the table, and nowhere else", async () => {
  const { see, dataOf } = impactWorld([
    ...Array.from({ length: 12 }, () => ({})),
    { state: "did not attend" },
    { state: "did not attend" },
    { state: "did not attend" },
  ]);
  const { words } = await see("/impact");
  expect(words).toMatch(/Children's board 1 (Not shown|12) Not shown/);
  expect(numbersIn(await dataOf("/impact"))).not.toContain(3);
});

test("other years can be chosen by a plain form; each has its own figures", async () => {
  const { world, see } = impactWorld(risers(12, 2));
  deliver(world, risers(12, -1, 8), { date: "2025-06-03" });
  const now = await see("/impact");
  expect(now.page.html).toMatch(/<option value="2025-26">2025-26<\/option>/);
  expect(now.words).toContain("rose by 2.0 points");
  const before = await see("/impact?year=2025-26");
  expect(before.words).toMatch(/April 2025 to March 2026, 12 places were taken up/);
  expect(before.words).toContain("fell by 1.0 points");
  expect(before.page.html).toContain('href="/impact/courses/neglect?year=2025-26"');
});

test("courses stand in the order of their names and are not ranked", async () => {
  const { world, see } = impactWorld(risers(12, 1));
  addCourse(world, "z");
  addCourse(world, "a");
  deliver(world, risers(12, 3), { courseId: "z" });
  deliver(world, risers(12, 2), { courseId: "a" });
  const { page, words } = await see("/impact");
  const listed = [...page.html.matchAll(/href="\/impact\/courses\/([^"?]+)\?/g)].map((match) => match[1]);
  expect(listed).toEqual(["a", "z", "neglect"]);
  expect(words).toContain("they are not ranked");
});

test("recorded training beside a practice measure: what nobody counted is “Not recorded”, and nothing is claimed of it", async () => {
  const { world, see } = impactWorld();
  const { db, tables } = world;
  db.insert(tables.practiceMeasures)
    .values({ number: "4", name: "Child's voice", unit: "% of audited files" })
    .run();
  const points = [
    { measureNumber: "4", period: "2023-04", target: null, outcome: 48 },
    { measureNumber: "4", period: "2024-03", target: 70, outcome: 51 },
  ];
  db.insert(tables.practiceMeasurePoints).values(points).run();
  const record = (id: string, title: string, attended: number | null) => {
    const row = {
      id,
      title,
      activityType: "training",
      audience: null,
      attended,
      note: null,
      sameness: id,
      importedAt: 0,
    };
    db.insert(tables.recordedDeliveries).values(row).run();
    db.insert(tables.recordedDeliveryMeasures).values({ deliveryId: id, measureNumber: "4" }).run();
  };
  record("one", "Never counted", null);
  const none = (await see("/impact")).words;
  expect(none).toMatch(/Never counted 1 Not recorded/);
  expect(none).toContain("For 1 entry nobody wrote down how many came.");
  expect(none).not.toMatch(/\b0 attendances/);
  record("two", "Counted", 0);
  record("three", "Half counted", 7);
  record("four", "Half counted", null);
  const { words } = await see("/impact");
  expect(words).toMatch(/Counted 1 0 Half counted 2 7 \(1 entry not recorded\) Never counted 1 Not recorded/);
  expect(words).toContain("48% in April 2023, 51% in March 2024. The target was 70%.");
  expect(words).toContain("nothing here shows that training moved them");
  expect(words).toContain("with 7 attendances. For 2 entries nobody wrote down how many came.");
});
