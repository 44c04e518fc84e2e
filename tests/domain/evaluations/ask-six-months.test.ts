// Letters six months after the training, of courses that want it.
import { describe, expect, it } from "vitest";
import { askedWorld } from "./asked-world";

describe("six months later", () => {
  it("is asked of courses that want it: one letter and one that reminds", () => {
    const { askAt, letters, learner } = askedWorld({ sixMonths: true });
    for (const day of ["2027-05-16", "2027-05-17", "2027-05-30", "2027-05-31", "2027-06-20", "2027-07-16"])
      askAt(day);
    expect(letters().filter((one) => one.startsWith("T4"))).toEqual([`T4 0 ${learner}`, `T4 1 ${learner}`]);
  });

  it("is not asked of any other", () => {
    const { askAt, letters } = askedWorld();
    askAt("2027-05-17");
    expect(letters()).toEqual([]);
  });
});
