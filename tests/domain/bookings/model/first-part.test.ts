// A quarter of the ten thousand plans of the model; the other parts are beside it, so that they can run at once.
import { expect, test } from "vitest";
import { deedNames } from "./deeds";
import { playQuarter } from "./play";

test("whatever happens in whatever order, places, turns, history and messages keep their promises: first part", () => {
  const done = playQuarter();
  // A deed that was never done would have proved nothing.
  expect(deedNames.filter((name) => !done.has(name))).toEqual([]);
}, 600_000);
