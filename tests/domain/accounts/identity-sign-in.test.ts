// Signing in with an organisation's word: whose account it opens, for which addresses, and what is left behind.
import { expect, test } from "vitest";
import { noteRefusedSignOn, readSignedIn, signInWithIdentity } from "~/domain/accounts/accounts.server";
import { makeWorld } from "../../support/world";
import { contentOf, inShort, nothing, watch } from "../support-check/ledger";

const issuer = "https://sign-in.council.example.org";
const domains = ["police.example.org", "council.example.org"];
const said = (subject: string, email: string, secondFactor = false) => ({
  identity: { issuer, subject },
  email,
  secondFactor,
  device: "a browser",
});

function identityWorld() {
  const world = makeWorld();
  const ann = world.person({ name: "Ann Learner" });
  const email = `${ann}@police.example.org`;
  const signIn = (subject: string, address = email, secondFactor = false) =>
    signInWithIdentity(world.stranger, said(subject, address, secondFactor), domains);
  const identities = () => world.db.select().from(world.tables.externalIdentities).all();
  const authSessions = () => world.db.select().from(world.tables.authSessions).all();
  const set = (id: string, values: Partial<typeof world.tables.people.$inferInsert>) =>
    world.db.$client
      .prepare(
        `update people set ${Object.keys(values)
          .map((name) => `${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} = ?`)
          .join()} where id = ?`,
      )
      .run(...Object.values(values), id);
  return { world, ann, email, signIn, identities, authSessions, set };
}

test("an address with an account is linked once and signed in, with an entry for each", async () => {
  const { world, ann, email, signIn, identities, authSessions } = identityWorld();
  const added = watch(world);
  const first = await signIn("s-1", email.toUpperCase());
  expect(first).toMatchObject({ ok: true, value: { to: "signed in", personId: ann, email } });
  expect(identities()).toEqual([{ issuer, subject: "s-1", personId: ann, linkedAt: world.clock.now() }]);
  expect(authSessions()).toMatchObject([
    { userId: ann, method: "single sign-on", device: "a browser", secondFactorAt: null },
  ]);
  const about = { actorKind: "stranger", subjectKind: "person", subjectId: ann, aboutPersonId: ann };
  expect(added().audit).toMatchObject([
    { action: "accounts.identity linked", ...about, detail: { issuer } },
    { action: "accounts.signed in", ...about, detail: { method: "single sign-on" } },
  ]);
  expect(added().messages).toMatchObject([
    {
      kind: "account changed",
      toPersonId: ann,
      toEmail: email,
      facts: { personName: "Ann Learner", change: "work account linked", at: world.clock.now() },
    },
  ]);

  const before = watch(world);
  await signIn("s-1");
  expect(inShort(before())).toEqual({ audit: ["accounts.signed in"], messages: [] });
  expect(identities()).toHaveLength(1);
});

test("the secret opens the account, and a second factor given there counts from now on", async () => {
  const { world, ann, signIn, authSessions } = identityWorld();
  const result = await signIn("s-1", undefined, true);
  if (!result.ok || result.value.to !== "signed in") throw new Error("not signed in");
  expect((await readSignedIn(world, result.value.secret))?.person.id).toBe(ann);
  expect(authSessions()).toMatchObject([{ secondFactorAt: world.clock.now() }]);
});

test("who somebody is there decides, not the address that they have now", async () => {
  const { world, ann, signIn } = identityWorld();
  const bo = world.person({ name: "Bo Other" });
  await signIn("s-1");
  const result = await signIn("s-1", `${bo}@police.example.org`);
  expect(result).toMatchObject({ value: { personId: ann } });
});

test("the same name at another organisation is somebody else", async () => {
  const { world, ann, email, signIn, identities } = identityWorld();
  await signIn("s-1");
  const bo = world.person();
  const elsewhere = {
    ...said("s-1", `${bo}@police.example.org`),
    identity: { issuer: `${issuer}/other`, subject: "s-1" },
  };
  expect(await signInWithIdentity(world.stranger, elsewhere, domains)).toMatchObject({
    value: { personId: bo },
  });
  expect(
    identities()
      .map(({ personId }) => personId)
      .sort(),
  ).toEqual([ann, bo].sort());
  expect(email).toContain(ann);
});

