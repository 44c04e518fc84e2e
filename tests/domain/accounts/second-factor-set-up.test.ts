// Setting up a second factor: a key that counts for nothing before its first code, and recovery codes shown once.
import { expect, test } from "vitest";
import {
  confirmSecondFactor,
  giveSecondFactor,
  makeRecoveryCodes,
  readKeyToSetUp,
  readSignedIn,
  readWaysIn,
  setUpSecondFactor,
} from "~/domain/accounts/accounts.server";
import { hours, minutes } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";
import { digestOf, watch } from "../support-check/ledger";
import { email } from "./accounts-world";
import {
  annInTwoBrowsers,
  browserOf,
  codeIn,
  giveFactor,
  halfMinute,
  onPaper,
  secret,
} from "./signed-in-world";

async function begun() {
  const found = await annInTwoBrowsers();
  const { world, asAnn, here } = found;
  const means = { authSessionId: here.authSessionId, secret };
  setUpSecondFactor(asAnn, means);
  const key = readKeyToSetUp(asAnn, means) ?? "";
  const confirm = (code: string) =>
    confirmSecondFactor(asAnn, { authSessionId: here.authSessionId, code, secret });
  return { ...found, means, key, confirm, code: (halfMinutes = 0) => codeIn(world, key, halfMinutes) };
}

async function confirmed() {
  const found = await begun();
  const { world, ann, confirm, code } = found;
  const on = confirm(code());
  if (!on.ok) throw new Error(on.reason);
  /** Signing in anew with the password and this code. */
  const signInWith = async (given: string) => {
    const { authSessionId } = await browserOf(world, ann, { secondFactor: false });
    return giveSecondFactor(world.as(ann), { personId: ann, authSessionId, code: given, secret }).ok;
  };
  return { ...found, ...on.value, signInWith };
}

test("a key is made once, whatever is pressed again, and is sealed; it counts for nothing yet", async () => {
  const { world, ann, asAnn, here } = await annInTwoBrowsers();
  const means = { authSessionId: here.authSessionId, secret };
  const added = watch(world);
  expect(setUpSecondFactor(asAnn, means)).toMatchObject({ ok: true });
  const key = readKeyToSetUp(asAnn, means) ?? "";
  expect(key).toMatch(/^[A-Z2-7]{32}$/);
  const before = digestOf(world.db);
  world.clock.forward(hours(1) - 1);
  setUpSecondFactor(asAnn, means);
  expect(readKeyToSetUp(asAnn, means)).toBe(key);
  expect(digestOf(world.db)).toBe(before);
  expect(world.db.$client.serialize().includes(key)).toBe(false);
  expect(readWaysIn(asAnn)).toMatchObject({ secondFactorSince: null, recoveryCodesLeft: 0 });
  const { cookie: _cookie, secret: kept } = await browserOf(world, ann, { secondFactor: false });
  expect(await readSignedIn(world, kept)).toMatchObject({ hasSecondFactor: false, owes: null });
  expect(added()).toMatchObject({
    audit: [{ action: "accounts.second factor begun", aboutPersonId: ann, detail: {} }],
    messages: [],
  });
});

test("a key that waited an hour is no key any more; beginning again makes another", async () => {
  const { world, asAnn, means, key, confirm, code } = await begun();
  world.clock.forward(hours(1));
  expect(readKeyToSetUp(asAnn, means)).toBeNull();
  expect(confirm(code())).toEqual({ ok: false, reason: "not begun" });
  setUpSecondFactor(asAnn, means);
  expect(readKeyToSetUp(asAnn, means)).not.toBe(key);
});

test("a key is its own browser's: another neither reads nor confirms it, and beginning there ends it", async () => {
  const { world, asAnn, means, key, confirm, code, elsewhere } = await begun();
  const other = { authSessionId: elsewhere.authSessionId, secret };
  expect(readKeyToSetUp(asAnn, other)).toBeNull();
  const before = digestOf(world.db);
  expect(confirmSecondFactor(asAnn, { ...other, code: code() })).toEqual({ ok: false, reason: "not begun" });
  expect(digestOf(world.db)).toBe(before);
  const added = watch(world);
  expect(setUpSecondFactor(asAnn, other)).toMatchObject({ ok: true });
  expect(added().audit).toMatchObject([{ action: "accounts.second factor begun" }]);
  expect(readKeyToSetUp(asAnn, other)).toMatch(/^[A-Z2-7]{32}$/);
  expect(readKeyToSetUp(asAnn, other)).not.toBe(key);
  expect(readKeyToSetUp(asAnn, means)).toBeNull();
  expect(confirm(code())).toEqual({ ok: false, reason: "not begun" });
});

test("a key that waits for its first code passes no second step", async () => {
  const { world, ann, here, code } = await begun();
  const given = { personId: ann, authSessionId: here.authSessionId, code: code(), secret };
  expect(giveSecondFactor(world.as(ann), given)).toEqual({ ok: false, reason: "wrong code" });
});

