// A quarter of the ten thousand plans; the other parts are beside it, so that they can run at once.
import { expect, test } from "vitest";
import { playMany } from "./play";

test("whatever happens in whatever order, places, turns, history and messages keep their promises: part one", () => {
  const done = playMany(Number(process.env.MODEL_RUNS ?? 2500));
  console.log(done, process.cpuUsage());
  expect(done.size).toBeGreaterThan(0);
}, 600_000);
