// How someone stands with a requirement: records, the table of answers, how answers age, and the boundary days.
import { describe, expect, it } from "vitest";
import { lastTrainedAnswers, type NeedStatus, type Said } from "~/domain/needs/needs";
import { needStatus } from "~/domain/needs/rules";
import { addDays } from "~/shared/civil-time";

const nothing = { trainedOn: null, said: null };
const trained = (trainedOn: string) => ({ trainedOn, said: null });
const said = (lastTrained: Said["lastTrained"], on = "2026-06-15") => ({
  trainedOn: null,
  said: { lastTrained, on },
});

describe("a record here", () => {
  it("holds through its renewal day and has run out the day after", () => {
    expect(needStatus(36, trained("2024-03-12"), "2027-03-12")).toEqual({
      kind: "held",
      trainedOn: "2024-03-12",
      until: "2027-03-12",
    });
    expect(needStatus(36, trained("2024-03-12"), "2027-03-13")).toEqual({
      kind: "gap",
      because: "ran out",
      until: "2027-03-12",
    });
  });

  it("holds on the very day of the training", () => {
    expect(needStatus(1, trained("2026-06-15"), "2026-06-15").kind).toBe("held");
  });

  it("for ever where once is enough", () => {
    expect(needStatus(null, trained("1999-01-01"), "2099-01-01")).toEqual({
      kind: "held",
      trainedOn: "1999-01-01",
      until: null,
    });
  });

  it.each([
    ["a leap day, renewed in a year without one", "2024-02-29", 12, "2025-02-28"],
    ["a leap day, renewed in a year with one", "2024-02-29", 48, "2028-02-29"],
    ["28 February before a leap day", "2023-02-28", 12, "2024-02-28"],
    ["the last day of a longer month", "2026-08-31", 6, "2027-02-28"],
  ])("%s", (_, trainedOn, months, until) => {
    expect(needStatus(months, trained(trainedOn), until)).toMatchObject({ kind: "held", until });
    expect(needStatus(months, trained(trainedOn), addDays(until, 1)).kind).toBe("gap");
  });
});

describe("an answer without a record, on the day it is given", () => {
  it.each<[number | null, ...NeedStatus["kind"][]]>([
    [6, "unknown", "gap", "gap"],
    [11, "unknown", "gap", "gap"],
    [12, "reported", "gap", "gap"],
    [13, "reported", "unknown", "gap"],
    [24, "reported", "unknown", "gap"],
    [35, "reported", "unknown", "gap"],
    [36, "reported", "reported", "gap"],
    [37, "reported", "reported", "unknown"],
    [60, "reported", "reported", "unknown"],
    [null, "reported", "reported", "reported"],
  ])("renewed every %s months", (months, withinAYear, oneToThree, overThree) => {
    const kindOf = (answer: Said["lastTrained"]) => needStatus(months, said(answer), "2026-06-15").kind;
    expect(kindOf("within a year")).toBe(withinAYear);
    expect(kindOf("one to three years ago")).toBe(oneToThree);
    expect(kindOf("over three years ago")).toBe(overThree);
    expect(kindOf("never")).toBe("gap");
    expect(kindOf("not sure")).toBe("unknown");
  });

  it("is the same on a leap day", () => {
    expect(needStatus(36, said("one to three years ago", "2024-02-29"), "2024-02-29").kind).toBe("reported");
    expect(needStatus(12, said("one to three years ago", "2024-02-29"), "2024-02-29").kind).toBe("gap");
  });

  it("nothing said is not known", () => {
    expect(needStatus(36, nothing, "2026-06-15")).toEqual({ kind: "unknown", because: "nothing said" });
  });
});

describe("an answer ages", () => {
  const kindOn = (months: number, answer: Said["lastTrained"], on: string) =>
    needStatus(months, said(answer), on).kind;

  it("within a year, every three years: in date for two, then not known, out of date after three", () => {
    expect(kindOn(36, "within a year", "2028-06-15")).toBe("reported");
    expect(kindOn(36, "within a year", "2028-06-16")).toBe("unknown");
    expect(kindOn(36, "within a year", "2029-06-15")).toBe("unknown");
    expect(kindOn(36, "within a year", "2029-06-16")).toBe("gap");
  });

  it("within a year, every year: taken at its word for six months", () => {
    expect(kindOn(12, "within a year", "2026-12-15")).toBe("reported");
    expect(kindOn(12, "within a year", "2026-12-16")).toBe("unknown");
    expect(kindOn(12, "within a year", "2027-06-16")).toBe("gap");
  });

  it("never stays never, and once is enough stays enough", () => {
    expect(needStatus(null, said("never"), "2046-06-15")).toMatchObject({ because: "said never" });
    expect(needStatus(null, said("over three years ago"), "2046-06-15").kind).toBe("reported");
  });
});

describe("a record and an answer", () => {
  const both = (trainedOn: string, answer: Said["lastTrained"], on: string) => ({
    trainedOn,
    said: { lastTrained: answer, on },
  });

  it("a record in date is held, whatever they say", () => {
    for (const answer of lastTrainedAnswers) {
      expect(needStatus(36, both("2025-01-10", answer, "2026-06-15"), "2026-06-15").kind).toBe("held");
    }
  });

  it("newer training said after a record ran out is reported", () => {
    const known = both("2020-01-10", "within a year", "2026-06-01");
    expect(needStatus(36, known, "2026-06-15")).toMatchObject({ kind: "reported", saidOn: "2026-06-01" });
  });

  it("an answer older than the record tells nothing", () => {
    const known = both("2023-01-10", "within a year", "2022-12-01");
    expect(needStatus(36, known, "2026-06-15")).toMatchObject({ kind: "gap", because: "ran out" });
  });

  it("an answer that the record itself explains tells nothing new", () => {
    // Trained here in January, asked in June of the same year: within a year is that very training.
    const known = both("2026-01-10", "within a year", "2026-06-15");
    expect(needStatus(6, known, "2026-08-01")).toMatchObject({ kind: "gap", because: "ran out" });
    const yearly = both("2025-07-01", "within a year", "2026-06-15");
    expect(needStatus(12, yearly, "2026-07-02")).toMatchObject({ kind: "gap", because: "ran out" });
  });

  it("not sure, or an answer that settles nothing, leaves the gap that the record shows", () => {
    for (const answer of ["not sure", "never", "over three years ago"] as const) {
      expect(needStatus(36, both("2020-01-10", answer, "2026-06-01"), "2026-06-15")).toMatchObject({
        because: "ran out",
      });
    }
    expect(
      needStatus(24, both("2020-01-10", "one to three years ago", "2026-06-01"), "2026-06-15").kind,
    ).toBe("gap");
  });
});