test("an address without an account leads to the forms, and changes nothing", async () => {
  const { world, signIn } = identityWorld();
  const added = watch(world);
  const before = contentOf(world.db);
  expect(await signIn("s-9", "nobody@council.example.org")).toEqual({ ok: true, value: { to: "join" } });
  expect(inShort(added())).toEqual(nothing);
  expect(contentOf(world.db)).toBe(before);
});

test.each([
  "someone@health.example.org",
  "someone@team.police.example.org",
  "someone@notpolice.example.org",
  "someone@police.example.org.evil.example",
  "someone@police.example.org@evil.example",
  "police.example.org@evil.example",
  "someone@example.org",
  "someone",
])("%s is not the organisation's to speak for", async (address) => {
  const { world, ann, signIn, identities, authSessions, set } = identityWorld();
  set(ann, { email: address });
  const added = watch(world);
  expect(await signIn("s-1", address)).toEqual({ ok: false, reason: "address not theirs" });
  expect([identities(), authSessions()]).toEqual([[], []]);
  expect(added().audit).toMatchObject([
    {
      action: "accounts.sign-in refused",
      subjectId: "unknown",
      aboutPersonId: null,
      detail: { reason: "single sign-on" },
    },
  ]);
  expect(added().messages).toEqual([]);
});

test("an identity that was linked is refused, too, under an address that is not theirs", async () => {
  const { world, signIn } = identityWorld();
  await signIn("s-1");
  expect(await signInWithIdentity(world.stranger, said("s-1", "ann@health.example.org"), domains)).toEqual({
    ok: false,
    reason: "address not theirs",
  });
});

test("an account whose own address is not theirs is refused to an identity that was linked before", async () => {
  const { world, ann, signIn, authSessions, set } = identityWorld();
  await signIn("s-1");
  const kept = authSessions();
  set(ann, { email: "ann@health.example.org" });
  const added = watch(world);
  expect(await signIn("s-1")).toEqual({ ok: false, reason: "address not theirs" });
  expect(authSessions()).toEqual(kept);
  expect(added().audit).toMatchObject([
    { action: "accounts.sign-in refused", aboutPersonId: ann, detail: { reason: "single sign-on" } },
  ]);
  set(ann, { email: "ann@COUNCIL.example.org" });
  expect(await signIn("s-1")).toMatchObject({ ok: true, value: { personId: ann } });
});

test.each(["known", "new"])(
  "an account that is closed stays so for an identity that is %s",
  async (which) => {
    const { world, ann, signIn, identities, authSessions, set } = identityWorld();
    if (which === "known") await signIn("s-1");
    const kept = [identities(), authSessions()];
    set(ann, { disabledAt: 1 });
    const added = watch(world);
    expect(await signIn("s-1")).toEqual({ ok: false, reason: "account closed" });
    expect([identities(), authSessions()]).toEqual(kept);
    expect(added().audit).toMatchObject([
      {
        action: "accounts.sign-in refused",
        subjectId: ann,
        aboutPersonId: ann,
        detail: { reason: "single sign-on" },
      },
    ]);
  },
);

test.each(["known", "new"])(
  "an account that was merged leads to the one that took it over: identity %s",
  async (which) => {
    const { world, ann, email, signIn, identities, set } = identityWorld();
    if (which === "known") await signIn("s-1");
    const bo = world.person({ name: "Ann Learner, her other account" });
    set(ann, { disabledAt: 1, mergedIntoId: bo });
    const result = await signIn("s-1", email);
    expect(result).toMatchObject({ value: { personId: bo, email: `${bo}@police.example.org` } });
    if (which === "new") expect(identities()).toMatchObject([{ personId: bo }]);
    set(bo, { disabledAt: 1 });
    expect(await signIn("s-1", email)).toEqual({ ok: false, reason: "account closed" });
  },
);

test("two answers at the same moment link the identity once", async () => {
  const { signIn, identities, authSessions } = identityWorld();
  const results = await Promise.all([signIn("s-1"), signIn("s-1"), signIn("s-1")]);
  expect(results.every((result) => result.ok)).toBe(true);
  expect(identities()).toHaveLength(1);
  expect(authSessions()).toHaveLength(3);
});

test("a refusal that is about nobody is told to the audit trail alone", () => {
  const { world } = identityWorld();
  const before = contentOf(world.db);
  const added = watch(world);
  noteRefusedSignOn(world.stranger);
  expect(inShort(added())).toEqual({ audit: ["accounts.sign-in refused"], messages: [] });
  expect(contentOf(world.db)).not.toBe(before);
});
