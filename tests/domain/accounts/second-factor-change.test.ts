// Moving to another app and turning the second factor off: both only by a current code, and never past a role's demand.
import { expect, test } from "vitest";
import {
  beginReplacement,
  finishReplacement,
  giveSecondFactor,
  readKeyToReplace,
  readSignedIn,
  readWaysIn,
  removeSecondFactor,
} from "~/domain/accounts/accounts.server";
import { seal } from "~/domain/accounts/second-factor/second-factor";
import { hours } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";
import { digestOf, inShort, watch } from "../support-check/ledger";
import { email } from "./accounts-world";
import {
  annInTwoBrowsers,
  browserOf,
  codeIn,
  giveFactor,
  halfMinute,
  oldKey,
  onPaper,
  secret,
} from "./signed-in-world";

async function withFactor() {
  const found = await annInTwoBrowsers();
  const { world, ann, here } = found;
  giveFactor(world, ann);
  const idOf = async (kept: string) => (await readSignedIn(world, kept))?.authSession.id ?? "";
  const begin = (code = codeIn(world, oldKey), authSessionId = here.authSessionId) =>
    beginReplacement(world.as(ann), { authSessionId, code, secret });
  /** A new key, for which the old app's code has been given. */
  const begun = async () => {
    const replacing = begin();
    if (!replacing.ok) throw new Error(replacing.reason);
    const { sealed, secret: kept } = replacing.value;
    const key = readKeyToReplace(world.as(ann), sealed, secret) ?? "";
    const authSessionId = await idOf(kept);
    const finish = (code: string, given = sealed, ctx = world.as(ann)) =>
      finishReplacement(ctx, { authSessionId, sealed: given, code, secret });
    return { sealed, kept, key, finish, authSessionId };
  };
  const remove = (code: string) =>
    removeSecondFactor(world.as(ann), { authSessionId: here.authSessionId, code, secret });
  const signInWith = async (code: string) => {
    const { authSessionId } = await browserOf(world, ann, { secondFactor: false });
    return giveSecondFactor(world.as(ann), { personId: ann, authSessionId, code, secret }).ok;
  };
  const requireIt = () =>
    world.db
      .insert(world.tables.roleGrants)
      .values({ personId: ann, role: "coordinator", grantedAt: 1 })
      .run();
  return { ...found, begin, begun, remove, signInWith, requireIt };
}

test("a new key comes only for a current code; until the new app shows its code, the old one signs in", async () => {
  const { world, begin, begun, signInWith } = await withFactor();
  const before = digestOf(world.db, ["audit_entries", "sqlite_sequence"]);
  expect(begin("000000")).toEqual({ ok: false, reason: "wrong code" });
  expect(digestOf(world.db, ["audit_entries", "sqlite_sequence"])).toBe(before);
  const { key, finish } = await begun();
  expect(key).not.toBe(oldKey);
  world.clock.forward(halfMinute);
  expect(await signInWith(codeIn(world, key))).toBe(false);
  expect(await signInWith(codeIn(world, oldKey))).toBe(true);
  expect(finish(codeIn(world, key))).toMatchObject({ ok: true });
  world.clock.forward(halfMinute);
  expect([await signInWith(codeIn(world, oldKey)), await signInWith(codeIn(world, key))]).toEqual([
    false,
    true,
  ]);
});

test("a recovery code does where the phone is lost, and is used up", async () => {
  const { asAnn, begin } = await withFactor();
  expect(begin(onPaper[0])).toMatchObject({ ok: true });
  expect(readWaysIn(asAnn).recoveryCodesLeft).toBe(1);
  expect(begin(onPaper[0])).toEqual({ ok: false, reason: "wrong code" });
});

test("the new app: one entry, one letter, new recovery codes, others out, a new secret at each step", async () => {
  const { world, ann, here, elsewhere, opens, begun } = await withFactor();
  const added = watch(world);
  const { kept, key, finish } = await begun();
  expect([await opens(here.secret), await opens(elsewhere.secret)]).toEqual([false, true]);
  expect(added()).toEqual({ audit: [], messages: [] });
  const on = finish(codeIn(world, key));
  if (!on.ok) throw new Error(on.reason);
  expect(on.value.recoveryCodes).toHaveLength(10);
  expect(await readSignedIn(world, on.value.secret)).toMatchObject({ owes: null });
  expect([await opens(kept), await opens(elsewhere.secret)]).toEqual([false, false]);
  expect(added()).toMatchObject({
    audit: [{ action: "accounts.second factor set up", aboutPersonId: ann }],
    messages: [{ kind: "account changed", toEmail: email, facts: { change: "second factor on" } }],
  });
});

