// The impact report: who may read it, what is read first, what is withheld, and that every figure has its trail.
import { expect, test } from "vitest";
import { roles } from "~/domain/context";
import { titleOf } from "../domain/support-check/site";
import { addCourse, deliverWith, impactWorld, linksOf } from "./impact-world";

const paths = ["/impact", "/impact/courses/neglect", "/impact/figures/confidence"];

test("strangers are sent to sign in, other roles are refused, and those who may read it read it", async () => {
  const { world, visit } = impactWorld([{ people: 30 }]);
  const may = ["coordinator", "sdg_member", "scrutineer"];
  for (const path of paths) {
    expect((await visit(path)).to).toBe(`/sign-in?to=${encodeURIComponent(path)}`);
    expect((await visit(path, { as: world.person() })).status).toBe(403);
    expect((await visit(`${path}.data`, { as: world.person() })).html).not.toMatch(/before|pairs/);
    for (const role of roles) {
      const page = await visit(path, { as: world.person({ roles: [role] }) });
      expect(page.status, `${path} for ${role}`).toBe(may.includes(role) ? 200 : 403);
    }
  }
});

test("a course, part, time or figure that does not exist is not found", async () => {
  const { visit, reader } = impactWorld([{ people: 30 }]);
  for (const path of [
    "/impact/courses/none",
    "/impact?when=2019-20",
    "/impact?when=nonsense",
    "/impact?when=",
    "/impact?about=",
    "/impact?about=board:NONE",
    "/impact?about=course:neglect",
    "/impact/courses/neglect?when=2026-28",
    "/impact/figures/none",
    "/impact/figures/item-none",
    "/impact/figures/confidence-none",
    "/impact/figures/confidence?when=2026-27-Q5",
    "/impact/figures/confidence?about=agency:none",
  ]) {
    expect((await visit(path, { as: reader })).status, path).toBe(404);
  }
});

test("a year without anything says so, shows no figure and says what to do", async () => {
  const { see } = impactWorld();
  const { page, words } = await see("/impact");
  expect(titleOf(page)).toBe("Impact: April 2026 to March 2027 – Joint training");
  expect(words).toContain(
    "From April 2026 to March 2027 no session has been delivered and registered so far.",
  );
  for (const empty of [
    "Nothing delivered yet",
    "No courses to show",
    "No practice measures yet",
    "No open actions",
  ])
    expect(words).toContain(empty);
});

test("read first: one sentence, four figures with what they rest on, then what is not known, then each question in order", async () => {
  const { see } = impactWorld([{ people: 40 }, { people: 35, date: "2026-09-08" }]);
  const { page, words } = await see("/impact");
  expect(words).toMatch(
    /^Test partnership, April 2026 to March 2027 What difference training makes .* From April 2026 to March 2027, 75 places were taken up at 2 sessions; average confidence of the 75 people who answered before and after rose by \d\.\d points on a scale of 0 to 10 \(95% interval [\d.]+ to [\d.]+\); and whether practice changed is not yet known\. How much 75 /,
  );
  expect(words).toMatch(
    /What difference \+\d\.\d points in confidence .* 75 people with both answers, 100% of those who came/,
  );
  expect(words).toMatch(/Evidence A .*Evidence C /);
  const headings = [...page.html.matchAll(/<h2[^>]*>([^<]+)<\/h2>/g)].map((match) => match[1]);
  expect(headings.slice(0, 12)).toEqual([
    "What is not known",
    "How much did we do?",
    "How well did we do it?",
    "What difference did it make to learners?",
    "Was it kept weeks later?",
    "What changed in practice?",
    "For children, adults and families",
    "What happens next",
    "Course by course",
    "Change over time",
    "Practice measures, beside training",
  ]);
  expect(words).toContain("Without a comparison group we cannot say that training alone caused this.");
});

test("nine pairs: no figure of theirs is on the pages or in their data, only that there are not enough answers", async () => {
  const { see, visit, reader } = impactWorld([{ people: 9, rise: 4 }]);
  for (const path of paths) {
    expect((await see(path)).words).toMatch(/[Nn]ot enough answers|[Tt]oo few people have answered/);
    const data = (await visit(`${path}.data`, { as: reader })).html;
    for (const text of [(await see(path)).words, data])
      expect(/"pairs"|g_av;|rose by|\b\d\.\d points/.exec(text)).toBeNull();
  }
});

test("a fall is said as a fall and drawn as one, and what may be either as either", async () => {
  const fall = impactWorld([{ people: 40, rise: -2 }]);
  for (const path of paths)
    expect((await fall.see(path)).words).toMatch(/confidence.* fell by \d\.\d points/i);
  expect((await fall.see("/impact")).words).toMatch(/What difference −\d\.\d points/);
  const either = impactWorld([{ people: 40, rise: 0 }]);
  for (const path of paths)
    expect((await either.see(path)).words).toMatch(/which could be a rise or a fall|not enough information/);
});

