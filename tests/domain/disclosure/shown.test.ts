// A figure gets its mark in one place; a raw one is not taken where figures are told (the compiler says so).
import { expect, test } from "vitest";
import { isWithheld } from "~/domain/impact/disclosure/limits";
import { type Shown, show } from "~/domain/impact/disclosure/shown";

const told = (figure: Shown<number>) => (isWithheld(figure) ? "withheld" : String(figure));

test("only what has been let through can be told", () => {
  expect(told(show("shown", 5, () => 12))).toBe("12");
  expect(told(show("too few", 5, () => 3))).toBe("withheld");
  expect(told(show("gives a small number back", 5, () => 12))).toBe("withheld");
  // @ts-expect-error a raw number
  told(12);
  // @ts-expect-error a number worked out from one that may be shown
  told(Number(show("shown", 5, () => 12)) - 10);
});

test("what is withheld is not worked out", () => {
  show("too few", 5, () => {
    throw new Error("Nobody may know.");
  });
});
