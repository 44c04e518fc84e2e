// The secret in an evaluation's address: what this service signed opens one booking at one stage, all else nothing.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluationToken, readEvaluationToken } from "~/domain/evaluations/evaluations.server";

const secret = "a secret for tests, long enough to be one";
const key = { bookingId: "0190a000-0000-7000-8000-000000000001", stage: "T2" } as const;
const token = evaluationToken(secret, key);
const [bookingId = "", stage = "", signature = ""] = token.split("~");

test("a token opens the booking and stage that it was made for, and is the same each time", () => {
  expect(readEvaluationToken(secret, token)).toEqual(key);
  expect(evaluationToken(secret, key)).toBe(token);
  expect(encodeURIComponent(token)).toBe(token);
});

test("the signature has 128 bits", () => {
  expect(Buffer.from(signature, "base64url")).toHaveLength(16);
});

describe("opens nothing:", () => {
  test.each([
    ["no token", ""],
    ["only separators", "~~"],
    ["no signature", `${bookingId}~${stage}`],
    ["an empty signature", `${bookingId}~${stage}~`],
    ["half a signature", `${bookingId}~${stage}~${signature.slice(0, 11)}`],
    ["a longer signature", `${token}A`],
    ["something after the signature", `${token}~`],
    ["another part after the signature", `${token}~T0`],
    ["the other stage", `${bookingId}~T0~${signature}`],
    ["a stage that does not exist", `${bookingId}~T9~${signature}`],
    ["a stage in other letters", `${bookingId}~t2~${signature}`],
    ["another booking", `${bookingId.replace(/1$/, "2")}~${stage}~${signature}`],
    ["no booking", `~${stage}~${signature}`],
    ["a space before", ` ${token}`],
    ["a space after", `${token} `],
    ["a signature in other letters", `${bookingId}~${stage}~${signature.toLowerCase()}`],
    ["a signature with padding", `${token}==`],
    ["a token that another secret signed", evaluationToken("another secret, long enough to be one", key)],
  ])("%s", (_, altered) => {
    expect(altered).not.toBe(token);
    expect(readEvaluationToken(secret, altered)).toBeNull();
  });

  test("any text but the token itself, and the token with any one letter changed", () => {
    fc.assert(
      fc.property(
        fc.nat(token.length - 1),
        fc.string({ minLength: 1, maxLength: 1 }),
        fc.string(),
        (at, letter, text) => {
          const altered = token.slice(0, at) + letter + token.slice(at + 1);
          if (altered !== token) expect(readEvaluationToken(secret, altered)).toBeNull();
          expect(readEvaluationToken(secret, text)).toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });
});