test("part and time are chosen by a plain form with fixed choices; each has its own figures", async () => {
  const { world, see } = impactWorld([{ people: 40, date: "2026-08-04" }]);
  addCourse(world, "adult", ["ADULT"]);
  deliverWith(world, { people: 50, date: "2026-05-05", courseId: "adult" }, () => ({}));
  const whole = await see("/impact");
  expect(whole.page.html).toContain('<form method="get" action="/impact">');
  expect(whole.page.html).toMatch(/<option value="board:ADULT">Board: Adults&#x27; board<\/option>/);
  expect(whole.page.html).toMatch(
    /<option value="2026-27-Q2">2026-27, quarter 2: July to September 2026<\/option>/,
  );
  expect(whole.words).toContain("90 places were taken up at 2 sessions");
  const board = await see("/impact?about=board:ADULT");
  expect(board.words).toContain("50 places were taken up at 1 session of courses for Adults' board;");
  expect(titleOf(board.page)).toBe("Impact: Adults' board, April 2026 to March 2027 – Joint training");
  const quarter = await see("/impact?when=2026-27-Q2");
  expect(quarter.words).toContain("From July to September 2026, 40 places were taken up at 1 session;");
  expect(quarter.page.html).toContain("/impact/courses/neglect?when=2026-27-Q2");
});

test("courses stand as rows in the order of their names, with the way to each, and are not ranked", async () => {
  const { world, see } = impactWorld([{ people: 40, rise: 1 }]);
  addCourse(world, "z");
  addCourse(world, "a");
  for (const [courseId, rise] of [
    ["z", 3],
    ["a", 2],
  ] as const)
    deliverWith(world, { people: 40, rise, courseId, date: "2026-07-07" }, () => ({}));
  const { page, words } = await see("/impact");
  const listed = [...page.html.matchAll(/href="\/impact\/courses\/([^"?]+)\?/g)].map((match) => match[1]);
  expect(listed).toEqual(["a", "z", "neglect"]);
  expect(words).toContain("they are not ranked");
  const course = await see("/impact/courses/a?when=2026-27");
  expect(course.words).toMatch(
    /Of 40 people with both answers \(100% of 40 who came\), average confidence rose by/,
  );
  expect(course.page.html).not.toContain("What happens next");
});

test("every figure on the report, and on a course’s, leads to what it means and the counts behind it", async () => {
  const { world, see } = impactWorld();
  world.db
    .insert(world.tables.practiceMeasures)
    .values({ number: "4", name: "Child's voice", unit: "% of audited files" })
    .run();
  for (const date of ["2026-05-05", "2026-06-02", "2026-07-07", "2026-08-04"])
    deliverWith(world, { people: 40, date }, ({ stages }) => ({
      stages: { ...stages, T3: { owed: 40, answered: 22, keptApart: 0 } },
      commitments: {
        people: 20,
        made: 50,
        asked: 50,
        answered: 30,
        done: 15,
        partly: 8,
        notYet: 7,
        noLonger: 0,
        opportunity: 20,
        noOpportunity: 5,
        seen: { yes: 0, partly: 0, no: 0, "no opportunity": 0, "cannot say": 0 },
      },
    }));
  const { page } = await see("/impact");
  const links = linksOf(page.html);
  for (const key of [
    "places",
    "returns",
    "confidence",
    "scenarios",
    "kept",
    "commitments",
    "managers",
    "over-time",
    "measure-4",
    "item-recognise",
  ])
    expect(
      links.some((link) => link.includes(`/figures/${key}?`)),
      key,
    ).toBe(true);
  for (const link of [...links, ...linksOf((await see("/impact/courses/neglect")).page.html)])
    await see(link);
});

test("the trail of a figure: what it means, its formula, from booked to paired, who is not counted, and what it carries", async () => {
  const { world, see } = impactWorld();
  deliverWith(world, { people: 40 }, () => ({ places: { booked: 60, came: 50, absent: 10, walkIns: 0 } }));
  const { words, page } = await see("/impact/figures/confidence?about=board:KIDS&when=2026-27");
  expect(page.html).toContain('href="/impact?about=board%3AKIDS&amp;when=2026-27"');
  expect(words).toMatch(
    /Places booked 60 Came, in full or in part 50 At booking: asked 40 At booking: answered 40/,
  );
  expect(words).toMatch(/With both answers \(pairs\) 40/);
  expect(words).toMatch(/Who is not counted, and why .*answered only before, or only at the end/);
  expect(words).toMatch(
    /About Children's board .*Scale 0 \(not at all confident\) to 10.*never mixed in.*Evidence C: .*Method Version 1/,
  );
  expect((await see("/impact/figures/places")).words).toMatch(/Booked and did not come 10/);
});

test("what is folded away on the screen is in the page, to be read on paper; navigation is not printed", async () => {
  const { see } = impactWorld([{ people: 40 }]);
  const { page, words } = await see("/impact");
  expect(words).toMatch(/How this was worked out.*Each person’s score is the mean/);
  expect(words).toMatch(/All questions together \d\.\d \d\.\d \+\d\.\d/);
  expect(page.html).toMatch(/<details class="govuk-details app-no-print app-report-choice"/);
});
