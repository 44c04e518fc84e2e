// What is read out of an evaluation's form beside numbers: options, words, commitments, what became of them, a leave.
import { describe, expect, test } from "vitest";
import {
  commitmentField,
  fieldOf,
  followUpField,
  type Given,
  instrumentIdsIn,
  lineManagerField,
  quoteFieldOf,
  readAnswers,
  type Stage,
} from "~/domain/evaluations/evaluations";
import { readInstrument } from "~/domain/evaluations/evaluations.server";
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
      expect(givenBy(stage, { [lineManagerField]: "yes" }).managerMayBeAsked).toBe(true);
      expect(givenBy(stage, { [lineManagerField]: "no" }).managerMayBeAsked).toBe(false);
      expect(givenBy(stage, {}).managerMayBeAsked).toBeNull();
    }
    expect(givenBy("M", { [lineManagerField]: "yes" }).managerMayBeAsked).toBeNull();
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
