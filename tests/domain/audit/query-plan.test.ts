// The trail grows for years: no search may read all of it, whatever the filter.
import { expect, test } from "vitest";
import { recordView, searchAudit } from "~/domain/audit/audit.server";
import type { World } from "../../support/world";
import { makeWorld } from "../../support/world";

/** How SQLite goes about each query on the trail that `work` runs. */
function plansOf({ db }: World, work: () => void): string[][] {
  const { prepare } = db.$client;
  const asked = new Set<string>();
  db.$client.prepare = function (this: typeof db.$client, query: string) {
    asked.add(query);
    return prepare.call(this, query);
  } as typeof prepare;
  work();
  db.$client.prepare = prepare;
  return [...asked].filter((query) => /from "audit_entries"/.test(query)).map((query) => planOf(db, query));
}

function planOf(db: World["db"], query: string): string[] {
  const blanks = (query.match(/\?/g) ?? []).map(() => null);
  const steps = db.$client.prepare(`explain query plan ${query}`).all(...blanks) as { detail: string }[];
  return steps.map((step) => step.detail);
}

const search = (filter: Parameters<typeof searchAudit>[1]) => (world: World) => {
  world.person({ name: "Ann" });
  searchAudit(world.as(world.coordinator), filter);
};

test.each([
  ["nothing", search({}), ["time"], true],
  ["days", search({ from: "2026-01-01", to: "2026-01-31" }), ["time"], true],
  ["who", search({ who: "ann" }), ["actor", "person"], true],
  ["a person", search({ personId: "p" }), ["actor", "person"], true],
  ["a person and a deed", search({ personId: "p", actions: ["audit.exported"] }), ["actor", "person"], true],
  ["deeds", search({ actions: ["audit.exported", "accounts.viewed"], to: "2026-01-01" }), ["action"], true],
  ["a subject", search({ subject: { kind: "session", id: "s" } }), ["subject"], false],
  [
    "all at once",
    search({ subject: { kind: "session", id: "s" }, who: "ann", from: "2026-01-01" }),
    ["subject"],
    false,
  ],
  [
    "a look",
    (world: World) => recordView(world.as(world.coordinator), world.person()),
    ["(person|actor)"],
    true,
  ],
] as const)("searched by %s, an index leads to the entries", (_, work, indexes, inOrder) => {
  const world = makeWorld();
  const plans = plansOf(world, () => work(world));
  expect(plans.length).toBeGreaterThan(0);
  const ways = plans.map((plan) => plan.filter((step) => /audit_entries/.test(step)).join("; "));
  const index = new RegExp(
    `^SEARCH audit_entries USING (COVERING )?INDEX audit_entries_by_(${indexes.join("|")}) \\(`,
  );
  for (const way of ways) expect(way).toMatch(index);
  for (const name of indexes) expect(ways.join("\n")).toMatch(new RegExp(`audit_entries_by_${name}`));
  // One subject has few entries; any other way finds them in their order, or a page would cost as much as all of them.
  if (inOrder) expect(plans.flat().filter((step) => /TEMP B-TREE/.test(step))).toEqual([]);
});

test("an entry that a page follows is found by its number", () => {
  const world = makeWorld();
  world.session();
  const plans = plansOf(world, () => search({ before: 1 })(world)).flat();
  expect(plans).toContain("SEARCH audit_entries USING INTEGER PRIMARY KEY (rowid=?)");
});

test("control: a search without an index, and one out of order, would be noticed", () => {
  const { db } = makeWorld();
  expect(planOf(db, 'select * from "audit_entries" where screen = ?')).toEqual(["SCAN audit_entries"]);
  expect(planOf(db, 'select * from "audit_entries" where at > ? order by screen')).toContain(
    "USE TEMP B-TREE FOR ORDER BY",
  );
});
