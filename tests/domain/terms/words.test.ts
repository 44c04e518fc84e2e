// Terms in plain sentences: what they say of published numbers, and that they stay short whatever is set.
import { describe, expect, test } from "vitest";
import { freeToCancelInWords, startingRules, type TermsRules, termsInWords } from "~/domain/terms/terms";
import { lastDayToCancelFree } from "~/domain/terms/terms.server";
import { instantOf } from "~/shared/civil-time";
import { published } from "./published-terms";

const said = (rules: TermsRules, about: string) =>
  termsInWords(rules)
    .filter((part) => part.about === about)
    .flatMap(({ sentences }) => sentences)
    .join(" ");

test("the starting rules, in full", () => {
  expect(
    termsInWords(startingRules).map(({ heading, sentences }) => [heading, ...sentences].join(" ")),
  ).toEqual([
    "Cancelling Cancelling is free with at least 3 full working days’ notice. The day you cancel and the day of the session do not count. Nor do weekends and bank holidays in England. With less notice, the full rate is charged to your agency. Moving to another session counts as cancelling.",
    "Not coming Not coming without cancelling costs the full rate.",
    "What it costs The rate is £25 for a half day and £50 for a full day. Up to 4 hours of taught time is a half day. A session is charged once, however many days it has.",
    "Waiting list A free place goes to whoever has waited longest. An offer of a place is open for 24 hours. One offer is open for each free place. Places are set aside for a group at the head of the queue for 72 hours. After that its people wait one by one.",
    "Approval Where a course asks for approval, there are 3 working days to give it. No answer counts as declined.",
    "Reserved places Places kept for an agency go back to everyone 10 working days before the session.",
  ]);
});

test("steps, graces, other rates, exemptions and the board's own words", () => {
  expect(said(published.ssscb, "cancelling")).toContain(
    "at least 28 days’ notice. Every day counts, weekends and bank holidays too. With less notice, 50% of the rate is charged to your agency. With less than 14 days’ notice it is the full rate.",
  );
  expect(said(published.ssscb, "not coming")).toContain(
    "Coming more than 15 minutes late to a full day counts as not coming. Leaving early counts as not coming.",
  );
  expect(said(published.salford, "not coming")).toContain(
    "Coming late to online training counts as not coming.",
  );
  expect(said(published.salford, "rates")).toBe("The rate is £50. Each day of a session is charged.");
  expect(said(published.wirral, "rates")).toContain(
    "For agencies of the kind “schools” it is £120 for a half day and £240 for a full day.",
  );
  expect(said(published.leeds, "rates")).toContain(
    "not charged for cancelling late: partner and small third sector. They are charged for not coming.",
  );
  expect(said(published.teeswide, "also")).toContain("such as an interpreter’s");
  expect(said(published.jersey, "cancelling")).toBe("Cancelling is free until the session starts.");
  expect(said(published.jersey, "rates")).toBe("Nothing is charged.");
  const hours: TermsRules = {
    ...startingRules,
    notice: { unit: "hours", tiers: [{ under: 1, percent: 50 }] },
    waiting: { policy: "needs first", offerHours: 1, offersAtOnce: 1, groupHours: 1 },
  };
  expect(said(hours, "cancelling")).toContain("at least 1 hour’s notice");
  expect(said(hours, "waiting")).toContain("No more than 1 offer is open at a time");
});

describe.each(Object.entries(published))("%s", (_name, rules) => {
  test("is said in sentences of 25 words at most", () => {
    for (const { sentences } of termsInWords(rules))
      for (const sentence of sentences.flatMap((one) => one.split(/(?<=\.)\s/)))
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(25);
  });
});

test("until when cancelling is free: the end of a day, or a time, and that it is over", () => {
  const startsAt = instantOf("2026-11-20", "09:30");
  const last = lastDayToCancelFree(startingRules, startsAt);
  expect(freeToCancelInWords(last, instantOf("2026-11-16", "23:59"))).toBe(
    "Cancelling is free until the end of Monday 16 November 2026.",
  );
  expect(freeToCancelInWords(last, instantOf("2026-11-17", "00:00"))).toBe(
    "Cancelling was free until the end of Monday 16 November 2026.",
  );
  const hours = { notice: { unit: "hours" as const, tiers: [{ under: 72, percent: 100 }] } };
  expect(freeToCancelInWords(lastDayToCancelFree(hours, startsAt), 0)).toBe(
    "Cancelling is free until Tuesday 17 November 2026 at 9:30am.",
  );
  expect(freeToCancelInWords(null, startsAt)).toBe("Cancelling is free until the session starts.");
});
