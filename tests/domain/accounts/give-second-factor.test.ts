// The second step of signing in: codes of an app and recovery codes, each good once.
import { expect, test } from "vitest";
import { giveSecondFactor, readSignedIn, startAuthSession } from "~/domain/accounts/accounts.server";
import {
  codeAt,
  keyAddress,
  keyFrom,
  recoveryCodeFrom,
  recoveryCodeHash,
  seal,
  unseal,
} from "~/domain/accounts/second-factor/second-factor";
import { makeWorld } from "../../support/world";
import { digestOf, watch } from "../support-check/ledger";

const secret = "a secret of the service, long enough to be one";
const key = keyFrom("some chance");
const halfMinute = 30_000;

async function withFactor() {
  const world = makeWorld();
  const ann = world.person();
  world.db
    .insert(world.tables.secondFactors)
    .values({ personId: ann, sealedKey: seal(secret, key, "once"), startedAt: 1, confirmedAt: 1 })
    .run();
  world.db
    .insert(world.tables.recoveryCodes)
    .values(
      ["one", "two"].map((chance) => ({
        personId: ann,
        codeHash: recoveryCodeHash(recoveryCodeFrom(chance)),
        madeAt: 1,
      })),
    )
    .run();
  const newSession = async () => {
    const cookie = await startAuthSession(world, { personId: ann, method: "password", device: null });
    return { cookie, id: (await readSignedIn(world, cookie))?.authSession.id ?? "" };
  };
  const session = await newSession();
  const give = (code: string, authSessionId = session.id) =>
    giveSecondFactor(world.as(ann), { personId: ann, authSessionId, code, secret });
  const codeIn = (halfMinutes: number) => codeAt(key, world.clock.now() + halfMinutes * halfMinute);
  return { world, ann, session, newSession, give, codeIn };
}

test("the code of now settles the session under a new secret; the old one opens nothing", async () => {
  const { world, session, give, codeIn } = await withFactor();
  const given = give(codeIn(0));
  if (!given.ok) throw new Error(given.reason);
  expect(await readSignedIn(world, given.value.secret)).toMatchObject({ owes: null });
  expect(await readSignedIn(world, session.cookie)).toBeNull();
});

test("the same code a second time is refused, in this session and in another", async () => {
  const { give, codeIn, newSession } = await withFactor();
  const other = await newSession();
  expect(give(codeIn(0))).toMatchObject({ ok: true });
  expect(give(codeIn(0), other.id)).toEqual({ ok: false, reason: "wrong code" });
  expect(give(codeIn(-1), other.id)).toEqual({ ok: false, reason: "wrong code" });
  expect(give(codeIn(1), other.id)).toMatchObject({ ok: true });
});

test.each([-1, 1])("a clock that is half a minute off (%i) is right enough", async (off) => {
  const { give, codeIn } = await withFactor();
  expect(give(codeIn(off))).toMatchObject({ ok: true });
});

test.each([-2, 2, -20, 2880])("a clock that is further off (%i half minutes) is wrong", async (off) => {
  const { give, codeIn } = await withFactor();
  expect(give(codeIn(off))).toEqual({ ok: false, reason: "wrong code" });
});

test("a wrong code changes nothing but the audit trail, which does not hold it", async () => {
  const { world, ann, give, codeIn } = await withFactor();
  const before = digestOf(world.db, ["audit_entries", "sqlite_sequence"]);
  const added = watch(world);
  const wrong = String((Number(codeIn(0)) + 1) % 1_000_000).padStart(6, "0");
  expect(give(wrong)).toEqual({ ok: false, reason: "wrong code" });
  expect(digestOf(world.db, ["audit_entries", "sqlite_sequence"])).toBe(before);
  const { audit } = added();
  expect(audit).toMatchObject([{ action: "accounts.second factor refused", aboutPersonId: ann, detail: {} }]);
  expect(JSON.stringify(audit)).not.toContain(wrong);
});

test("a recovery code works once, and the audit trail says how many are left", async () => {
  const { world, give, newSession } = await withFactor();
  const added = watch(world);
  const code = recoveryCodeFrom("one");
  expect(code).toMatch(/^[A-Z2-7]{16}$/);
  expect(give(code)).toMatchObject({ ok: true });
  expect(give(code, (await newSession()).id)).toEqual({ ok: false, reason: "wrong code" });
  expect(added().audit).toMatchObject([
    { action: "accounts.recovery code used", detail: { left: 1 } },
    { action: "accounts.second factor refused" },
  ]);
});

test("another's recovery code and another's key open nothing", async () => {
  const { world, newSession } = await withFactor();
  const ben = world.person();
  const { id } = await newSession();
  for (const code of [recoveryCodeFrom("one"), codeAt(key, world.clock.now())]) {
    expect(giveSecondFactor(world.as(ben), { personId: ben, authSessionId: id, code, secret })).toEqual({
      ok: false,
      reason: "wrong code",
    });
  }
});

test("a copy of the database makes no codes: the key is sealed, and another secret does not open it", async () => {
  const { world } = await withFactor();
  expect(world.db.$client.serialize().includes(key)).toBe(false);
  const sealedKey = seal(secret, key, "once");
  expect(unseal(secret, sealedKey)).toBe(key);
  expect(() => unseal("another secret of another service!", sealedKey)).toThrow();
  expect(() =>
    unseal(
      secret,
      sealedKey.replace(/.$/, (last) => (last === "A" ? "B" : "A")),
    ),
  ).toThrow();
  expect(seal(secret, key, "again")).not.toBe(sealedKey);
});

test("the code of a moment is that of the standard: RFC 6238's own example", () => {
  // Appendix B: SHA-1, the ASCII key "12345678901234567890"; its eight digits end in our six.
  const standard = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  expect(codeAt(standard, 59_000)).toBe("287082");
  expect(codeAt(standard, 1_111_111_109_000)).toBe("081804");
  expect(codeAt(standard, 20_000_000_000_000)).toBe("353130");
});

test("an app reads who the key is for", () => {
  expect(keyAddress(key, { issuer: "Joint training", label: "ann@police.example.org" })).toMatch(
    new RegExp(`^otpauth://totp/Joint%20training:ann%40police\\.example\\.org\\?.*secret=${key}`),
  );
});
