// Who a session signs in and for how long; and what it owes before it opens anything.

import type { GrantedRole } from "db/schema";
import { expect, test } from "vitest";
import { findSignedInPerson, readSignedIn, startAuthSession } from "~/domain/accounts/accounts.server";
import { renewAuthSession } from "~/domain/accounts/signing-in/auth.server";
import { days, hours, minutes } from "~/shared/clock";
import { makeWorld, type World } from "../../support/world";
import { digestOf } from "../support-check/ledger";

const start = (world: World, personId: string, secondFactor = false) =>
  startAuthSession(world, { personId, method: "password", device: null, secondFactor });

function giveFactor(world: World, personId: string, confirmedAt: number | null = 1) {
  world.db
    .insert(world.tables.secondFactors)
    .values({ personId, sealedKey: "sealed", startedAt: 1, confirmedAt })
    .run();
}

test.each<[string, GrantedRole[], number]>([
  ["someone who learns", [], days(10)],
  ["a trainer", ["trainer"], hours(4)],
  ["a coordinator", ["coordinator"], minutes(30)],
])("%s is signed out when the session lies unused, and use keeps it alive", async (_, roles, idle) => {
  const world = makeWorld();
  const secret = await start(world, world.person({ roles }), true);
  world.clock.forward(idle - minutes(1));
  expect(await readSignedIn(world, secret)).not.toBeNull();
  world.clock.forward(idle - minutes(1));
  expect(await readSignedIn(world, secret)).not.toBeNull();
  world.clock.forward(idle);
  expect(await readSignedIn(world, secret)).toBeNull();
  expect(world.db.select().from(world.tables.authSessions).all()).toEqual([]);
});

test.each<[string, GrantedRole[], number]>([
  ["someone who learns", [], days(90)],
  ["a coordinator", ["coordinator"], hours(12)],
])("%s is signed out in the end, however much the session is used", async (_, roles, longest) => {
  const world = makeWorld();
  const secret = await start(world, world.person({ roles }), true);
  const step = roles.length > 0 ? minutes(20) : days(5);
  for (let gone = step; gone < longest; gone += step) {
    world.clock.forward(step);
    expect(await readSignedIn(world, secret), `after ${gone}`).not.toBeNull();
  }
  world.clock.forward(step);
  expect(await readSignedIn(world, secret)).toBeNull();
});

test("a role that is given shortens the session that goes on", async () => {
  const world = makeWorld();
  const ann = world.person();
  const secret = await start(world, ann, true);
  world.clock.forward(hours(13));
  expect(await readSignedIn(world, secret)).not.toBeNull();
  world.db.insert(world.tables.roleGrants).values({ personId: ann, role: "coordinator", grantedAt: 1 }).run();
  expect(await readSignedIn(world, secret)).toBeNull();
});

test("reading a page again at the same moment writes nothing", async () => {
  const world = makeWorld();
  const secret = await start(world, world.coordinator, true);
  await readSignedIn(world, secret);
  const before = digestOf(world.db);
  world.clock.forward(minutes(2));
  await readSignedIn(world, secret);
  expect(digestOf(world.db)).toBe(before);
});

test("someone with a second factor owes its code, whoever they are; one that was never confirmed does not count", async () => {
  const world = makeWorld();
  const [ann, ben] = [world.person(), world.person()];
  giveFactor(world, ann);
  giveFactor(world, ben, null);
  expect(await readSignedIn(world, await start(world, ann))).toMatchObject({ owes: "code" });
  expect(await readSignedIn(world, await start(world, ann, true))).toMatchObject({ owes: null });
  expect(await readSignedIn(world, await start(world, ben))).toMatchObject({ owes: null });
});

test("whose role asks for a second factor must set one up, unless the partnership asks it of nobody", async () => {
  const world = makeWorld();
  const secret = await start(world, world.coordinator);
  expect(await readSignedIn(world, secret)).toMatchObject({ owes: "set up" });
  world.db
    .update(world.tables.partnership)
    .set({ secondFactorRoles: ["admin"] })
    .run();
  expect(await readSignedIn(world, secret)).toMatchObject({ owes: null });
  world.db
    .update(world.tables.partnership)
    .set({ secondFactorRoles: ["coordinator"] })
    .run();
  expect(await readSignedIn(world, secret)).toMatchObject({ owes: "set up" });
});

test("a session renewed has a new secret, and the old one opens nothing", async () => {
  const world = makeWorld();
  const before = await start(world, world.coordinator);
  const id = (await readSignedIn(world, before))?.authSession.id ?? "";
  const after = renewAuthSession(world, id, "second factor");
  expect(after).not.toBe(before);
  expect(await readSignedIn(world, before)).toBeNull();
  expect(await readSignedIn(world, after)).toMatchObject({ owes: null });
  expect(world.db.select().from(world.tables.authSessions).all()).toHaveLength(1);
});

test("what somebody proved is worth 15 minutes, and proving it again is worth as much", async () => {
  const world = makeWorld();
  const secret = await start(world, world.person());
  world.clock.forward(minutes(15) - 1);
  expect(await readSignedIn(world, secret)).toMatchObject({ provedLately: true });
  world.clock.forward(1);
  const read = await readSignedIn(world, secret);
  expect(read).toMatchObject({ provedLately: false });
  const renewed = renewAuthSession(world, read?.authSession.id ?? "", "who they are");
  expect(await readSignedIn(world, renewed)).toMatchObject({ provedLately: true });
});

test("a line manager is whom an enabled and confirmed colleague names, whatever the case of the address; nobody names themselves", async () => {
  const world = makeWorld();
  const [boss, ann] = [world.person(), world.person()];
  const rolesOf = () => [...(findSignedInPerson(world, boss)?.actor.roles ?? [])];
  const set = world.db.$client.prepare(
    "update people set line_manager_email = ?, disabled_at = ?, agency_standing = ? where id = ?",
  );
  const address = `${boss.toUpperCase()}@Police.Example.org`;
  expect(rolesOf()).toEqual([]);
  set.run(address, null, "confirmed", boss);
  expect(rolesOf()).toEqual([]);
  set.run(address, null, "confirmed", ann);
  expect(rolesOf()).toEqual(["line_manager"]);
  set.run(address, null, "awaiting", ann);
  expect(rolesOf()).toEqual([]);
  set.run(address, 1, "confirmed", ann);
  expect(rolesOf()).toEqual([]);
});
