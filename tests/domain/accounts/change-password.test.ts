// A password is set, the first or another: others signed in to the account are out, and its owner is told.
import { expect, test } from "vitest";
import { changePassword, readWaysIn, signIn } from "~/domain/accounts/accounts.server";
import { Forbidden } from "~/shared/problems";
import { digestOf, watch } from "../support-check/ledger";
import { password as before, email } from "./accounts-world";
import { annInTwoBrowsers } from "./signed-in-world";

const password = "walnut-ferry-quilted";

const signsIn = (ctx: Parameters<typeof signIn>[0], given: string) =>
  signIn(ctx, { email, password: given, device: null }).then(({ ok }) => ok);

test("the new password signs in and the old one no more; this browser goes on under a new secret, others are out", async () => {
  const { world, asAnn, here, elsewhere, opens } = await annInTwoBrowsers();
  const changed = await changePassword(asAnn, { password, authSessionId: here.authSessionId });
  if (!changed.ok) throw new Error(changed.reason);
  expect(await opens(changed.value.secret)).toBe(true);
  expect(await opens(here.secret)).toBe(false);
  expect(await opens(elsewhere.secret)).toBe(false);
  expect([await signsIn(world.stranger, password), await signsIn(world.stranger, before)]).toEqual([
    true,
    false,
  ]);
});

test("one entry in the audit trail and one letter; neither holds the password, nor does anything else", async () => {
  const { world, ann, asAnn, here } = await annInTwoBrowsers();
  const added = watch(world);
  await changePassword(asAnn, { password, authSessionId: here.authSessionId });
  const { audit, messages } = added();
  expect(audit).toMatchObject([
    {
      action: "accounts.password changed",
      actorPersonId: ann,
      subjectId: ann,
      aboutPersonId: ann,
      detail: {},
    },
  ]);
  expect(messages).toMatchObject([
    {
      kind: "account changed",
      toPersonId: ann,
      toEmail: email,
      facts: { personName: "Ann Learner", change: "password", at: world.clock.now() },
    },
  ]);
  expect(world.db.$client.serialize().includes(password)).toBe(false);
});

test("a first password is set the same way", async () => {
  const { world, asAnn, here } = await annInTwoBrowsers();
  world.db.update(world.tables.people).set({ passwordHash: null }).run();
  expect(readWaysIn(asAnn).hasPassword).toBe(false);
  expect(await changePassword(asAnn, { password, authSessionId: here.authSessionId })).toMatchObject({
    ok: true,
  });
  expect(readWaysIn(asAnn).hasPassword).toBe(true);
  expect(await signsIn(world.stranger, password)).toBe(true);
});

test.each(["password1234", "AnnLearner1234", "Testford2026", "Police-Police-1", "aaaaaaaaaaaaaaaa"])(
  "%s is too easy to guess, and changes nothing",
  async (guessable) => {
    const { world, asAnn, here } = await annInTwoBrowsers();
    const untouched = digestOf(world.db);
    const given = { password: guessable, authSessionId: here.authSessionId };
    expect(await changePassword(asAnn, given)).toEqual({ ok: false, reason: "guessable password" });
    expect(digestOf(world.db)).toBe(untouched);
  },
);

test("a browser that was signed out while the password was being hashed changes nothing", async () => {
  const { world, asAnn, here } = await annInTwoBrowsers();
  const change = changePassword(asAnn, { password, authSessionId: here.authSessionId });
  world.db.delete(world.tables.authSessions).run();
  const untouched = digestOf(world.db);
  await expect(change).rejects.toThrow(Forbidden);
  expect(digestOf(world.db)).toBe(untouched);
});

test("somebody else's signed-in session is not taken for one's own; strangers have no password to set", async () => {
  const { world, here } = await annInTwoBrowsers();
  const ben = world.person();
  const untouched = digestOf(world.db);
  const given = { password, authSessionId: here.authSessionId };
  for (const ctx of [world.as(ben), world.stranger, world.asSystem]) {
    await expect(changePassword(ctx, given)).rejects.toThrow(Forbidden);
  }
  expect(digestOf(world.db)).toBe(untouched);
});

test("sent twice, the second finds its browser under another secret and changes nothing more", async () => {
  const { world, asAnn, here } = await annInTwoBrowsers();
  const added = watch(world);
  const given = { password, authSessionId: here.authSessionId };
  const twice = await Promise.allSettled([changePassword(asAnn, given), changePassword(asAnn, given)]);
  expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(added().audit).toHaveLength(1);
  expect(await signsIn(world.stranger, password)).toBe(true);
});
