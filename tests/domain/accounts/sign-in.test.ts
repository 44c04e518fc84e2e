// Signing in and out: one answer for every kind of wrong, sessions that end, and nothing in the database that signs in.
import { beforeEach, expect, test, vi } from "vitest";
import { readSignedIn, signIn, signOut, startAuthSession } from "~/domain/accounts/accounts.server";
import { watch } from "../support-check/ledger";
import { email, password, worldWithAnn } from "./accounts-world";

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

async function secretOf(world: Awaited<ReturnType<typeof worldWithAnn>>) {
  const result = await signIn(world.stranger, { email, password, device: "Firefox" });
  if (!result.ok) throw new Error(result.reason);
  return result.value.secret;
}

test("the right password gives a secret that opens the person's session, and one audit entry", async () => {
  const world = await worldWithAnn();
  const added = watch(world);
  const secret = await secretOf(world);
  expect(await readSignedIn(world, secret)).toMatchObject({ person: { id: world.ann } });
  expect(added().audit).toMatchObject([
    { action: "accounts.signed in", subjectId: world.ann, aboutPersonId: world.ann },
  ]);
});

test("the address may be typed with spaces around it and in any case", async () => {
  const { stranger } = await worldWithAnn();
  const result = await signIn(stranger, { email: "  ANN@Police.Example.Org ", password, device: null });
  expect(result).toMatchObject({ ok: true });
});

test("a wrong password, an unknown address and someone who has left get one and the same answer after one check each", async () => {
  const world = await worldWithAnn();
  const { stranger, db, tables } = world;
  const answers = [
    await signIn(stranger, { email, password: "not the password", device: null }),
    await signIn(stranger, { email: "nobody@police.example.org", password, device: null }),
  ];
  db.update(tables.people).set({ disabledAt: world.clock.now() }).run();
  answers.push(await signIn(stranger, { email, password, device: null }));
  expect(answers).toEqual(Array(3).fill({ ok: false, reason: "wrong address or password" }));
  // The same work: one hash of the same cost is checked each time, a real one or one of nobody's.
  expect(checks.hashes).toHaveLength(3);
  const costs = checks.hashes.map((hash) => hash.split("$").slice(0, 4).join("$"));
  expect(new Set(costs).size).toBe(1);
  expect(new Set(checks.hashes).size).toBe(2);
});

test("a refusal is audited without the address or the password that was tried", async () => {
  const world = await worldWithAnn();
  const added = watch(world);
  await signIn(world.stranger, {
    email: "someone@police.example.org",
    password: "a secret guess",
    device: null,
  });
  const { audit } = added();
  expect(audit).toMatchObject([
    {
      action: "accounts.sign-in refused",
      subjectId: "unknown",
      aboutPersonId: null,
      detail: { reason: "password" },
    },
  ]);
  expect(JSON.stringify(audit)).not.toMatch(/someone|guess/);
});

test("an account without a usable password is refused like any other, not an error that tells it apart", async () => {
  const world = await worldWithAnn();
  world.db.update(world.tables.people).set({ passwordHash: "none" }).run();
  expect(await signIn(world.stranger, { email, password, device: null })).toEqual({
    ok: false,
    reason: "wrong address or password",
  });
});

test("a copy of the database signs nobody in: what it keeps of a session is not what opens it", async () => {
  const world = await worldWithAnn();
  const secret = await secretOf(world);
  const [kept] = world.db.select().from(world.tables.authSessions).all();
  expect(kept?.id).toMatch(/^[0-9a-f]{64}$/);
  expect(await readSignedIn(world, kept?.id ?? "")).toBeNull();
  expect(world.db.$client.serialize().includes(secret)).toBe(false);
});

test("signing out ends that session and no other, and is audited", async () => {
  const world = await worldWithAnn();
  const [here, elsewhere] = [await secretOf(world), await secretOf(world)];
  const added = watch(world);
  await signOut(world.as(world.ann), { secret: here, personId: world.ann });
  expect(await readSignedIn(world, here)).toBeNull();
  expect(await readSignedIn(world, elsewhere)).not.toBeNull();
  expect(added().audit).toMatchObject([{ action: "accounts.signed out", aboutPersonId: world.ann }]);
  await signOut(world.stranger, { secret: here, personId: null });
  expect(added().audit).toHaveLength(1);
});

test("secrets that nobody was given open nothing", async () => {
  const world = await worldWithAnn();
  await startAuthSession(world, { personId: world.ann, method: "link", device: null });
  for (const secret of ["", "x", "t-secret", "' or 1=1 --"])
    expect(await readSignedIn(world, secret)).toBeNull();
});

test("a hash made with less work than today's is made anew when its owner signs in, and not for anyone else", async () => {
  const world = await worldWithAnn();
  const { hash } = await import("@node-rs/argon2");
  const weak = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  const kept = () =>
    world.db
      .select()
      .from(world.tables.people)
      .all()
      .find((one) => one.id === world.ann)?.passwordHash;
  world.db.update(world.tables.people).set({ passwordHash: weak }).run();
  await signIn(world.stranger, { email, password: "not the password", device: null });
  expect(kept()).toBe(weak);
  await secretOf(world);
  expect(kept()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const renewed = kept();
  await secretOf(world);
  expect(kept()).toBe(renewed);
});
