// Links by email: the same for every address, ten minutes long, used once, and nothing in the database opens them.
import { expect, test } from "vitest";
import {
  linkToken,
  readLink,
  readLinkToken,
  readSignedIn,
  requestLink,
  spendLink,
} from "~/domain/accounts/accounts.server";
import { minutes } from "~/shared/clock";
import { makeWorld, type World } from "../../support/world";
import { digestOf, inShort, watch } from "../support-check/ledger";
import { email, worldWithAnn } from "./accounts-world";

const secret = "a secret of the service, long enough to be one";

/** Asks for a link and gives its id. */
function asked(
  world: Pick<World, "stranger" | "db" | "tables">,
  address: string = email,
  returnTo = "/courses",
) {
  requestLink(world.stranger, { email: address, returnTo });
  const id = world.db.select().from(world.tables.signInLinks).all().at(-1)?.id;
  if (!id) throw new Error("No link was made.");
  return id;
}

const spend = (world: Pick<World, "stranger">, linkId: string) =>
  spendLink(world.stranger, { linkId, device: "Firefox" });

test("a known address gets a link to sign in: one row, one audit entry without the address, one letter", async () => {
  const { world, ann } = await worldWithAnn();
  const added = watch(world);
  const linkId = asked(world, "ANN@Police.example.org");
  const { audit, messages } = added();
  expect(audit).toMatchObject([
    {
      action: "accounts.link asked for",
      subjectId: linkId,
      aboutPersonId: ann,
      detail: { purpose: "sign in" },
    },
  ]);
  expect(messages).toMatchObject([
    {
      kind: "sign-in link",
      toEmail: email,
      toPersonId: ann,
      facts: { personName: "Ann Learner", purpose: "sign in", linkId },
    },
  ]);
  expect(JSON.stringify(audit).toLowerCase()).not.toContain("police.example");
});

test("an unknown address gets a letter in the same way, to join with: nobody learns who has an account", async () => {
  const { world } = await worldWithAnn();
  const [known, unknown] = [email, "nob@police.example.org"].map((address) => {
    const added = watch(world);
    asked(world, address);
    return inShort(added());
  });
  expect(unknown).toEqual(known);
});

test("using it signs the person in, once; a second use opens nothing and changes nothing", async () => {
  const { world, ann } = await worldWithAnn();
  const linkId = asked(world);
  const added = watch(world);
  const used = await spend(world, linkId);
  if (!used.ok || used.value.to !== "signed in") throw new Error("not signed in");
  expect(used.value).toMatchObject({ personId: ann, email, returnTo: "/courses" });
  expect(await readSignedIn(world, used.value.secret)).toMatchObject({
    person: { id: ann },
    authSession: { method: "link", device: "Firefox" },
    provedLately: true,
  });
  expect(added().audit).toMatchObject([
    { action: "accounts.signed in", subjectId: ann, detail: { method: "link" } },
  ]);
  const before = digestOf(world.db);
  expect(await spend(world, linkId)).toEqual({ ok: false, reason: "already used" });
  expect(digestOf(world.db)).toBe(before);
});

test("used twice at the same moment it signs in once", async () => {
  const { world } = await worldWithAnn();
  const linkId = asked(world);
  const both = await Promise.all([spend(world, linkId), spend(world, linkId)]);
  expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
  expect(world.db.select().from(world.tables.authSessions).all()).toHaveLength(1);
});

test("reading it, however often, spends nothing: mail scanners read every link", async () => {
  const { world } = await worldWithAnn();
  const linkId = asked(world);
  const before = digestOf(world.db);
  for (let i = 0; i < 6; i++) expect(readLink(world, linkId)).toMatchObject({ standing: "open" });
  expect(digestOf(world.db)).toBe(before);
  expect(await spend(world, linkId)).toMatchObject({ ok: true });
});

test("it works to the last moment of its ten minutes and not after", async () => {
  const { world } = await worldWithAnn();
  const [inTime, late] = [asked(world), asked(world, "nob@police.example.org")];
  world.clock.forward(minutes(10) - 1);
  expect(await spend(world, inTime)).toMatchObject({ ok: true });
  world.clock.forward(1);
  expect(readLink(world, late)).toMatchObject({ standing: "expired" });
  expect(await spend(world, late)).toEqual({ ok: false, reason: "expired" });
});

test("a newer link overtakes the older one of the same address, and no other's", async () => {
  const { world } = await worldWithAnn();
  const [first, other, second] = [
    asked(world),
    asked(world, "nob@police.example.org"),
    asked(world, "Ann@Police.Example.org"),
  ];
  expect(await spend(world, first)).toEqual({ ok: false, reason: "already used" });
  expect(await spend(world, second)).toMatchObject({ ok: true });
  expect(await spend(world, other)).toMatchObject({ ok: true, value: { to: "join" } });
});

test("a link to join proves the address and signs nobody in", async () => {
  const world = makeWorld();
  const used = await spend(world, asked(world, "new@police.example.org", "/sessions/abc/book"));
  expect(used).toEqual({
    ok: true,
    value: { to: "join", email: "new@police.example.org", returnTo: "/sessions/abc/book" },
  });
  expect(world.db.select().from(world.tables.authSessions).all()).toEqual([]);
});

test("someone who has left is told that the account is closed; one that was merged leads to the one that took it over", async () => {
  const { world, ann, db, tables } = await worldWithAnn();
  const [closed] = [asked(world)];
  db.$client.prepare("update people set disabled_at = 1 where id = ?").run(ann);
  expect(await spend(world, closed)).toEqual({ ok: false, reason: "account closed" });
  const kept = world.person({ name: "Ann at her new address" });
  db.$client.prepare("update people set merged_into_id = ? where id = ?").run(kept, ann);
  expect(await spend(world, closed)).toMatchObject({ ok: true, value: { to: "signed in", personId: kept } });
  expect(db.select().from(tables.authSessions).all()).toMatchObject([{ userId: kept }]);
});

test("the secret in a link is a signature: 128 bits, of this service only, and in no row of the database", async () => {
  const { world } = await worldWithAnn();
  const linkId = asked(world);
  const token = linkToken(secret, linkId);
  expect(readLinkToken(secret, token)).toBe(linkId);
  expect(Buffer.from(token.split("~")[1] ?? "", "base64url")).toHaveLength(16);
  expect(world.db.$client.serialize().includes(token.split("~")[1] ?? "")).toBe(false);
  const other = linkToken(secret, "another");
  for (const made of [
    "",
    "~",
    linkId,
    `${linkId}~`,
    `${linkId}~${other.split("~")[1]}`,
    `${token}~x`,
    `x${token}`,
  ]) {
    expect(readLinkToken(secret, made), made).toBeNull();
  }
  expect(readLinkToken("another secret of another service!", token)).toBeNull();
});
