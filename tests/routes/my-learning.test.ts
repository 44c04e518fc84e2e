// Learning elsewhere, from telling of it to the answer: the person's pages and the coordinator's.
import { expect, test } from "vitest";
import { contentOf } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, siteOf, wordsOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

const typed = {
  title: "Neglect at sea",
  provider: "The harbour",
  "completedOn-day": "25",
  "completedOn-month": "10",
  "completedOn-year": "2026",
  hours: "1.5",
  competencies: "recognise",
  evidence: "https://harbour.example.org/certificates/12",
};

function learningPages() {
  const world = makeWorld();
  const ann = world.person({ name: "Ann Learner" });
  const visit = siteOf(world);
  const rows = () => world.db.select().from(world.tables.externalLearning).all();
  const tell = async () => {
    await visit("/my/learning/new", { as: ann, form: typed });
    return rows()[0]?.id ?? "";
  };
  const answerWith = async (id: string, form: Record<string, string>) => {
    const row = rows().find((one) => one.id === id);
    const seen = { seenState: row?.state ?? "", seenAt: String(row?.submittedAt ?? "") };
    return visit(`/manage/learning/${id}`, { as: world.coordinator, form: { ...seen, ...form } });
  };
  return { ...world, world, ann, visit, rows, tell, answerWith };
}

test("from the empty page to what was told, to the answer, to the record", async () => {
  const { visit, ann, coordinator, rows, answerWith } = learningPages();
  expect(wordsOf(await visit("/my/learning", { as: ann }))).toContain("You have told us of nothing yet");
  const form = await visit("/my/learning/new", { as: ann });
  expect(brokenReferences(form)).toEqual([]);
  const sent = await visit("/my/learning/new", { as: ann, form: typed });
  expect([sent.status, sent.to]).toEqual([303, "/my/learning?done=sent"]);
  const list = wordsOf(await visit("/my/learning?done=sent", { as: ann }));
  expect(list).toContain("A coordinator looks at it and writes to you.");
  expect(list).toContain("Neglect at sea The harbour 25 October 2026 1 hour 30 minutes Being looked at");
  const { id = "" } = rows()[0] ?? {};

  const queue = await visit("/manage/learning", { as: coordinator });
  expect(wordsOf(queue)).toContain(
    "Ann Learner Police Neglect at sea The harbour 25 October 2026 3 November 2026",
  );
  const review = await visit(`/manage/learning/${id}`, { as: coordinator });
  expect(brokenReferences(review)).toEqual([]);
  expect(review.html).toContain('href="https://harbour.example.org/certificates/12"');
  expect(review.html).toContain('checked="" value="recognise"');
  const until = { "validUntil-day": "31", "validUntil-month": "3", "validUntil-year": "2028" };
  const accepted = await answerWith(id, {
    answer: "accept",
    competencies: "recognise",
    courseId: "course",
    ...until,
  });
  expect(accepted.to).toBe("/manage/learning?done=accepted");
  expect(rows()[0]).toMatchObject({
    state: "accepted",
    validUntil: "2028-03-31",
    courseId: "course",
    reviewNote: null,
  });
  expect(wordsOf(await visit("/manage/learning?done=accepted", { as: coordinator }))).toMatch(
    /It counts now, and they have been told\..*Nothing waits for you/,
  );
  const own = await visit(`/my/learning/${id}`, { as: ann });
  expect(wordsOf(own)).toContain("It counts: we looked at it on 3 November 2026");
  expect(wordsOf(own)).toContain("Counts until 31 March 2028");
  expect(own.html).not.toContain('<form method="post" action="/my/learning');
  expect(wordsOf(await visit("/my/record", { as: ann }))).toContain("Neglect at sea");
});

test("sent back with a note, changed and sent again; or taken back", async () => {
  const { visit, ann, tell, answerWith, rows } = learningPages();
  const id = await tell();
  const bare = await answerWith(id, { answer: "refuse" });
  expect(errorSummaryOf(bare)).toEqual([
    { message: "Enter a note that says what is missing", to: "#field-note" },
  ]);
  expect((await answerWith(id, { answer: "refuse", note: "Which harbour?" })).to).toBe(
    "/manage/learning?done=refused",
  );
  const back = await visit(`/my/learning/${id}`, { as: ann });
  expect(brokenReferences(back)).toEqual([]);
  expect(wordsOf(back)).toContain("We said: Which harbour?");
  expect(back.html).toContain('value="1.5"');
  expect(back.html).toContain('value="Neglect at sea"');
  const again = { ...typed, provider: "The harbour at Testford", intent: "send" };
  expect((await visit(`/my/learning/${id}`, { as: ann, form: again })).to).toBe("/my/learning?done=sent");
  expect(rows()).toMatchObject([
    { state: "submitted", provider: "The harbour at Testford", reviewNote: null },
  ]);
  const taken = await visit(`/my/learning/${id}`, { as: ann, form: { intent: "take back" } });
  expect(taken.to).toBe("/my/learning?done=taken-back");
  expect(rows()).toEqual([]);
  expect((await visit(`/my/learning/${id}`, { as: ann })).status).toBe(404);
});

