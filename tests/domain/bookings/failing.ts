// Makes one statement of a command fail, each in turn, and shows that nothing of the command remains.
import { expect } from "vitest";
import type { World } from "../../support/world";
import { digestOf } from "../support-check/ledger";

type Execute = (this: { source: string }, ...given: unknown[]) => unknown;
const methods = ["run", "get", "all"] as const;
type Statements = Record<(typeof methods)[number], Execute>;

const diskFull = new Error("The disk is full.");

/** Does the work with the statement after the first `working` failing, if it gets that far. */
function failingAfter(
  world: World,
  working: number,
  work: () => unknown,
): { failed: boolean; result: unknown } {
  // Every statement of every database shares this prototype, BEGIN and COMMIT included.
  const statements: Statements = Object.getPrototypeOf(world.db.$client.prepare("select 1"));
  const genuine = { run: statements.run, get: statements.get, all: statements.all };
  let ran = 0;
  for (const method of methods) {
    statements[method] = function (...given) {
      // Taking back is not a step of the command.
      if (!/^rollback/i.test(this.source)) ran += 1;
      if (ran === working + 1) {
        ran += 1;
        throw diskFull;
      }
      return genuine[method].apply(this, given);
    };
  }
  try {
    return { failed: false, result: work() };
  } catch (problem) {
    if (problem === diskFull) return { failed: true, result: null };
    throw problem;
  } finally {
    Object.assign(statements, genuine);
  }
}

/**
 * Whichever statement fails, the database is as it was; once none does, the command works.
 * @returns after how many statements the command left something behind, or null if it never did
 */
export function leavesSomethingBehind(
  world: World,
  command: () => unknown,
  fewest: number,
  most = Number.POSITIVE_INFINITY,
): number | null {
  const before = digestOf(world.db);
  let working = 0;
  for (; working < most; working += 1) {
    const { failed, result } = failingAfter(world, working, command);
    if (!failed) {
      expect(result).toMatchObject({ ok: true });
      break;
    }
    if (digestOf(world.db) !== before) return working;
  }
  expect(working).toBeGreaterThanOrEqual(fewest);
  expect(digestOf(world.db)).not.toBe(before);
  expect(world.db.$client.inTransaction).toBe(false);
  return null;
}
