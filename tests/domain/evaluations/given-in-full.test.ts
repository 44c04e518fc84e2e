// Everything that a form can give beside numbers: words, options, commitments, what became of them, a manager's leave;
// and to which version of the questions it counts.
import { describe, expect, test } from "vitest";
import {
  commitmentField,
  fieldOf,
  followUpField,
  type Given,
  instrumentIdsIn,
  managerField,
  quoteFieldOf,
  readAnswers,
  type Stage,
} from "~/domain/evaluations/evaluations";
import {
  listOwed,
  readInstrument,
  recordResponse,
  respondentOf,
} from "~/domain/evaluations/evaluations.server";
import { given, makeWorld } from "../../support/world";
import { digestOf, watch } from "../support-check/ledger";
import { saidWorld } from "./said-world";

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

describe("read out of a form", () => {
  const read = (stage: Stage, fields: Record<string, string>) =>
    readAnswers(readInstrument(saidWorld().world, stage, "course"), formOf(fields));
  const givenBy = (stage: Stage, fields: Record<string, string>): Given => {
    const result = read(stage, fields);
    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    return result.given;
  };
  const words = fieldOf({ slug: "words" });

  test("an option by its position; another is an error beside it", () => {
    expect(givenBy("T2", { "answer-case": "2" }).answers).toEqual([{ itemId: "item-case", value: 2 }]);
    for (const typed of ["0", "4", "two", "1.5"])
      expect(read("T2", { "answer-case": typed })).toEqual({
        ok: false,
        errors: { "answer-case": "Select one of the answers, or leave it blank" },
      });
  });

  test("words with whether they may be quoted, never by themselves; too long is an error", () => {
    expect(givenBy("T2", { [words]: " More time.\r\nMuch more. " }).comments).toEqual([
      { itemId: "item-words", text: "More time.\nMuch more.", quotable: false },
    ]);
    expect(givenBy("T2", { [words]: "x", [quoteFieldOf({ slug: "words" })]: "yes" }).comments).toMatchObject([
      { quotable: true },
    ]);
    expect(givenBy("T2", { [words]: " \r\n ", [quoteFieldOf({ slug: "words" })]: "yes" }).comments).toEqual(
      [],
    );
    expect(givenBy("T2", { [words]: "x".repeat(2000) }).comments).toHaveLength(1);
    expect(read("T2", { [words]: "x".repeat(2001) })).toEqual({
      ok: false,
      errors: { [words]: "Enter 2,000 characters or fewer" },
    });
  });

  test("commitments at T2 alone: each says what, the rest may be blank", () => {
    const fields = {
      [commitmentField(1, "what")]: "Read the plan",
      [commitmentField(3, "what")]: "Ring the school",
      [commitmentField(3, "by-when")]: "May",
      [commitmentField(3, "sure")]: "0",
      [commitmentField(3, "quotable")]: "yes",
    };
    const blank = { byWhen: null, withWhom: null, sure: null, obstacle: null, quotable: false };
    expect(givenBy("T2", fields).commitments).toEqual([
      { ...blank, what: "Read the plan" },
      { ...blank, what: "Ring the school", byWhen: "May", sure: 0, quotable: true },
    ]);
    for (const stage of ["T0", "T1", "T3", "M", "T4"] as const)
      expect(givenBy(stage, fields).commitments).toEqual([]);
    expect(read("T2", { [commitmentField(2, "sure")]: "5" })).toMatchObject({
      errors: { [commitmentField(2, "what")]: "Enter what you will do" },
    });
    expect(read("T2", { ...fields, [commitmentField(1, "sure")]: "11" })).toMatchObject({
      errors: { [commitmentField(1, "sure")]: "Select a number from 0 to 10, or leave it blank" },
    });
  });

  test("what became of commitments at T3, M and T4; a word that is none is an error", () => {
    const fields = {
      [followUpField("a-1", "outcome")]: "done",
      [followUpField("a-1", "evidence")]: "audit",
      [followUpField("a-1", "opportunity")]: "no",
      [followUpField("b", "seen")]: "no opportunity",
      [followUpField("c", "outcome")]: "",
    };
    const followUps = [
      { commitmentId: "a-1", outcome: "done", evidence: "audit", opportunity: false, seen: null },
      { commitmentId: "b", outcome: null, evidence: null, opportunity: null, seen: "no opportunity" },
    ];
    for (const stage of ["T3", "M", "T4"] as const)
      expect(givenBy(stage, fields).followUps).toEqual(followUps);
    expect(givenBy("T2", fields).followUps).toEqual([]);
    for (const typed of ["finished", "constructor", "toString"])
      expect(read("T3", { [followUpField("a", "outcome")]: typed })).toMatchObject({ ok: false });
  });

  test("whether the manager may be asked, at T2 and T3: yes, no, or not said", () => {
    for (const stage of ["T2", "T3"] as const) {
      expect(givenBy(stage, { [managerField]: "yes" }).managerMayBeAsked).toBe(true);
      expect(givenBy(stage, { [managerField]: "no" }).managerMayBeAsked).toBe(false);
      expect(givenBy(stage, {}).managerMayBeAsked).toBeNull();
    }
    expect(givenBy("M", { [managerField]: "yes" }).managerMayBeAsked).toBeNull();
  });

  test("which questions were shown, or that it does not say", () => {
    expect(instrumentIdsIn(formOf({}))).toBeNull();
    expect(instrumentIdsIn(formOf({ instrument: "a" }))).toEqual({ id: "a", courseInstrumentId: null });
    expect(instrumentIdsIn(formOf({ instrument: "a", "course-instrument": "b" }))).toEqual({
      id: "a",
      courseInstrumentId: "b",
    });
  });
});

