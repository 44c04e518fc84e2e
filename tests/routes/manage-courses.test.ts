// The courses as coordinators look after them: found, sorted, downloaded, added, changed, put on offer and withdrawn.
import { expect, test } from "vitest";
import { readCourse } from "~/domain/catalogue/catalogue.server";
import { addDays } from "~/shared/civil-time";
import { contentOf } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

function setting() {
  const world = makeWorld();
  world.db.insert(world.tables.learningSourceKinds).values({ code: "CSPR", name: "Practice review" }).run();
  const visit = siteOf(world);
  const as = world.coordinator;
  const open = (path: string) => visit(path, { as });
  const send = (path: string, form: Record<string, string | string[]>) => visit(path, { as, form });
  return { ...world, world, visit, open, send };
}

const curiosity = {
  title: "Professional curiosity",
  summary: "How to ask a second time.",
  audience: "Everyone",
  activityType: "half-day training",
  themeSlug: "neglect",
  ledBy: "",
  hours: "3",
  minutes: "30",
  boards: ["KIDS", "ADULT"],
  outcomes: "• Ask twice\r\n\r\n2. Say why\n- Listen",
  competencies: "recognise",
  learningSources: "CSPR",
  contentNote: "",
  offered: "no",
};

test("the list has every course with its sessions to come and who waits; filters, sorting and the file go by the address", async () => {
  const { open, send, session, book, person, today } = setting();
  await send("/manage/courses/new", curiosity);
  const sessionId = session({ capacity: 1 });
  for (const _ of [1, 2, 3]) book(sessionId, person());
  session({ status: "draft", meetings: [{ date: addDays(today, 9), startTime: "09:30", endTime: "12:30" }] });
  const page = await open("/manage/courses");
  expect(page.status).toBe(200);
  expect(titleOf(page)).toBe("Manage courses – Joint training");
  expect(brokenReferences(page)).toEqual([]);
  expect(wordsOf(page)).toMatch(/2 courses .*Neglect Neglect KIDS ?Children's board 1 and 1 draft 2/);
  expect(wordsOf(page)).toContain("Professional curiosity Not on offer");
  const titles = async (query: string) =>
    [
      ...(await open(`/manage/courses?${query}`)).html.matchAll(/<th[^>]*scope="row"[^>]*><a[^>]*>([^<]+)/g),
    ].map(([, title]) => title);
  expect(await titles("")).toEqual(["Neglect", "Professional curiosity"]);
  expect(await titles("q=SECOND")).toEqual(["Professional curiosity"]);
  expect(await titles("board=ADULT")).toEqual(["Professional curiosity"]);
  expect(await titles("offered=yes")).toEqual(["Neglect"]);
  expect(await titles("offered=no&theme=neglect")).toEqual(["Professional curiosity"]);
  expect(await titles("theme=none")).toEqual([]);
  expect(await titles("sort=waiting")).toEqual(["Neglect", "Professional curiosity"]);
  expect(await titles("sort=nonsense&page=99&offered=maybe")).toHaveLength(2);
  expect(wordsOf(await open("/manage/courses?q=nothing"))).toContain("Nothing fits these filters");

  const file = await open("/manage/courses.csv?offered=no");
  expect(file.html).toBe(
    "Course,Theme,Type of activity,Taught minutes,Boards,Led by,On offer,Sessions to come,Drafts,People waiting\r\n" +
      'Professional curiosity,Neglect,half-day training,210,"KIDS, ADULT",,no,0,0,0\r\n',
  );
});

test("a course is added with everything that was typed, and its page leads on", async () => {
  const { world, open, send } = setting();
  const form = await open("/manage/courses/new");
  expect(brokenReferences(form)).toEqual([]);
  const added = await send("/manage/courses/new", curiosity);
  expect(added.to).toBe("/manage/courses/professional-curiosity?done=added");
  expect(readCourse(world, "professional-curiosity")).toMatchObject({
    minutes: 210,
    offered: false,
    ledBy: null,
    contentNote: null,
    outcomes: ["Ask twice", "Say why", "Listen"],
    boards: [{ code: "KIDS" }, { code: "ADULT" }],
    competencies: [{ id: "recognise" }],
    learningSources: ["Practice review"],
  });
  const page = await open(added.to ?? "");
  expect(brokenReferences(page)).toEqual([]);
  expect(wordsOf(page)).toContain("The course is added");
  expect(wordsOf(page)).toContain("Not on offer Nobody finds it in the catalogue.");
  expect(wordsOf(page)).toContain("There are none. Put the course on offer, then schedule one.");
  expect(wordsOf(page)).toContain("Everyone who works for one of the partnership’s agencies can book.");
  expect(wordsOf(page)).toContain("The terms of booking are those of Children's board.");
});

test.each<[Record<string, string | string[]>, string, string]>([
  [{ title: " " }, "Enter a title", "#field-title"],
  [{ title: "neglect" }, "Enter another title: a course has this one", "#field-title"],
  [{ title: "x".repeat(151) }, "Enter a title of 150 characters or fewer", "#field-title"],
  [{ summary: "" }, "Enter a summary", "#field-summary"],
  [{ themeSlug: "" }, "Select a theme", "#field-themeSlug"],
  [{ themeSlug: "none" }, "Select a theme from the list", "#field-themeSlug"],
  [{ hours: "", minutes: "" }, "Enter how long it takes, breaks left out", "#field-hours"],
  [{ hours: "three" }, "Enter the hours as a whole number", "#field-hours"],
  [{ minutes: "60" }, "Enter the minutes as a whole number from 0 to 59", "#field-minutes"],
  [{ boards: [] }, "Select at least one board", "#field-boards"],
  [{ boards: "NONE" }, "Select boards from the list", "#field-boards"],
  [{ outcomes: " \n " }, "Enter what people will be able to do", "#field-outcomes"],
  [{ outcomes: "Ask\nask" }, "Enter each line once", "#field-outcomes"],
  [{ competencies: "none" }, "Select competencies from the list", "#field-competencies"],
  [{ offered: "perhaps" }, "Select whether people can find it now", "#field-offered"],
])("%j is refused beside its field, and what was typed stays", async (mistake, said, to) => {
  const { world, send } = setting();
  const before = contentOf(world.db);
  const answer = await send("/manage/courses/new", { ...curiosity, ...mistake });
  expect(answer.status).toBe(400);
  expect(titleOf(answer)).toMatch(/^Error: Add a course/);
  expect(errorSummaryOf(answer)).toEqual([{ message: expect.stringContaining(said), to }]);
  expect(brokenReferences(answer)).toEqual([]);
  expect(answer.html).toContain('value="half-day training"');
  expect(contentOf(world.db)).toBe(before);
});

test("a course is changed on a form that shows it as it is; saving it untouched changes nothing", async () => {
  const { world, open, send, session } = setting();
  await send("/manage/courses/new", curiosity);
  const path = "/manage/courses/professional-curiosity/edit";
  const page = await open(path);
  expect(brokenReferences(page)).toEqual([]);
  expect(titleOf(page)).toMatch(/^Change Professional curiosity/);
  expect(page.html).toContain("Ask twice\nSay why\nListen</textarea>");
  expect(page.html).toMatch(/name="hours"[^>]* value="3"|value="3"[^>]* name="hours"/);
  const before = contentOf(world.db);
  expect((await send(path, curiosity)).to).toBe("/manage/courses/professional-curiosity?done=changed");
  expect(contentOf(world.db)).toBe(before);
  await send(path, { ...curiosity, title: "Curiosity", ledBy: "The pool" });
  expect(readCourse(world, "professional-curiosity")).toMatchObject({
    title: "Curiosity",
    ledBy: "The pool",
  });
  expect((await send(path, { ...curiosity, title: "Neglect" })).status).toBe(400);
  expect((await open("/manage/courses/none/edit")).status).toBe(404);
  expect((await send("/manage/courses/none/edit", curiosity)).status).toBe(404);
  session();
  expect(wordsOf(await open("/manage/courses/neglect/edit"))).toContain("This course has 1 session to come.");
});

test("a course is withdrawn and put on offer again, but not with sessions to come", async () => {
  const { world, open, send, session } = setting();
  const page = "/manage/courses/neglect";
  expect((await send(page, { intent: "withdraw" })).to).toBe(`${page}?done=withdrawn`);
  expect(wordsOf(await open(`${page}?done=withdrawn`))).toContain("The course is withdrawn");
  expect((await send(page, { intent: "offer" })).to).toBe(`${page}?done=offered`);
  session();
  session();
  const before = contentOf(world.db);
  const refused = await send(page, { intent: "withdraw" });
  expect(refused.status).toBe(400);
  expect(errorSummaryOf(refused)[0]?.message).toContain("The course has 2 sessions to come");
  expect((await send(page, { intent: "nonsense" })).status).toBe(400);
  expect(contentOf(world.db)).toBe(before);
  expect((await send("/manage/courses/none", { intent: "withdraw" })).status).toBe(404);
});

test("nobody but coordinators opens any of it", async () => {
  const { visit, person } = setting();
  for (const path of [
    "",
    ".csv",
    "/new",
    "/neglect",
    "/neglect/edit",
    "/neglect/booking-rules",
    "/themes",
    "/competencies",
  ]) {
    for (const roles of [[], ["trainer"], ["agency_lead"], ["admin"]] as const) {
      const as = person({ roles: [...roles] });
      expect((await visit(`/manage/courses${path}`, { as })).status, `${path} as ${roles}`).toBe(403);
    }
    expect((await visit(`/manage/courses${path}`)).to).toContain("/sign-in");
  }
});
