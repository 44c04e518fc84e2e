// The form on a phone, with every kind of question: what it asks, what it keeps, and what it says to whom.
import { expect, test } from "vitest";
import { days } from "~/shared/clock";
import { contentOf } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, wordsOf } from "../domain/support-check/site";
import { evaluationWorld, lineManagerEmail } from "./evaluation-world";

const commitment = {
  "commitment-1-what": "Ask about the child’s day",
  "commitment-1-by-when": "by March",
  "commitment-1-with-whom": "the school",
  "commitment-1-sure": "8",
  "commitment-1-obstacle": "time",
  "commitment-1-quotable": "yes",
};

/** Answered T2 with one commitment, and agreed that the manager is asked. */
async function ended() {
  const world = evaluationWorld();
  world.takeRegister();
  await world.send("T2", { ...commitment, "manager-may-be-asked": "yes" });
  const [made] = world.db.select().from(world.tables.commitments).all();
  return { ...world, made: made?.id ?? "" };
}

test("at the end it asks a question of every kind, chooses nothing for anybody, and tells no right answer", async () => {
  const { takeRegister, see } = evaluationWorld();
  takeRegister();
  const page = await see("T2");
  const words = wordsOf(page);
  for (const said of [
    "How confident are you now?",
    "What would you do?",
    "threshold 1 threshold 2 threshold 3 Prefer not to say",
    "1 – no 2 3 4 5 – yes Prefer not to say",
    "About the training",
    "What of improve? Do not give names, or anything that tells who a child",
    "This may be quoted without my name",
    "Name up to 3 things that you will do",
    "What By when",
    "With whom",
    "How sure are you that you will do it?",
    "What may stop you",
    "They are only ever shown together with those of at least four others.",
    "You can leave any question blank.",
  ])
    expect(words).toContain(said);
  expect(page.html).not.toMatch(/checked=""/);
  expect(page.html).not.toMatch(/<option value="[^"]+" selected/);
  expect(page.html).not.toContain('"right"');
  expect(brokenReferences(page)).toEqual([]);
});

test("everything that is given is kept: points, options, words, what they will do, and who may be asked", async () => {
  const { takeRegister, send, db, tables, path } = evaluationWorld();
  takeRegister();
  const sent = await send("T2", {
    "answer-recognise": "7",
    "answer-threshold": "2",
    "answer-relevant": "5",
    "answer-barriers": "3",
    "answer-improve": "More time",
    "quote-improve": "yes",
    ...commitment,
    "manager-may-be-asked": "no",
  });
  expect([sent.status, sent.to]).toEqual([302, path("T2")]);
  const answers = db.select().from(tables.answers).all();
  expect(answers.map(({ itemId, value }) => [itemId, value]).sort()).toEqual([
    ["item-barriers", 3],
    ["item-recognise", 7],
    ["item-relevant", 5],
    ["item-threshold", 2],
  ]);
  expect(db.select().from(tables.comments).all()).toMatchObject([
    { text: "More time", quotable: true, state: "to read" },
  ]);
  expect(db.select().from(tables.commitments).all()).toMatchObject([
    { position: 1, what: "Ask about the child’s day", withWhom: "the school", sure: 8, quotable: true },
  ]);
  expect(db.select().from(tables.respondents).all()).toMatchObject([{ managerMayBeAsked: false }]);
  expect(db.select().from(tables.responses).all()).toMatchObject([{ scenarios: 1, confidence: 7 }]);
});

test("something said beside a commitment that says nothing is asked for, with the rest as it was typed", async () => {
  const { takeRegister, send, db } = evaluationWorld();
  takeRegister();
  const before = contentOf(db);
  const page = await send("T2", { "commitment-2-by-when": "soon", "answer-improve": "More time" });
  expect(page.status).toBe(400);
  expect(errorSummaryOf(page)).toEqual([
    { message: "Enter what you will do", to: "#field-commitment-2-what" },
  ]);
  // Where it has to be put right is open.
  expect(page.html).toMatch(/<details[^>]*open=""[^>]*>(?:(?!<\/details>).)*field-commitment-2-what/s);
  expect(page.html).toContain("More time");
  expect(brokenReferences(page)).toEqual([]);
  expect(contentOf(db)).toBe(before);
});

