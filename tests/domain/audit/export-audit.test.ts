// Taking entries away as a list: what the search finds, up to a limit, and an entry that says so.
import { expect, test } from "vitest";
import { exportAudit, mostExported } from "~/domain/audit/audit.server";
import { Forbidden } from "~/shared/problems";
import { digestOf, watch } from "../support-check/ledger";
import { trailWorld } from "./trail";

test("gives what the search finds, the newest first, and is an entry itself", () => {
  const world = trailWorld();
  const ann = world.person({ name: "Ann" });
  for (let i = 0; i < 3; i++) world.write("accounts.viewed", { by: ann, about: world.person() });
  world.write("accounts.signed out", { by: ann });
  const added = watch(world);
  const searched = world.search({ actions: ["accounts.viewed"] }).lines;
  const exported = exportAudit(world.reader(), { actions: ["accounts.viewed"] });
  expect(exported).toEqual({ ok: true, value: { lines: searched, cut: false } });
  expect(added().audit).toMatchObject([
    {
      action: "audit.exported",
      actorPersonId: world.coordinator,
      subjectKind: "audit trail",
      aboutPersonId: null,
      detail: { rows: 3 },
    },
  ]);
  expect(added().messages).toEqual([]);
});

test("holds the newest fifty thousand and no more, and says that it was cut", { timeout: 30_000 }, () => {
  const world = trailWorld();
  const append = (count: number) =>
    world.db.$client
      .prepare(
        `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
         insert into audit_entries (at, actor_kind, action, subject_kind, subject_id, screen, detail)
         select 1000 + i / 3, 'system', 'sessions.published', 'session', 's', 'test', '{}' from n`,
      )
      .run(count);
  append(mostExported);
  const all = exportAudit(world.reader(), { actions: ["sessions.published"] });
  expect(all.ok && [all.value.lines.length, all.value.cut]).toEqual([mostExported, false]);
  append(1);
  const cut = exportAudit(world.reader(), { actions: ["sessions.published"] });
  const lines = cut.ok ? cut.value.lines : [];
  expect(cut.ok && [lines.length, cut.value.cut]).toEqual([mostExported, true]);
  const order = lines.map((line) => line.at * 1e6 + line.id);
  expect(order).toEqual([...order].sort((a, b) => b - a));
  expect(new Set(lines.map((line) => line.id)).size).toBe(mostExported);
  expect(world.search().count, "more than are worth counting").toBeNull();
});

test("is refused to others, who leave no trace, and where too many people could be meant", () => {
  const world = trailWorld();
  const trainer = world.person({ roles: ["trainer"] });
  for (let i = 0; i < 21; i++) world.person({ name: "Sam Same" });
  const before = digestOf(world.db);
  expect(() => exportAudit(world.as(trainer), {})).toThrow(Forbidden);
  expect(() => exportAudit(world.stranger, {})).toThrow(Forbidden);
  expect(exportAudit(world.reader(), { who: "same" })).toEqual({ ok: false, reason: "too many people" });
  expect(digestOf(world.db)).toBe(before);
});