test("everything that is wrong is said at once, beside what was typed", async () => {
  const { visit, ann, rows } = learningPages();
  const page = await visit("/my/learning/new", {
    as: ann,
    form: { ...typed, title: " ", evidence: "", hours: "six", "completedOn-month": "13" },
  });
  expect(page.status).toBe(400);
  expect(errorSummaryOf(page)).toEqual([
    { message: "Enter the title of the training", to: "#field-title" },
    { message: "Enter the day on which you finished it, such as 24 11 2026", to: "#field-completedOn" },
    { message: "Enter how long it took in hours, such as 6 or 1.5", to: "#field-hours" },
    { message: "Say how we can see that you did it", to: "#field-evidence" },
  ]);
  expect(page.html).toContain('value="six"');
  expect(brokenReferences(page)).toEqual([]);
  expect(rows()).toEqual([]);
});

test.each(["0", "0.001", "-1", "401", "1e2", "1:30", "Infinity"])(
  "%s is no number of hours",
  async (hours) => {
    const { visit, ann } = learningPages();
    const page = await visit("/my/learning/new", { as: ann, form: { ...typed, hours } });
    expect(errorSummaryOf(page).map(({ to }) => to)).toEqual(["#field-hours"]);
  },
);

test("a day to come is refused beside the day", async () => {
  const { visit, ann } = learningPages();
  const page = await visit("/my/learning/new", { as: ann, form: { ...typed, "completedOn-year": "2027" } });
  expect(errorSummaryOf(page)).toEqual([
    {
      message: "Enter a day that is today or earlier: tell us once you have done it",
      to: "#field-completedOn",
    },
  ]);
});

test("an answer is refused without a choice, with half a day, and to what has changed meanwhile", async () => {
  const { tell, answerWith, visit, ann, clock, coordinator, db } = learningPages();
  const id = await tell();
  const before = contentOf(db);
  const half = await answerWith(id, { "validUntil-day": "31" });
  expect(errorSummaryOf(half).map(({ to }) => to)).toEqual(["#field-answer", "#field-validUntil"]);
  expect(contentOf(db)).toBe(before);
  const stale = { seenState: "submitted", seenAt: "1", answer: "accept" };
  clock.forward(1000);
  const late = await visit(`/manage/learning/${id}`, { as: coordinator, form: stale });
  expect(late.status).toBe(400);
  expect(wordsOf(late)).toContain("It was changed or answered meanwhile");
  expect((await visit(`/my/learning/${id}`, { as: ann })).status).toBe(200);
});

test("a coordinator's own is for another coordinator", async () => {
  const { visit, coordinator, rows } = learningPages();
  await visit("/my/learning/new", { as: coordinator, form: typed });
  const id = rows()[0]?.id ?? "";
  expect(wordsOf(await visit("/manage/learning", { as: coordinator }))).toContain(
    "Yours: for another coordinator",
  );
  const page = await visit(`/manage/learning/${id}`, { as: coordinator });
  expect(wordsOf(page)).toContain("another coordinator has to look at it");
  expect(page.html).not.toContain('<form method="post" action="/manage/learning');
});

test("others open neither", async () => {
  const { visit, world, tell, ann, coordinator } = learningPages();
  const id = await tell();
  for (const as of [coordinator, world.person()]) {
    expect((await visit(`/my/learning/${id}`, { as })).status).toBe(404);
    expect((await visit(`/my/learning/${id}`, { as, form: { intent: "take back" } })).status).toBe(404);
  }
  for (const path of ["/manage/learning", `/manage/learning/${id}`])
    expect((await visit(path, { as: ann })).status).toBe(403);
});

test("what is not a plain web address is no link", async () => {
  const { visit, world, ann, rows } = learningPages();
  for (const evidence of ["javascript:alert(1)", "see https://a.example.org", "data:text/html,x"])
    await visit("/my/learning/new", { as: ann, form: { ...typed, evidence } });
  for (const { id, evidence } of rows()) {
    const page = await visit(`/manage/learning/${id}`, { as: world.coordinator });
    expect(wordsOf(page)).toContain(evidence);
    expect(page.html).not.toContain(`href="${evidence}"`);
  }
});
