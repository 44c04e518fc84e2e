// The domain has no clock, no timer and no chance of its own: they come with the context.
import ts from "typescript";
import type { Rule } from "../rule";
import { lineOf, nodesOf } from "../source";

const domain = /^app\/domain\//;
/** Read the time or chance whenever they are called. */
const calls = new Set([
  "Date.now",
  "performance.now",
  "process.hrtime",
  "process.hrtime.bigint",
  "Math.random",
  "AbortSignal.timeout",
  "DateTime.now",
]);
/** Read the time when nothing is given to them. */
const emptyCalls = new Set(["Date", "DateTime.local", "DateTime.utc", "Settings.now"]);
const timers = new Set(["setTimeout", "setInterval", "setImmediate", "queueMicrotask"]);
const chance = new Set([
  "randomUUID",
  "randomBytes",
  "randomInt",
  "randomFill",
  "randomFillSync",
  "getRandomValues",
  "webcrypto",
]);
/** Packages and parts of the house that would bring them in by another door. */
const bringers = /^(uuid|nanoid|node:timers(\/promises)?|timers)$/;
const theMachines = new Set(["systemClock", "systemIds"]);

function problemOf(node: ts.Node): string | null {
  if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length)
    return "reads the clock: new Date()";
  if (ts.isCallExpression(node)) {
    const called = node.expression.getText();
    const last = called.split(".").at(-1) ?? "";
    if (calls.has(called)) return `reads ${called}()`;
    if (emptyCalls.has(called) && node.arguments.length === 0) return `reads the clock: ${called}()`;
    if (timers.has(last)) return `sets a timer: ${called}`;
    if (chance.has(last)) return `leaves something to chance: ${called}`;
  }
  // Passed on rather than called: `const now = Date.now`.
  if (ts.isPropertyAccessExpression(node) && calls.has(node.getText()) && !ts.isCallExpression(node.parent))
    return `passes on ${node.getText()}`;
  return null;
}

export const noClockNoChance: Rule = {
  name: "the domain has no clock, no timer and no chance of its own",
  check: (sources) =>
    sources
      .filter(({ path }) => domain.test(path))
      .flatMap((source) => [
        ...source.imports.flatMap(({ from, names, line, typeOnly }) => {
          if (typeOnly) return [];
          const bad = names.filter(
            ({ there }) => (from === "node:crypto" && chance.has(there)) || theMachines.has(there),
          );
          if (bringers.test(from)) return [{ path: source.path, line, problem: `imports ${from}` }];
          return bad.map(({ there }) => ({
            path: source.path,
            line,
            problem: `imports ${there} from ${from}`,
          }));
        }),
        ...[...nodesOf(source.tree)].flatMap((node) => {
          const problem = problemOf(node);
          return problem === null ? [] : [{ path: source.path, line: lineOf(node), problem }];
        }),
      ]),
  control: {
    sound: {
      "app/domain/sessions/rules.ts":
        'import { DateTime } from "luxon"; import { createHash } from "node:crypto"; import type { Clock } from "~/shared/clock"; const at = new Date(0); const day = DateTime.fromMillis(ctx.clock.now()); const utc = DateTime.utc(2026, 11, 3);',
      "app/shared/clock.ts": "export const systemClock = { now: () => Date.now() };",
    },
    broken: [
      ["app/domain/sessions/broken.ts", "const now = Date.now();"],
      ["app/domain/sessions/broken.ts", "const now = Date.now;"],
      ["app/domain/sessions/broken.ts", "const now = new Date();"],
      ["app/domain/sessions/broken.ts", "const now = new Date;"],
      ["app/domain/sessions/broken.ts", 'import { DateTime } from "luxon"; const now = DateTime.utc();'],
      [
        "app/domain/sessions/broken.ts",
        'import { DateTime } from "luxon"; const now = DateTime.now().toMillis();',
      ],
      ["app/domain/sessions/broken.ts", "const lot = Math.floor(Math.random() * 6);"],
      ["app/domain/sessions/broken.ts", 'import { randomUUID } from "node:crypto";'],
      ["app/domain/sessions/broken.ts", "const id = crypto.randomUUID();"],
      ["app/domain/sessions/broken.ts", 'import { v7 } from "uuid";'],
      ["app/domain/sessions/broken.ts", 'import { systemClock } from "~/shared/clock";'],
      ["app/domain/sessions/broken.ts", "setTimeout(() => send(), 1000);"],
      ["app/domain/sessions/broken.ts", 'import { setTimeout as pause } from "node:timers/promises";'],
      ["app/domain/sessions/broken.ts", "fetch(url, { signal: AbortSignal.timeout(1000) });"],
    ],
  },
};
