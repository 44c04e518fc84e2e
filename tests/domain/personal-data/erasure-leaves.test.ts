// What erasing someone leaves to others: their address, other people’s letters, and the pool’s record of who taught.
import { expect, test } from "vitest";
import { erasePerson } from "~/domain/personal-data/personal-data.server";
import { makeWorld } from "../../support/world";
import { adminOf, changePerson, letter, letterRow } from "./kept-records";
import { wholeLife, words } from "./whole-life";

const asked = (personId: string) => ({ personId, reason: "asked" as const });

test("a trainer who never taught leaves the pool; one who did stays on record as nobody", () => {
  const world = makeWorld();
  const { id } = wholeLife(world);
  const idle = world.trainer("Idle");
  const ctx = adminOf(world);
  for (const personId of [id, idle]) expect(erasePerson(ctx, asked(personId)).ok).toBe(true);
  const { trainers, trainerApprovals } = world.tables;
  const rows = world.db.select().from(trainers).all();
  expect(rows.find(({ personId }) => personId === id)?.leftOn).toBe(world.today);
  expect(rows.some(({ personId }) => personId === idle)).toBe(false);
  const approvals = world.db.select().from(trainerApprovals).all();
  expect(approvals.filter(({ personId }) => personId === id || personId === idle)).toEqual([]);
});

test("the address is free for a new account, and letters of others stay", () => {
  const world = makeWorld();
  const { id } = wholeLife(world);
  const other = letter(world, { toPersonId: world.person(), facts: { personName: words.name } });
  const waiting = letter(world, { toPersonId: world.person(), state: "waiting" });
  erasePerson(adminOf(world), asked(id));
  changePerson(world, world.person(), { email: words.email });
  // Someone else who happens to have the name.
  expect(letterRow(world, other)?.facts).toEqual({ personName: words.name });
  expect(letterRow(world, waiting)?.text).toBe("Welcome");
});
