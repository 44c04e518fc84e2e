// What is kept of a response beside numbers, and to which version of the questions it counts.
import { describe, expect, test } from "vitest";
import {
  listOwed,
  readInstrument,
  recordResponse,
  respondentOf,
} from "~/domain/evaluations/evaluations.server";
import { given, makeWorld } from "../../support/world";
import { digestOf, watch } from "../support-check/ledger";
import { saidWorld } from "./said-world";

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
