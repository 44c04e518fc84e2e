// What may be quoted: by whom, of how many, and only what they wrote.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultInQuote, quotability } from "~/domain/evaluations/comments/comment-rules";

describe("whether words may be quoted at all", () => {
  it.each([
    ["yes", { kind: "end", quotable: true, answered: 5 }],
    ["too few", { kind: "end", quotable: true, answered: 4 }],
    ["too few", { kind: "commitment", quotable: true, answered: 0 }],
    ["not agreed", { kind: "weeks later", quotable: false, answered: 50 }],
    ["a manager's words", { kind: "manager", quotable: true, answered: 50 }],
  ] as const)("%s: %o", (answer, words) => {
    expect(quotability(words)).toBe(answer);
  });
});

const written = "I told Ann Lee at Hill School about it. She rang the family, and it helped.";

describe("a quote only takes words out", () => {
  it.each([
    ["all of it", written],
    [
      "with a name replaced",
      "I told [a colleague] at [a school] about it. She rang the family, and it helped.",
    ],
    ["its end alone, with a capital", "It helped."],
    ["other quotation marks, line breaks and full stops", "“She rang the family” …\n\nand it helped!"],
  ])("%s", (_, quote) => {
    expect(faultInQuote(written, quote)).toBeNull();
  });

  it.each([
    ["a word that is not theirs", "It helped a lot.", "words put in"],
    ["their words in another order", "It helped. She rang the family.", "words put in"],
    ["a word longer than theirs", "It helped familywide", "words put in"],
    [
      "a sentence in brackets",
      "It helped [and the whole family was very pleased with all of us]",
      "words put in",
    ],
    ["brackets that do not close", "She rang [my colleague", "words put in"],
    ["nothing", "  ", "nothing left"],
    ["brackets alone", "[A learner said that it helped]", "nothing left"],
    ["more than may be", `${"it helped ".repeat(250)}`, "too long"],
  ] as const)("never %s", (_, quote, fault) => {
    expect(faultInQuote(written, quote)).toBe(fault);
  });

  it.each([
    "Write to ann.lee@school.example",
    "Ring 01632 960 123",
    "Case 20261117",
    "Born 03/04/2015",
    "Ring them [01632 960123]",
  ])("and points at nobody: %s", (quote) => {
    expect(faultInQuote(quote, quote)).toBe("points at somebody");
  });

  it("apostrophes are one sign, and letters of any script are words", () => {
    expect(faultInQuote("I don't, Łukasz did", "I don’t")).toBeNull();
    expect(faultInQuote("王小明 說 很好", "很好")).toBeNull();
    expect(faultInQuote("王小明 說 很好", "很壞")).toBe("words put in");
  });

  it("whatever words are taken out, the rest may be quoted; whatever word is put in, it may not", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.boolean()), { minLength: 1 }), (words) => {
        const original = words.map(([one]) => one).join(" ");
        const kept = words.filter(([, keep]) => keep).map(([one]) => one);
        if (kept.length === 0) return;
        expect(faultInQuote(original, kept.join(" "))).toBeNull();
        expect(faultInQuote(original, [...kept, "UNSAID9"].join(" "))).toBe("words put in");
      }),
    );
  });
});