describe("kept", () => {
  test("at every stage: words, scores, commitments and what became of them, one receipt each", () => {
    const { booking, answerAll, rows, world } = saidWorld();
    const added = watch(world);
    answerAll(booking);
    const { responses, comments, commitments, followUps, receipts, respondents } = rows();
    expect(receipts.map(({ stage }) => stage)).toEqual(["T0", "T1", "T2", "T3", "M", "T4"]);
    expect(responses.every(({ confidence, scenarios }) => confidence === 5 && scenarios === 1)).toBe(true);
    expect(comments).toHaveLength(6);
    expect(commitments).toMatchObject([{ what: "Read the plan first", sure: 8, state: "to read" }]);
    expect(followUps.map(({ stage }) => stage).sort()).toEqual(["M", "T3", "T4"]);
    expect(respondents).toMatchObject([{ bookingId: booking, agencyId: "police", managerMayBeAsked: true }]);
    const told = added().audit.filter(({ action }) => action === "evaluations.answered");
    expect(told.map(({ detail }) => detail)).toEqual(receipts.map(({ stage }) => ({ stage })));
    expect(JSON.stringify(added())).not.toMatch(/Read the plan|At T2/);
  });

  test("a respondent's id says nothing of when it was made or whose it is", () => {
    const { booking, answerAll, rows, learner } = saidWorld();
    answerAll(booking, ["T0"]);
    const [respondent] = rows().respondents;
    expect(respondent?.id).toMatch(/^t-secret-/);
    expect(respondent?.id).not.toContain(booking);
    expect(respondent?.id).not.toContain(learner);
  });

  test("words to questions that are not asked, blank words and commitments at another stage are left out", () => {
    const { booking, give, commitment, rows } = saidWorld();
    const comments = [
      { itemId: "item-act", text: "No question in words", quotable: true },
      { itemId: "nowhere", text: "No question", quotable: true },
      { itemId: "item-words", text: "  ", quotable: true },
    ];
    expect(give(booking, "T0", { comments, commitments: [commitment], managerMayBeAsked: true }).ok).toBe(
      true,
    );
    expect(rows()).toMatchObject({
      comments: [],
      commitments: [],
      respondents: [{ managerMayBeAsked: null }],
    });
  });

  test("an option that is not there breaks the whole response", () => {
    const { booking, give, world } = saidWorld();
    const before = digestOf(world.db);
    for (const value of [0, 4, 1.5])
      expect(() => give(booking, "T0", { answers: [{ itemId: "item-case", value }] })).toThrow(
        "off its scale",
      );
    expect(() => give(booking, "T0", { answers: [{ itemId: "item-words", value: 1 }] })).toThrow(
      "off its scale",
    );
    expect(digestOf(world.db)).toBe(before);
  });

  test("the manager's leave can be taken back at T3, and left unsaid it stays", () => {
    const { booking, give, takeRegister, rows } = saidWorld();
    takeRegister();
    give(booking, "T2", { managerMayBeAsked: true });
    give(booking, "T3", { managerMayBeAsked: false });
    expect(rows().respondents).toMatchObject([{ managerMayBeAsked: false }]);
    expect(give(booking, "M")).toEqual({ ok: false, reason: "not asked" });
    const again = saidWorld();
    again.takeRegister();
    again.give(again.booking, "T2", { managerMayBeAsked: true });
    again.give(again.booking, "T3");
    expect(again.rows().respondents).toMatchObject([{ managerMayBeAsked: true }]);
  });
});

