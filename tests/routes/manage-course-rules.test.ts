// The booking rules of a course, and the lists that courses are told by: themes and competencies.
import { expect, test } from "vitest";
import {
  addCourse,
  addPrerequisite,
  listCompetencies,
  listThemes,
  readBookingRules,
} from "~/domain/catalogue/catalogue.server";
import { curiosity, withSources } from "../domain/catalogue/course-cast";
import { contentOf } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

function setting() {
  const world = withSources(makeWorld());
  const visit = siteOf(world);
  const as = world.coordinator;
  const added = addCourse(world.as(as), { ...curiosity, offered: true });
  if (!added.ok) throw new Error(added.reason);
  const open = (path: string) => visit(path, { as });
  const send = (path: string, form: Record<string, string | string[]>) => visit(path, { as, form });
  return { ...world, world, visit, open, send, other: added.value.courseId };
}

const rulesPage = "/manage/courses/neglect/booking-rules";
const rules = {
  intent: "rules",
  approval: "line manager",
  audience: "front-line",
  certificateNeeds: "attendance",
  certificateMonths: "36",
};

test("rules are set, and everyone reads them in plain words: here, on the course's page, before they book", async () => {
  const { world, visit, open, send } = setting();
  const page = await open(rulesPage);
  expect(brokenReferences(page)).toEqual([]);
  expect(titleOf(page)).toMatch(/^Booking rules of Neglect/);
  expect(page.html).not.toContain('name="termsBoard"');
  expect((await send(rulesPage, rules)).to).toBe(`${rulesPage}?done=changed`);
  expect(readBookingRules(world, "course")).toMatchObject({
    approval: "line manager",
    audience: [{ id: "front-line" }],
    termsBoardCode: null,
    certificateNeeds: "attendance",
    certificateMonths: 36,
  });
  const words = [
    "It is for this work: Front line. If you do other work you can ask, and a coordinator decides.",
    "Your line manager has to agree before your place is confirmed.",
    "You get a certificate when you have attended all of it. It counts for 3 years.",
  ].join(" ");
  expect(wordsOf(await open(`${rulesPage}?done=changed`))).toContain(words);
  expect(wordsOf(await open("/manage/courses/neglect"))).toContain(words);
  expect(wordsOf(await visit("/courses/neglect"))).toContain(`Before you book ${words}`);
  await send(rulesPage, { ...rules, audience: [], approval: "none", certificateMonths: "" });
  expect(wordsOf(await visit("/courses/neglect"))).toContain(
    "Everyone who works for one of the partnership’s agencies can book. You get a certificate when you have attended all of it. It does not run out.",
  );
});

test("whose terms hold is asked where several boards share the course; leaving the first says nothing", async () => {
  const { world, open, send, other } = setting();
  const path = "/manage/courses/professional-curiosity/booking-rules";
  expect((await open(path)).html).toContain('name="termsBoard"');
  await send(path, { ...rules, termsBoard: "KIDS" });
  expect(readBookingRules(world, other).termsBoardCode).toBeNull();
  await send(path, { ...rules, termsBoard: "ADULT" });
  expect(readBookingRules(world, other).termsBoardCode).toBe("ADULT");
  await send(path, { ...rules, termsBoard: "KIDS" });
  expect(readBookingRules(world, other).termsBoardCode).toBe("KIDS");
  const refused = await send(path, { ...rules, termsBoard: "NONE" });
  expect(errorSummaryOf(refused)).toMatchObject([{ to: "#field-termsBoard" }]);
});

test.each([
  [{ approval: "the king" }, "Select who has to agree", "#field-approval"],
  [{ audience: "none" }, "Select kinds of work from the list", "#field-audience"],
  [{ certificateNeeds: "" }, "Select what a certificate needs", "#field-certificateNeeds"],
  [{ certificateMonths: "0" }, "Enter a number of months from 1 to 120", "#field-certificateMonths"],
  [{ certificateMonths: "3 years" }, "Enter a number of months from 1 to 120", "#field-certificateMonths"],
])("rules with %j are refused beside the field", async (mistake, said, to) => {
  const { world, send } = setting();
  const before = contentOf(world.db);
  const answer = await send(rulesPage, { ...rules, ...mistake });
  expect(answer.status).toBe(400);
  expect(errorSummaryOf(answer)).toEqual([{ message: expect.stringContaining(said), to }]);
  expect(brokenReferences(answer)).toEqual([]);
  expect(contentOf(world.db)).toBe(before);
});

test("prerequisites are asked for and dropped, each read in plain words", async () => {
  const { world, open, send, other } = setting();
  const ask = (more: Record<string, string>) => send(rulesPage, { intent: "prerequisite", ...more });
  await ask({ kind: "course", requiredCourse: other, withinMonths: "18" });
  await ask({ kind: "competency", competency: "recognise", withinMonths: "" });
  expect((await ask({ kind: "e-learning", eLearning: " Prevent ", withinMonths: "" })).to).toBe(
    `${rulesPage}?done=added`,
  );
  const page = await open(rulesPage);
  expect(brokenReferences(page)).toEqual([]);
  expect(wordsOf(page)).toContain(
    "You need to have attended “Professional curiosity” first, within the last 18 months. You need training in “Recognising neglect” first. You need to have done the e-learning “Prevent” first.",
  );
  expect(wordsOf(page)).toContain("Professional curiosity Course Within the last 18 months Remove");
  const [first] = readBookingRules(world, "course").prerequisites;
  expect((await send(rulesPage, { end: first?.id ?? "" })).to).toBe(`${rulesPage}?done=ended`);
  expect(readBookingRules(world, "course").prerequisites).toHaveLength(2);
  expect((await send(rulesPage, { end: "none" })).status).toBe(404);
});

