// Whatever people do, in whatever order: places, queues and history keep their promises. FAST_CHECK_RUNS asks for more.
import fc from "fast-check";
import { test } from "vitest";
import { makeWorld } from "../../support/world";
import { plans } from "./queue-model";
import { carryOut } from "./queue-property";

const numRuns = Number(process.env.FAST_CHECK_RUNS ?? 300);
const perWorld = 500;

test(
  "any sequence of bookings, cancellations, answers, waiting and registers agrees with the model and oversells nothing",
  () => {
    // A database that grows for ever is slow, and tests nothing more.
    for (let left = numRuns; left > 0; left -= perWorld) {
      const world = makeWorld();
      fc.assert(
        fc.property(plans, (plan) => carryOut(world, plan)),
        { numRuns: Math.min(left, perWorld) },
      );
    }
  },
  20_000 + numRuns * 100,
);
