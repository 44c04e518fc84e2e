// The impact report over a million responses, and the engine on 400 pairs: each against what it may take, and the first
// report also against a bare SQL pass over the rows that it tells of.
import type { Db } from "db/client";
import { openDatabase } from "db/client";
import { type Context, system } from "~/domain/context";
import { refreshFigures } from "~/domain/impact/impact.server";
import { followUpResult } from "~/domain/impact/measures/follow-up";
import { matchPairs } from "~/domain/impact/measures/matched-pairs";
import { pairedResult } from "~/domain/impact/measures/paired";
import { signedRankTest } from "~/domain/impact/measures/wilcoxon";
import { readReport } from "~/domain/impact/report.server";
import { fixedClock } from "~/shared/clock";
import { systemIds } from "~/shared/ids";
import { type Figure, middleOf } from "./figure";
import { afterwards, bigYear, makeMillion } from "./million";

const whole = { kind: "partnership", key: "", name: "A large partnership" } as const;

/** @param path of a file that is made and may be thrown away */
export function impactFigures(path: string, rounds: number): Figure[] {
  console.log("Making a million responses …");
  makeMillion(path);
  const db = openDatabase(path);
  const worker: Context = {
    db,
    clock: fixedClock(afterwards),
    ids: systemIds,
    actor: system,
    screen: "bench",
  };
  console.log("Working out the figures of 5,000 sessions, as the worker does session by session …");
  const [collected] = timed(() => refreshFigures(worker, { all: true }));
  const bare = middle(Array.from({ length: rounds }, () => timed(() => pass(db))[0]));
  const reader: Context = {
    ...worker,
    actor: { kind: "person", personId: "reader", agencyId: "agency-0", roles: new Set(["sdg_member"]) },
  };
  const [first] = timed(() => readReport(reader, whole, bigYear));
  const again = middle(
    Array.from({ length: rounds }, () => timed(() => readReport(reader, whole, bigYear))[0]),
  );
  db.$client.close();
  const engine = middle(Array.from({ length: 20 }, (_, seed) => timed(() => onPairs(seed))[0]));
  return [
    within("The first report over 1,000,000 responses", first, 3000, 1),
    against("The first report ÷ a bare SQL pass over the same rows", first, bare, 1 / 2.5),
    within("The report after the first", again, 300, 1),
    within("The engine on 400 pairs", engine, 5, 1),
    against("All figures from nothing ÷ a bare SQL pass over the same rows", collected, bare, null),
  ];
}

/** Reads every row that the report tells of once, adding up as little as a report could. */
function pass({ $client: sql }: Db): void {
  sql
    .prepare(`select r.session_id, x.stage, count(*), avg(x.confidence), avg(x.scenarios)
      from responses x join respondents r on r.id = x.respondent_id group by r.session_id, x.stage`)
    .all();
  sql.prepare("select count(*), sum(value) from answers").all();
  sql.prepare("select session_id, state, count(*) from bookings group by session_id, state").all();
}

/** Everything that is said of one course's people: change, size, direction, follow-up and the exact rank test. */
function onPairs(seed: number): unknown {
  const people = Array.from({ length: 400 }, (_, i) => {
    const point = (by: number) => ((i + 1) * (by + 2 * seed + 1) * 7919) % 101;
    const pre = point(3) % 10;
    // Nobody stays the same, so that all 400 are ranked.
    const post = (pre + 1 + (point(11) % 9)) % 10;
    return { pre, post, followUp: point(17) % 10 };
  });
  const scale = { min: 0, max: 10 };
  return [pairedResult(people, scale), followUpResult(people), signedRankTest(matchPairs(people).changes)];
}

function timed<T>(work: () => T): [ms: number, T] {
  const start = process.hrtime.bigint();
  const result = work();
  return [Number(process.hrtime.bigint() - start) / 1e6, result];
}

const middle = (times: number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
const inWords = (ms: number) => (ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : `${ms.toFixed(1)} ms`);

/** How many times it could be done in what it may take. */
const within = (name: string, took: number, most: number, aim: number): Figure => ({
  ...middleOf(name, [{ ours: 1 / took, bare: 1 / most }], aim),
  ours: inWords(took),
  bare: `${inWords(most)} at most`,
});
const against = (name: string, took: number, bare: number, aim: number | null): Figure => ({
  ...middleOf(name, [{ ours: 1 / took, bare: 1 / bare }], aim),
  ours: inWords(took),
  bare: inWords(bare),
});