test.each([
  [{}, "Select what has to be done first", "#field-kind"],
  [{ kind: "course" }, "Select a course", "#field-requiredCourse"],
  [{ kind: "course", requiredCourse: "none" }, "Select one from the list", "#field-requiredCourse"],
  [{ kind: "course", requiredCourse: "course" }, "cannot come before itself", "#field-requiredCourse"],
  [{ kind: "competency" }, "Select a competency", "#field-competency"],
  [{ kind: "e-learning", eLearning: " " }, "Enter the name of the e-learning", "#field-eLearning"],
  [{ kind: "e-learning", eLearning: "x".repeat(151) }, "150 characters or fewer", "#field-eLearning"],
  [{ kind: "e-learning", eLearning: "x", withinMonths: "0" }, "from 1 to 120", "#field-withinMonths"],
])("asking for %j is refused beside the field", async (more, said, to) => {
  const { world, send } = setting();
  const before = contentOf(world.db);
  const answer = await send(rulesPage, { intent: "prerequisite", ...more });
  expect(answer.status).toBe(400);
  expect(errorSummaryOf(answer)).toEqual([{ message: expect.stringContaining(said), to }]);
  expect(brokenReferences(answer)).toEqual([]);
  expect(contentOf(world.db)).toBe(before);
});

test("a circle is refused with the way around it", async () => {
  const { world, send, other, as, coordinator } = setting();
  addPrerequisite(as(coordinator), { courseId: other, kind: "course", of: "course", withinMonths: null });
  const before = contentOf(world.db);
  const refused = await send(rulesPage, { intent: "prerequisite", kind: "course", requiredCourse: other });
  expect(errorSummaryOf(refused)).toEqual([
    {
      message:
        "Select another course: “Professional curiosity” asks for “Neglect” first, so nobody could ever book either",
      to: "#field-requiredCourse",
    },
  ]);
  expect(contentOf(world.db)).toBe(before);
});

test("themes are added, changed, moved and removed on one page", async () => {
  const { world, open, send } = setting();
  const at = "/manage/courses/themes";
  expect((await send(at, { intent: "save", name: "Early help", years: "2026-27" })).to).toBe(
    `${at}?done=added`,
  );
  const page = await open(at);
  expect(brokenReferences(page)).toEqual([]);
  expect(wordsOf(page)).toMatch(/Neglect 2025-26 Change Neglect Down Neglect Early help 2026-27/);
  expect((await send(at, { up: "early-help" })).to).toBe(`${at}?done=moved`);
  expect(listThemes(world).map(({ slug }) => slug)).toEqual(["early-help", "neglect"]);
  const one = `${at}?theme=early-help`;
  expect((await open(one)).html).toContain('value="2026-27"');
  expect((await send(one, { intent: "save", name: "Help early", years: "2027-28" })).to).toBe(
    `${at}?done=changed`,
  );
  expect(errorSummaryOf(await send(one, { intent: "save", name: "NEGLECT", years: "" }))).toHaveLength(1);
  expect(errorSummaryOf(await send(one, { intent: "save", name: "NEGLECT", years: "x" }))).toEqual([
    { message: "Enter another name: a theme has this one", to: "#field-name" },
  ]);
  const used = await send(`${at}?theme=neglect`, { intent: "remove" });
  expect(errorSummaryOf(used)[0]?.message).toContain("2 courses belong to this theme");
  expect(used.html).toContain('value="Neglect"');
  expect((await send(one, { intent: "remove" })).to).toBe(`${at}?done=removed`);
  expect((await send(one, { intent: "remove" })).status).toBe(404);
  expect((await send(at, { down: "none" })).status).toBe(404);
});

test("competencies are added, changed, moved, and stay where they are used", async () => {
  const { world, open, send } = setting();
  const at = "/manage/courses/competencies";
  const voice = { intent: "save", name: "Hearing children", description: "Asks and listens." };
  expect((await send(at, voice)).to).toBe(`${at}?done=added`);
  expect((await send(at, { down: "recognise" })).to).toBe(`${at}?done=moved`);
  expect(listCompetencies(world).map(({ id }) => id)).toEqual(["hearing-children", "recognise"]);
  const page = await open(at);
  expect(brokenReferences(page)).toEqual([]);
  const one = `${at}?competency=hearing-children`;
  expect((await send(one, { ...voice, name: "Children’s voice" })).to).toBe(`${at}?done=changed`);
  expect(wordsOf(await open(one))).toContain("Children’s voice");
  expect(errorSummaryOf(await send(at, { ...voice, name: "" }))).toEqual([
    { message: "Enter the competency’s name", to: "#field-name" },
  ]);
  const used = await send(`${at}?competency=recognise`, { intent: "remove" });
  expect(used.status).toBe(400);
  expect(errorSummaryOf(used)[0]?.message).toContain("it is used in courses that teach it");
  expect((await send(one, { intent: "remove" })).to).toBe(`${at}?done=removed`);
});
