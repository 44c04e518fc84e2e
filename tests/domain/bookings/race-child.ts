// One of the processes that race for the last places: books for a list of people as soon as the starting shot falls.
import { openDatabase } from "db/client";
import { bookPlace } from "~/domain/bookings/bookings.server";
import type { Actor } from "~/domain/context";
import { fixedClock } from "~/shared/clock";
import { systemIds } from "~/shared/ids";

export type Order = {
  path: string;
  sessionId: string;
  people: string[];
  /** What each would do without a place. */
  ifFull: "wait" | "refuse";
  /** The instant that stands in the bookings. */
  now: number;
  /** By the machine's clock: when all processes begin. */
  startAt: number;
  /** False takes the lock away: the same command runs without a transaction. */
  locked: boolean;
};

export type Report = { answers: string[]; problems: string[]; synchronous: unknown };

function race({ path, sessionId, people, ifFull, now, startAt, locked }: Order): Report {
  const db = openDatabase(path);
  const { $client } = db;
  // A database that says it is already in a transaction makes `transact` join one that is not there.
  if (!locked) db.$client = Object.create($client, { inTransaction: { get: () => true } });
  const report: Report = {
    answers: [],
    problems: [],
    synchronous: $client.pragma("synchronous", { simple: true }),
  };
  const pause = new Int32Array(new SharedArrayBuffer(4));
  Atomics.wait(pause, 0, 0, Math.max(0, startAt - Date.now()));
  for (const personId of people) {
    const actor: Actor = { kind: "person", personId, agencyId: "police", roles: new Set() };
    const ctx = { db, clock: fixedClock(now), ids: systemIds, actor, screen: "race" };
    try {
      const result = bookPlace(ctx, { sessionId, personId, ifFull });
      report.answers.push(result.ok ? result.value.state : result.reason);
    } catch (problem) {
      report.problems.push(String(problem));
    }
  }
  $client.close();
  return report;
}

process.on("message", (order: Order) => process.send?.(race(order)));
process.on("disconnect", () => process.exit(0));
process.send?.("ready");