describe("which questions", () => {
  /** The course's own questions at T2 as well, and a newer version of the core ones. */
  function versions() {
    const said = saidWorld();
    const { db, tables } = said;
    const own = {
      id: "own",
      stage: "T2",
      courseId: "course",
      version: 1,
      title: "Own",
      introduction: "",
    } as const;
    const newer = {
      id: "newer",
      stage: "T2",
      version: 2,
      title: "Newer",
      introduction: "",
      publishedAt: 1,
    } as const;
    const draft = { ...newer, id: "draft", version: 3, publishedAt: null };
    const item = { version: 1, kind: "confidence", lowest: 0, highest: 10, wording: "?" } as const;
    db.insert(tables.items)
      .values([
        { ...item, id: "item-own", slug: "own", courseId: "course" },
        { ...item, id: "item-was", slug: "was", kind: "recalled", recallsItemId: "item-act" },
      ])
      .run();
    db.insert(tables.instruments)
      .values([{ ...own, publishedAt: 1 }, newer, draft])
      .run();
    db.insert(tables.instrumentItems)
      .values([
        { instrumentId: "own", itemId: "item-own", position: 1 },
        { instrumentId: "newer", itemId: "item-act", position: 1 },
        { instrumentId: "newer", itemId: "item-was", position: 2 },
      ])
      .run();
    said.takeRegister();
    said.clock.set(said.when.T2);
    return said;
  }
  const slugs = (items: { slug: string }[]) => items.map(({ slug }) => slug);

  test("the newest published, the course's own after the core; what they recall only where the course wishes", () => {
    const { world, db, tables } = versions();
    const asked = readInstrument(world, "T2", "course");
    expect(asked).toMatchObject({ id: "newer", courseInstrumentId: "own", title: "Newer" });
    expect(slugs(asked.items)).toEqual(["act", "own"]);
    expect(asked.items.map(({ ofCourse }) => ofCourse)).toEqual([false, true]);
    db.update(tables.courseEvaluations).set({ recall: true }).run();
    expect(slugs(readInstrument(world, "T2", "course").items)).toEqual(["act", "was", "own"]);
    expect(readInstrument(world, "T2", "another")).toMatchObject({ id: "newer", courseInstrumentId: null });
  });

  test("no option tells whether it is right", () => {
    const { world } = versions();
    expect(JSON.stringify(readInstrument(world, "T0", "course"))).not.toContain("right");
  });

  test("a form that showed older versions is kept as an answer to those", () => {
    const { world, booking, rows } = versions();
    const shown = { id: "instrument-T2", courseInstrumentId: null };
    expect(slugs(readInstrument(world, "T2", "course", shown).items)).toEqual([
      "recognise",
      "act",
      "case",
      "words",
    ]);
    recordResponse(
      world.stranger,
      { bookingId: booking, stage: "T2" },
      given({ recognise: 4, own: 9 }),
      shown,
    );
    expect(rows().responses).toMatchObject([
      { instrumentId: "instrument-T2", courseInstrumentId: null, confidence: 4 },
    ]);
    expect(rows().answers).toMatchObject([{ itemId: "item-recognise", value: 4 }]);
  });

  test("the newest counts where a form names a draft, another stage's, another course's, or none", () => {
    const { world, booking, rows } = versions();
    for (const id of ["draft", "instrument-T0", "own", "nothing"])
      expect(readInstrument(world, "T2", "course", { id, courseInstrumentId: "own" })).toMatchObject({
        id: "newer",
        courseInstrumentId: "own",
      });
    recordResponse(
      world.stranger,
      { bookingId: booking, stage: "T2" },
      given({ recognise: 4, act: 6, own: 9 }),
      {
        ...{ id: "draft", courseInstrumentId: null },
      },
    );
    expect(rows().responses).toMatchObject([
      { instrumentId: "newer", courseInstrumentId: "own", confidence: 6 },
    ]);
    expect(rows().answers.map(({ itemId }) => itemId)).toEqual(["item-act", "item-own"]);
  });
});

test("a learner is never asked for what their line manager is asked", () => {
  const { world, booking, learner, answerAll, clock, when } = saidWorld();
  answerAll(booking, ["T0", "T1", "T2", "T3"]);
  clock.set(when.M);
  expect(listOwed(world, learner)).toEqual([]);
});

test("respondentOf makes one only when told to, and one is all there is", () => {
  const world = makeWorld();
  const bookingId = world.book(world.session(), world.person({ agencyId: "health" }));
  expect(respondentOf(world, bookingId)).toBeNull();
  const id = respondentOf(world.asSystem, bookingId, { make: true });
  expect(respondentOf(world.asSystem, bookingId, { make: true })).toBe(id);
  expect(respondentOf(world, bookingId)).toBe(id);
  expect(world.db.select().from(world.tables.respondents).all()).toMatchObject([{ agencyId: "health" }]);
});
