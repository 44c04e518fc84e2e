// The preview of a question set: what the learner's page shows, question by question, and nothing is kept of it.
import { expect, test } from "vitest";
import { setCourseEvaluation } from "~/domain/evaluations/evaluations.server";
import { evaluationPath } from "~/web/evaluation-path.server";
import { setWorld } from "../domain/evaluations/set-world";
import { contentOf } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, type Page, siteOf, wordsOf } from "../domain/support-check/site";
import { testSettings } from "../support/web";

const questionsOf = ({ html }: Page) => html.match(/<section class="app-questions">.*?<\/section>/gs) ?? [];

function setting() {
  const world = setWorld();
  const site = siteOf(world);
  const open = (path: string, form?: Record<string, string>) => site(path, { as: world.coordinator, form });
  return { ...world, site, open };
}

test("it shows exactly what the learner’s page shows, of what is asked now and of a draft once it is published", async () => {
  const world = setting();
  const { open, site, draft, reword, publish } = world;
  const id = draft("T0");
  reword(id, "recognise", "How sure are you that you would see it?");
  const preview = await open(`/manage/evaluations/${id}/preview`);
  expect(brokenReferences(preview)).toEqual([]);
  const personId = world.person();
  const bookingId = world.book(world.session(), personId);
  const learners = () => site(evaluationPath(testSettings, { bookingId, stage: "T0" }));
  expect(questionsOf(preview)).not.toEqual(questionsOf(await learners()));
  publish(id);
  const asked = await learners();
  expect(questionsOf(asked)).toHaveLength(2);
  expect(questionsOf(preview)).toEqual(questionsOf(asked));
  expect(preview.html).not.toContain('<script type="module" src="/evaluate');
});

test("a course’s own questions and hindsight are seen with the course, as its learners see them", async () => {
  const world = setting();
  const { open, me, draft, current } = world;
  setCourseEvaluation(me, { courseId: "course", onArrival: false, sixMonths: false, recall: true });
  const id = current("T2")?.id ?? "";
  expect(wordsOf(await open(`/manage/evaluations/${id}/preview`))).not.toContain("Looking back to before");
  const ofCourse = await open(`/manage/evaluations/${id}/preview?course=neglect`);
  expect(wordsOf(ofCourse)).toContain("Looking back to before the training");
  expect(wordsOf(ofCourse)).toContain("What will you do?");
  expect((await open(`/manage/evaluations/${id}/preview?course=nothing`)).status).toBe(404);
  const own = draft("T2", "course");
  const preview = await open(`/manage/evaluations/${own}/preview`);
  expect(preview.status).toBe(200);
  expect(brokenReferences(preview)).toEqual([]);
});

test("every stage can be seen, with an example of what the learner wrote where theirs would stand", async () => {
  const { open, current } = setting();
  for (const stage of ["T0", "T1", "T2", "T3", "M", "T4"] as const) {
    const page = await open(`/manage/evaluations/${current(stage)?.id}/preview`);
    expect(page.status).toBe(200);
    expect(brokenReferences(page)).toEqual([]);
    if (stage === "T2" || stage === "T3" || stage === "M" || stage === "T4")
      expect(wordsOf(page)).toContain("Do not give names");
  }
});

test("answers are tried like a learner’s, and nothing is kept", async () => {
  const world = setting();
  const { open, current } = world;
  const address = `/manage/evaluations/${current("T2")?.id}/preview`;
  await open(address);
  const before = contentOf(world.db);
  const wrong = await open(address, { "answer-recognise": "11" });
  expect(wrong.status).toBe(400);
  expect(errorSummaryOf(wrong)[0]?.message).toMatch(/^Select a number from 0 to 10/);
  const tried = await open(address, {
    "answer-recognise": "7",
    "answer-improve": "More time",
    intent: "save",
  });
  expect(tried.to).toBe(`${address}?done=tried`);
  expect(wordsOf(await open(`${address}?done=tried`))).toContain("Nothing was kept");
  expect(contentOf(world.db)).toBe(before);
});

test("no page tells a learner which answer is right", async () => {
  const world = setting();
  const { open, current, itemOf } = world;
  const id = current("T0")?.id ?? "";
  const { options } = itemOf(id, "asked-for-secrecy");
  const right = options.findIndex((option) => option.right);
  const page = await open(`/manage/evaluations/${id}/preview`);
  expect(page.html).not.toMatch(/"right"|\(right\)|right:true/);
  // Each answer of a scenario is written in the same way.
  const choices = [...page.html.matchAll(/<div class="govuk-radios__item">.*?<\/div>/gs)]
    .map(([html]) => html)
    .filter((html) => html.includes('name="answer-asked-for-secrecy"'))
    .map((html) =>
      html.replace(/value="\d*"|id="[^"]*"|for="[^"]*"/g, "").replace(/>[^<]+<\/label>/, "></label>"),
    );
  expect(right).toBe(2);
  expect(new Set(choices).size).toBe(1);
  expect(choices).toHaveLength(5);
});