test("a code of the new app that is wrong, too old or used changes nothing", async () => {
  const { world, begun } = await withFactor();
  const { key, finish } = await begun();
  const before = digestOf(world.db);
  for (const off of [-2, 2]) {
    expect(finish(codeIn(world, key, off))).toEqual({ ok: false, reason: "wrong code" });
  }
  world.clock.forward(hours(1));
  expect(finish(codeIn(world, key))).toEqual({ ok: false, reason: "not begun" });
  expect(digestOf(world.db)).toBe(before);
});

test("a new key is good once, for one person, and only as this service sealed it", async () => {
  const { world, begun } = await withFactor();
  const ben = world.person();
  giveFactor(world, ben);
  const { sealed, key, finish } = await begun();
  const kept = world.db.select().from(world.tables.secondFactors).all();
  const madeUp = [
    seal("another secret of another service", "{}", "once"),
    seal(secret, "not what is sealed in forms", "once"),
    ...kept.map(({ sealedKey }) => sealedKey),
    "",
    "a.b.c",
    sealed.slice(0, -4),
  ];
  const before = digestOf(world.db);
  for (const given of madeUp) {
    expect(finish(codeIn(world, key), given)).toEqual({ ok: false, reason: "not begun" });
  }
  expect(finish(codeIn(world, key), sealed, world.as(ben))).toEqual({ ok: false, reason: "not begun" });
  expect(digestOf(world.db)).toBe(before);
  expect(finish(codeIn(world, key))).toMatchObject({ ok: true });
  world.clock.forward(halfMinute);
  expect(finish(codeIn(world, key))).toEqual({ ok: false, reason: "not begun" });
});

test("turned off by a current code: nothing of it is left, others are out, and its owner is told", async () => {
  const { world, ann, asAnn, here, elsewhere, opens, remove } = await withFactor();
  const added = watch(world);
  const off = remove(codeIn(world, oldKey));
  if (!off.ok) throw new Error(off.reason);
  expect(readWaysIn(asAnn)).toMatchObject({ secondFactorSince: null, recoveryCodesLeft: 0 });
  const { secondFactors, recoveryCodes } = world.tables;
  expect([secondFactors, recoveryCodes].map((table) => world.db.select().from(table).all())).toEqual([
    [],
    [],
  ]);
  expect(await opens(off.value.secret)).toBe(true);
  expect([await opens(here.secret), await opens(elsewhere.secret)]).toEqual([false, false]);
  expect(added()).toMatchObject({
    audit: [{ action: "accounts.second factor removed", actorPersonId: ann, aboutPersonId: ann, detail: {} }],
    messages: [{ kind: "account changed", toPersonId: ann, facts: { change: "second factor off" } }],
  });
  expect(remove(codeIn(world, oldKey, 1))).toEqual({ ok: false, reason: "not on" });
});

test("a wrong or used code turns nothing off, and is audited as refused", async () => {
  const { world, opens, elsewhere, remove, signInWith } = await withFactor();
  await signInWith(codeIn(world, oldKey));
  const added = watch(world);
  for (const code of [codeIn(world, oldKey), "000000"]) {
    expect(remove(code)).toEqual({ ok: false, reason: "wrong code" });
  }
  const refusal = "accounts.second factor refused";
  expect(inShort(added())).toEqual({ audit: [refusal, refusal], messages: [] });
  expect(await opens(elsewhere.secret)).toBe(true);
});

test("a role that asks for it keeps it on, whatever code is given; moving to another app is still open", async () => {
  const { world, remove, begin, requireIt } = await withFactor();
  requireIt();
  const before = digestOf(world.db);
  expect(remove(codeIn(world, oldKey))).toEqual({ ok: false, reason: "role asks for it" });
  expect(digestOf(world.db)).toBe(before);
  expect(begin()).toMatchObject({ ok: true });
  world.db.update(world.tables.partnership).set({ secondFactorRoles: [] }).run();
  expect(remove(codeIn(world, oldKey, 1))).toMatchObject({ ok: true });
});

test("a factor that is off counts for nothing: a role given later asks for one at once", async () => {
  const { world, remove, requireIt } = await withFactor();
  const off = remove(codeIn(world, oldKey));
  requireIt();
  expect(await readSignedIn(world, off.ok ? off.value.secret : "")).toMatchObject({ owes: "set up" });
});

test("without a factor there is nothing to move or turn off; strangers have none", async () => {
  const { world, asAnn, here } = await annInTwoBrowsers();
  const before = digestOf(world.db);
  const given = { authSessionId: here.authSessionId, code: "000000", sealed: "", secret };
  expect(beginReplacement(asAnn, given)).toEqual({ ok: false, reason: "not on" });
  expect(finishReplacement(asAnn, given)).toEqual({ ok: false, reason: "not begun" });
  expect(removeSecondFactor(asAnn, given)).toEqual({ ok: false, reason: "not on" });
  for (const command of [beginReplacement, finishReplacement, removeSecondFactor]) {
    expect(() => command(world.stranger, given)).toThrow(Forbidden);
  }
  expect(digestOf(world.db)).toBe(before);
});
