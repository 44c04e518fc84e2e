// What a session's people said, as its trainers and coordinators see it: with its limits, and to nobody else.
import { expect, test } from "vitest";
import { days, hours } from "~/shared/clock";
import { contentOf } from "../domain/support-check/ledger";
import { brokenReferences, wordsOf } from "../domain/support-check/site";
import { evaluationWorld } from "./evaluation-world";

function answeredWorld(learners: number) {
  const world = evaluationWorld({ learners });
  const { answer, bookings, takeRegister, visit, sessionId, trainer, coordinator } = world;
  for (const [index, id] of bookings.entries()) answer(id, "T0", { recognise: 3 + (index % 2), act: 3 });
  takeRegister();
  /** So many, beginning with the first, answer at the end. */
  const end = (from: number, until: number) => {
    for (const [index, id] of bookings.slice(from, until).entries())
      answer(id, "T2", {
        recognise: 6 + (index % 3),
        act: 6,
        relevant: index % 5 === 0 ? 2 : 5,
        barriers: 1,
        threshold: 2,
      });
  };
  const asTrainer = (path = "") => visit(`/trainer/sessions/${sessionId}/answers${path}`, { as: trainer });
  const asCoordinator = () => visit(`/manage/sessions/${sessionId}/answers`, { as: coordinator });
  return { ...world, end, asTrainer, asCoordinator };
}

test("its trainer and a coordinator read what changed, what people thought and how many answered, in sentences", async () => {
  const { end, asTrainer, asCoordinator, clock, db } = answeredWorld(20);
  end(0, 12);
  clock.forward(hours(48));
  const before = contentOf(db);
  for (const page of [await asTrainer(), await asCoordinator()]) {
    expect(page.status).toBe(200);
    const words = wordsOf(page);
    for (const said of [
      "Every figure is of at least five people.",
      "Of 12 people with both answers (60% of those who came), average confidence rose by 3.3 points on a scale of 0 to 10 (95% interval",
      "12 went up",
      "What of relevant? 4.3 of 5",
      "At the end 12 of 20 60%",
      "Without a comparison group we cannot say that training alone caused this.",
      "no verdict on it or on you",
    ])
      expect(words).toContain(said);
    expect(words).not.toContain("still open");
    expect(brokenReferences(page)).toEqual([]);
  }
  expect(contentOf(db)).toBe(before);
});

test("below five nothing is shown but that it is below five, on the page and in its data", async () => {
  const { end, asTrainer, clock } = answeredWorld(12);
  end(0, 4);
  clock.forward(hours(48));
  const words = wordsOf(await asTrainer());
  expect(words).toContain("Too few people have answered both before and at the end");
  expect(words).toContain("Fewer than 5 of 12");
  const { html } = await asTrainer(".data");
  expect(html).toContain("fewer than 5");
  // What a change is made of is not even named there.
  for (const part of ["pairs", "low", "after"]) expect(html).not.toContain(`"${part}",`);
  end(4, 12);
  // The others come late and are counted apart.
  expect((await asTrainer(".data")).html).not.toContain('"pairs",');
  expect(wordsOf(await asTrainer())).not.toMatch(/relevant\? \d\.\d of 5/);
});

test("while the end is open a sixth answer changes no figure; closed, it counts", async () => {
  const { end, asTrainer, answer, bookings, clock } = answeredWorld(12);
  end(0, 5);
  const five = wordsOf(await asTrainer());
  expect(five).toContain("answers are added five at a time");
  answer(bookings[5] ?? "", "T2", { recognise: 0, act: 0, relevant: 1 });
  const six = wordsOf(await asTrainer());
  const changed = (words: string) =>
    words.slice(words.indexOf("What changed"), words.indexOf("What they will do"));
  expect(changed(six)).toBe(changed(five));
  expect(changed(six)).toContain("Of 5 people with both answers");
  clock.forward(hours(48));
  expect(changed(wordsOf(await asTrainer()))).toContain("Of 6 people with both answers");
});

test("before the registers are finished it tells how many answered and nothing of what", async () => {
  const { visit, sessionId, trainer, bookings, answer } = evaluationWorld({ learners: 8 });
  for (const id of bookings.slice(0, 6)) answer(id, "T0", { recognise: 9, act: 9 });
  const page = await visit(`/trainer/sessions/${sessionId}/answers`, { as: trainer });
  const words = wordsOf(page);
  expect(words).toContain("Nothing to show yet");
  expect(words).toContain("At booking All but fewer than 5 of 8");
  expect(page.html).not.toContain("9.0");
});

test("commitments are told by the people behind them, and what became of them once five have told", async () => {
  const { end, asTrainer, bookings, send, weeksLater, db, tables } = answeredWorld(10);
  for (const id of bookings)
    await send(
      "T2",
      { "commitment-1-what": "Ring", "commitment-2-what": "Write", "commitment-1-sure": "8" },
      id,
    );
  end(0, 0);
  weeksLater(8);
  expect(wordsOf(await asTrainer())).toContain(
    "10 people wrote down 20 things that they will do. On average they were 8.0 out of 10 sure",
  );
  expect(wordsOf(await asTrainer())).toContain("shown when at least five people have told");
  const made = db.select().from(tables.commitments).all();
  for (const [index, id] of bookings.entries()) {
    const respondent = db
      .select()
      .from(tables.respondents)
      .all()
      .find((one) => one.bookingId === id)?.id;
    const form = made
      .filter(({ respondentId }) => respondentId === respondent)
      .map((one) => [`follow-up-outcome-${one.id}`, index < 5 ? "done" : "not yet"]);
    await send("T3", Object.fromEntries(form), id);
  }
  weeksLater(13);
  expect(wordsOf(await asTrainer())).toContain(
    "of 20 things told of: 10 done and 10 not yet done, as people say of themselves",
  );
});

test("another trainer, learners and strangers see nothing of it; the manage page is for coordinators", async () => {
  const { visit, sessionId, world, people, trainer, asTrainer } = answeredWorld(6);
  const path = `/trainer/sessions/${sessionId}/answers`;
  expect((await visit(path, { as: world.trainer("Another") })).status).toBe(404);
  expect((await visit(path, { as: people[0] })).status).toBe(403);
  expect(await visit(path)).toMatchObject({ status: 302, to: `/sign-in?to=${encodeURIComponent(path)}` });
  expect((await visit(`/manage/sessions/${sessionId}/answers`, { as: trainer })).status).toBe(403);
  expect((await visit("/trainer/sessions/none/answers", { as: trainer })).status).toBe(404);
  expect((await asTrainer()).status).toBe(200);
});

test("the session's pages and the register lead there", async () => {
  const { visit, sessionId, meeting, trainer, coordinator, clock } = answeredWorld(6);
  clock.forward(days(1));
  const register = await visit(`/trainer/registers/${meeting.id}`, { as: trainer });
  expect(register.html).toContain(`href="/trainer/registers/${meeting.id}/questions"`);
  expect(register.html).toContain(`href="/trainer/sessions/${sessionId}/answers"`);
  expect((await visit(`/trainer/sessions/${sessionId}`, { as: trainer })).html).toContain(
    `href="/trainer/sessions/${sessionId}/answers"`,
  );
  expect((await visit(`/manage/sessions/${sessionId}`, { as: coordinator })).html).toContain(
    `href="/manage/sessions/${sessionId}/answers"`,
  );
});