test("the learner sees who would be asked and says yes or no; without an address at an agency nobody is", async () => {
  const { takeRegister, see, db, tables } = evaluationWorld();
  takeRegister();
  const words = wordsOf(await see("T2"));
  expect(words).toContain(`We would write to ${lineManagerEmail}`);
  expect(words).toContain("Yes, you may ask them No, do not ask them");
  db.update(tables.people).set({ lineManagerEmail: "boss@mail.invalid" }).run();
  expect(wordsOf(await see("T2"))).not.toContain("May we ask your line manager?");
});

test("weeks later each commitment is asked about, and the manager only of those who had not said", async () => {
  const { see, send, weeksLater, made, db, tables } = await ended();
  weeksLater(8);
  const page = await see("T3");
  const words = wordsOf(page);
  expect(words).toContain("Ask about the child’s day By when: by March With: the school");
  expect(words).toContain("Done Partly done Not yet No longer relevant Prefer not to say");
  expect(words).toContain("Have you had an opportunity to do it?");
  expect(words).not.toContain("May we ask your line manager?");
  // What may stop them, and how sure they were, is not asked back.
  expect(words).not.toContain("time With");
  expect(brokenReferences(page)).toEqual([]);
  await send("T3", {
    [`follow-up-outcome-${made}`]: "partly",
    [`follow-up-evidence-${made}`]: "audit",
    [`follow-up-opportunity-${made}`]: "yes",
  });
  expect(db.select().from(tables.commitmentFollowUps).all()).toMatchObject([
    { commitmentId: made, stage: "T3", outcome: "partly", evidence: "audit", opportunity: true, seen: null },
  ]);
});

test("the manager sees whose it is and what they said they would do, and none of their answers", async () => {
  const { see, send, weeksLater, made, db, tables } = await ended();
  weeksLater(10);
  const page = await see("M");
  const words = wordsOf(page);
  expect(words).toContain("About Learner 1");
  expect(words).toContain("Learner 1 agreed that you are asked. Your answers are only ever shown together");
  expect(words).toContain(
    "What you write in words is read by a coordinator, who looks at it before any of it is given.",
  );
  expect(words).toContain("What Learner 1 said they would do What was written Ask about the child’s day");
  expect(words).toContain("Have you seen it done? Yes Partly No");
  for (const kept of ["This may be quoted", "Go to my training", "time", "How sure"])
    expect(words).not.toContain(kept);
  expect(brokenReferences(page)).toEqual([]);
  await send("M", {
    [`follow-up-seen-${made}`]: "yes",
    "answer-seen": "1",
    "answer-manager-example": "A case",
  });
  expect(db.select().from(tables.commitmentFollowUps).all()).toMatchObject([{ stage: "M", seen: "yes" }]);
  expect(db.select().from(tables.comments).all()).toMatchObject([{ text: "A case", quotable: false }]);
  expect(wordsOf(await see("M"))).toContain("Thank you for your answers");
});

test("nobody else is named on any form, and a manager is not asked without the learner's word", async () => {
  const { see, takeRegister, weeksLater, send } = evaluationWorld();
  expect((await see("T0")).html).not.toContain("Learner 1");
  takeRegister();
  expect((await see("T2")).html).not.toContain("Learner 1");
  await send("T2", { ...commitment, "manager-may-be-asked": "no" });
  weeksLater(10);
  const page = await see("M");
  expect(wordsOf(page)).toContain("You are not asked about this training any more.");
  expect(page.html).not.toContain("Learner 1");
  expect(page.html).not.toContain("Ask about the child");
});

test("each time that is over, or not come, says so and what is true then", async () => {
  const { see, takeRegister, weeksLater, clock, meeting } = evaluationWorld();
  expect(wordsOf(await see("T1"))).toContain("These questions open on 17 November 2026.");
  expect(wordsOf(await see("T2"))).toContain("once the trainer has taken the last register");
  clock.set(meeting.startsAt + days(0) + 3_600_000);
  expect(wordsOf(await see("T1"))).toContain(
    "The training has begun, so these answers cannot stand for before.",
  );
  takeRegister();
  expect(wordsOf(await see("T1"))).toContain("These questions have closed");
  expect(wordsOf(await see("T3"))).toContain("These questions open on 29 December 2026.");
  weeksLater(13);
  expect(wordsOf(await see("T3"))).toContain("The twelve weeks after the training are over");
  weeksLater(27);
  expect(wordsOf(await see("T3"))).toContain("These questions have closed");
  expect(wordsOf(await see("T4"))).toContain("How confident");
});
