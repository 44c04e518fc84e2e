// Signing in and out: one answer for every kind of wrong, sessions that end, and nothing in the database that signs in.
import { beforeEach, expect, test, vi } from "vitest";
import {
  readAuthSession,
  registerPerson,
  signIn,
  signOut,
  startAuthSession,
} from "~/domain/accounts/accounts.server";
import { days } from "~/shared/clock";
import { makeWorld } from "../../support/world";
import { watch } from "../support-check/ledger";

const checks = vi.hoisted(() => ({ hashes: [] as string[] }));
vi.mock("@node-rs/argon2", async (original) => {
  const argon = await original<typeof import("@node-rs/argon2")>();
  return {
    ...argon,
    verify: (hash: string, password: string) => {
      checks.hashes.push(hash);
      return argon.verify(hash, password);
    },
  };
});
beforeEach(() => {
  checks.hashes = [];
});

const password = "trombone-lichen-harbour";

async function accountWorld() {
  const world = makeWorld();
  const email = "ann@police.example.org";
  const form = { name: "Ann", email, agencyId: "police", roleGroupId: "front-line", password };
  const result = await registerPerson(world.stranger, form);
  if (!result.ok) throw new Error(result.reason);
  return { ...world, world, email, annId: result.value.personId };
}

async function secretOf(world: Awaited<ReturnType<typeof accountWorld>>) {
  const result = await signIn(world.stranger, { email: world.email, password });
  if (!result.ok) throw new Error(result.reason);
  return result.value.secret;
}

test("the right password gives a secret that opens the person's session, and one audit entry", async () => {
  const world = await accountWorld();
  const added = watch(world);
  const secret = await secretOf(world);
  expect(await readAuthSession(world, secret)).toMatchObject({ personId: world.annId });
  expect(added().audit).toMatchObject([
    { action: "accounts.signed in", subjectId: world.annId, aboutPersonId: world.annId },
  ]);
});

test("the address may be typed with spaces around it and in any case", async () => {
  const { stranger } = await accountWorld();
  const result = await signIn(stranger, { email: "  ANN@Police.Example.Org ", password });
  expect(result).toMatchObject({ ok: true });
});

test("a wrong password, an unknown address and someone who has left get one and the same answer after one check each", async () => {
  const world = await accountWorld();
  const { stranger, db, tables, email } = world;
  const answers = [
    await signIn(stranger, { email, password: "not the password" }),
    await signIn(stranger, { email: "nobody@police.example.org", password }),
  ];
  db.update(tables.people).set({ disabledAt: world.clock.now() }).run();
  answers.push(await signIn(stranger, { email, password }));
  expect(answers).toEqual(Array(3).fill({ ok: false, reason: "wrong address or password" }));
  // The same work: one hash of the same cost is checked each time, a real one or one of nobody's.
  expect(checks.hashes).toHaveLength(3);
  const costs = checks.hashes.map((hash) => hash.split("$").slice(0, 4).join("$"));
  expect(new Set(costs).size).toBe(1);
  expect(new Set(checks.hashes).size).toBe(2);
});

test("a refusal is audited without the address or the password that was tried", async () => {
  const world = await accountWorld();
  const added = watch(world);
  await signIn(world.stranger, { email: "someone@police.example.org", password: "a secret guess" });
  const { audit } = added();
  expect(audit).toMatchObject([
    { action: "accounts.sign-in refused", subjectId: "unknown", aboutPersonId: null, detail: {} },
  ]);
  expect(JSON.stringify(audit)).not.toMatch(/someone|guess/);
});

test("an account without a usable password is refused like any other, not an error that tells it apart", async () => {
  const world = await accountWorld();
  world.db.update(world.tables.people).set({ passwordHash: "none" }).run();
  expect(await signIn(world.stranger, { email: world.email, password })).toEqual({
    ok: false,
    reason: "wrong address or password",
  });
});

test("a copy of the database signs nobody in: what it keeps of a session is not what opens it", async () => {
  const world = await accountWorld();
  const secret = await secretOf(world);
  const [kept] = world.db.select().from(world.tables.authSessions).all();
  expect(kept?.id).toMatch(/^[0-9a-f]{64}$/);
  expect(await readAuthSession(world, kept?.id ?? "")).toBeNull();
  expect(world.db.$client.serialize().includes(secret)).toBe(false);
});

test("a session ends for good 90 days after it began, however much it is used", async () => {
  const world = await accountWorld();
  const secret = await secretOf(world);
  world.clock.forward(days(90));
  expect(await readAuthSession(world, secret)).toMatchObject({ personId: world.annId });
  world.clock.forward(1);
  expect(await readAuthSession(world, secret)).toBeNull();
  expect(world.db.select().from(world.tables.authSessions).all()).toEqual([]);
});

test("a session that was not used for ten days is over", async () => {
  const world = await accountWorld();
  const secret = await secretOf(world);
  world.db
    .update(world.tables.authSessions)
    .set({ expiresAt: Math.floor(Date.now() / 1000) - 1 })
    .run();
  expect(await readAuthSession(world, secret)).toBeNull();
});

test("signing out ends that session and no other, and is audited", async () => {
  const world = await accountWorld();
  const [here, elsewhere] = [await secretOf(world), await secretOf(world)];
  const added = watch(world);
  await signOut(world.as(world.annId), here);
  expect(await readAuthSession(world, here)).toBeNull();
  expect(await readAuthSession(world, elsewhere)).not.toBeNull();
  expect(added().audit).toMatchObject([{ action: "accounts.signed out", aboutPersonId: world.annId }]);
  await signOut(world.stranger, here);
  expect(added().audit).toHaveLength(1);
});

test("secrets that nobody was given open nothing", async () => {
  const world = await accountWorld();
  await startAuthSession(world, world.annId);
  for (const secret of ["", "x", "t-secret", "' or 1=1 --"])
    expect(await readAuthSession(world, secret)).toBeNull();
});