test("the first code turns it on: this browser goes on under a new secret, others are out", async () => {
  const { world, asAnn, means, here, elsewhere, opens, secret: kept } = await confirmed();
  expect(readWaysIn(asAnn)).toMatchObject({ secondFactorSince: world.clock.now(), recoveryCodesLeft: 10 });
  expect(await readSignedIn(world, kept)).toMatchObject({ hasSecondFactor: true, owes: null });
  expect([await opens(here.secret), await opens(elsewhere.secret)]).toEqual([false, false]);
  expect(readKeyToSetUp(asAnn, means)).toBeNull();
});

test("one entry in the audit trail and one letter", async () => {
  const { world, ann, confirm, code } = await begun();
  const added = watch(world);
  confirm(code());
  const facts = { personName: "Ann Learner", change: "second factor on", at: world.clock.now() };
  expect(added()).toMatchObject({
    audit: [{ action: "accounts.second factor set up", actorPersonId: ann, aboutPersonId: ann, detail: {} }],
    messages: [{ kind: "account changed", toPersonId: ann, toEmail: email, facts }],
  });
});

test.each([-1, 0, 1])("the first code may come from a clock half a minute off (%i)", async (off) => {
  const { confirm, code } = await begun();
  expect(confirm(code(off))).toMatchObject({ ok: true });
});

test.each([-2, 2])(
  "one from a clock a minute off (%i half minutes) is wrong, and changes nothing",
  async (off) => {
    const { world, confirm, code } = await begun();
    const before = digestOf(world.db);
    expect(confirm(code(off))).toEqual({ ok: false, reason: "wrong code" });
    expect(digestOf(world.db)).toBe(before);
  },
);

test("the code that turned it on does not sign in as well; the next one does", async () => {
  const { world, code, signInWith } = await confirmed();
  expect(await signInWith(code())).toBe(false);
  world.clock.forward(halfMinute);
  expect(await signInWith(code())).toBe(true);
});

test("ten recovery codes, all different, none kept as it is; each signs in once", async () => {
  const { world, asAnn, recoveryCodes, signInWith } = await confirmed();
  expect(new Set(recoveryCodes).size).toBe(10);
  const [first = ""] = recoveryCodes;
  expect(first).toMatch(/^[A-Z2-7]{16}$/);
  expect(world.db.$client.serialize().includes(first)).toBe(false);
  expect([await signInWith(first), await signInWith(first)]).toEqual([true, false]);
  expect(readWaysIn(asAnn).recoveryCodesLeft).toBe(9);
});

test("nothing is begun or confirmed over a factor that is on: its key cannot be replaced that way", async () => {
  const { world, ann, asAnn, here } = await annInTwoBrowsers();
  giveFactor(world, ann);
  const means = { authSessionId: here.authSessionId, secret };
  const before = digestOf(world.db);
  expect(setUpSecondFactor(asAnn, means)).toEqual({ ok: false, reason: "already on" });
  expect(readKeyToSetUp(asAnn, means)).toBeNull();
  expect(confirmSecondFactor(asAnn, { ...means, code: "000000" })).toEqual({
    ok: false,
    reason: "not begun",
  });
  expect(digestOf(world.db)).toBe(before);
});

test("new recovery codes end the old ones, and their owner is told", async () => {
  const { world, ann, asAnn } = await annInTwoBrowsers();
  giveFactor(world, ann);
  const added = watch(world);
  const made = makeRecoveryCodes(asAnn);
  const fresh = made.ok ? made.value.recoveryCodes : [];
  const give = async (code: string) => {
    const { authSessionId } = await browserOf(world, ann, { secondFactor: false });
    return giveSecondFactor(asAnn, { personId: ann, authSessionId, code, secret }).ok;
  };
  expect(added()).toMatchObject({
    audit: [{ action: "accounts.recovery codes made", aboutPersonId: ann, detail: {} }],
    messages: [{ kind: "account changed", toEmail: email, facts: { change: "recovery codes" } }],
  });
  expect(JSON.stringify(added())).not.toContain(fresh[0] ?? "none");
  expect([await give(onPaper[0] ?? ""), await give(fresh[0] ?? "")]).toEqual([false, true]);
  expect(readWaysIn(asAnn).recoveryCodesLeft).toBe(9);
});

test("recovery codes without a factor are refused; strangers set nothing up", async () => {
  const { world, asAnn } = await annInTwoBrowsers();
  const before = digestOf(world.db);
  expect(makeRecoveryCodes(asAnn)).toEqual({ ok: false, reason: "not on" });
  const means = { authSessionId: "", secret };
  for (const ctx of [world.stranger, world.asSystem]) {
    expect(() => setUpSecondFactor(ctx, means)).toThrow(Forbidden);
    expect(() => readKeyToSetUp(ctx, means)).toThrow(Forbidden);
    expect(() => makeRecoveryCodes(ctx)).toThrow(Forbidden);
    expect(() => confirmSecondFactor(ctx, { ...means, code: "" })).toThrow(Forbidden);
  }
  expect(digestOf(world.db)).toBe(before);
});

test("another's key is not confirmed with one's own code", async () => {
  const { world, code } = await begun();
  const ben = world.person();
  const { authSessionId } = await browserOf(world, ben);
  world.clock.forward(minutes(1));
  setUpSecondFactor(world.as(ben), { authSessionId, secret });
  expect(confirmSecondFactor(world.as(ben), { authSessionId, code: code(), secret })).toMatchObject({
    ok: false,
  });
});
