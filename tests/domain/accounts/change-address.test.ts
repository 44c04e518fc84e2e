// Another email address: asked for, proved by a link, and only then used.
import { transact } from "db/client";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  readAddressChange,
  readLink,
  readPerson,
  requestAddressChange,
  requestLink,
  spendLink,
} from "~/domain/accounts/accounts.server";
import { postMessage } from "~/domain/notifications/notifications.server";
import { minutes } from "~/shared/clock";
import { Forbidden, NotFound } from "~/shared/problems";
import { digestOf, inShort, watch } from "../support-check/ledger";
import { email as before } from "./accounts-world";
import { newAddress as email, moving, returnTo } from "./moving-world";
import { annInTwoBrowsers } from "./signed-in-world";

test("asking sends one letter to the new address and changes nothing about the account", async () => {
  const { world, ann, asAnn } = await annInTwoBrowsers();
  const people = () => world.db.select().from(world.tables.people).all();
  const untouched = people();
  const added = watch(world);
  const asked = requestAddressChange(asAnn, { email: ` ${email} `, returnTo });
  const { linkId } = asked.ok ? asked.value : { linkId: "" };
  expect(people()).toEqual(untouched);
  const { audit, messages } = added();
  expect(audit).toMatchObject([
    {
      action: "accounts.link asked for",
      subjectKind: "link",
      subjectId: linkId,
      aboutPersonId: ann,
      detail: { purpose: "change address" },
    },
  ]);
  expect(JSON.stringify(audit)).not.toContain("Ann.New");
  expect(messages).toMatchObject([
    {
      kind: "address to confirm",
      key: `address-to-confirm/${linkId}`,
      toPersonId: ann,
      toEmail: email,
      facts: { personName: "Ann Learner", linkId, expiresAt: world.clock.now() + minutes(10) },
    },
  ]);
});

test("an address that has an account gets the same answer and the same letter as one that has none", async () => {
  const { world, request } = await moving();
  const ben = readPerson(world, world.person());
  const added = watch(world);
  request(ben.email);
  const taken = inShort(added());
  request("nobody@police.example.org");
  const { audit, messages } = inShort(added());
  expect({ audit: audit.slice(1), messages: messages.slice(1) }).toEqual(taken);
});

test("the address they have, in whatever letters, is not another one", async () => {
  const { world, asAnn } = await annInTwoBrowsers();
  const untouched = digestOf(world.db);
  for (const same of [before, before.toUpperCase(), ` ${before} `]) {
    const asked = requestAddressChange(asAnn, { email: same, returnTo });
    expect(asked).toEqual({ ok: false, reason: "own address" });
  }
  expect(digestOf(world.db)).toBe(untouched);
});

test("one link at a time: a newer one overtakes it", async () => {
  const { confirm, linkId, request, me } = await moving();
  const newer = request("ann.newer@police.example.org");
  expect(confirm(linkId)).toEqual({ ok: false, reason: "already used" });
  expect(confirm(newer)).toMatchObject({ ok: true });
  expect(me().email).toBe("ann.newer@police.example.org");
});

test("reading a link any number of times uses nothing up; using it works once", async () => {
  const { world, asAnn, linkId, confirm, me } = await moving();
  const untouched = digestOf(world.db);
  for (let i = 0; i < 6; i++) readAddressChange(asAnn, linkId);
  expect(digestOf(world.db)).toBe(untouched);
  expect(confirm()).toMatchObject({ ok: true });
  const used = digestOf(world.db);
  expect(confirm()).toEqual({ ok: false, reason: "already used" });
  expect(digestOf(world.db)).toBe(used);
  expect(me().email).toBe(email);
});

test("using it: one entry, a letter to the old address and one to the new, others out, this browser under a new secret", async () => {
  const { world, ann, confirm, here, elsewhere, opens } = await moving();
  const added = watch(world);
  const changed = confirm();
  if (!changed.ok) throw new Error(changed.reason);
  const { audit, messages } = added();
  expect(audit).toMatchObject([
    { action: "accounts.address changed", actorPersonId: ann, aboutPersonId: ann, detail: {} },
  ]);
  const facts = { personName: "Ann Learner", change: "address", at: world.clock.now() };
  expect(messages).toMatchObject([
    { kind: "account changed", toPersonId: ann, toEmail: before, facts },
    { kind: "account changed", toPersonId: ann, toEmail: email, facts },
  ]);
  expect(await opens(changed.value.secret)).toBe(true);
  expect([await opens(here.secret), await opens(elsewhere.secret)]).toEqual([false, false]);
});

test("a link is good for 10 minutes and for its owner only", async () => {
  const { world, confirm, linkId, me } = await moving();
  const ben = world.as(world.person());
  expect(() => readAddressChange(ben, linkId)).toThrow(NotFound);
  expect(() => confirm(linkId, ben)).toThrow(NotFound);
  expect(() => confirm(linkId, world.stranger)).toThrow(Forbidden);
  expect(() => requestAddressChange(world.stranger, { email, returnTo })).toThrow(Forbidden);
  expect(() => confirm("no such link")).toThrow(NotFound);
  world.clock.forward(minutes(10));
  const untouched = digestOf(world.db);
  expect(confirm()).toEqual({ ok: false, reason: "expired" });
  expect(digestOf(world.db)).toBe(untouched);
  expect(me().email).toBe(before);
});

test("a link to sign in changes no address, and a link to change an address signs nobody in", async () => {
  const { world, linkId, confirm } = await moving();
  requestLink(world.stranger, { email: before, returnTo });
  const links = world.db.select().from(world.tables.signInLinks).all();
  const toSignIn = links.find(({ purpose }) => purpose === "sign in")?.id ?? "";
  expect(() => confirm(toSignIn)).toThrow(NotFound);
  expect(readLink(world, linkId)).toBeNull();
  expect(await spendLink(world.stranger, { linkId, device: null })).toMatchObject({ ok: false });
});

test("a link to sign in that was sent to the old address opens nothing any more", async () => {
  const { world, confirm } = await moving();
  requestLink(world.stranger, { email: before, returnTo });
  const [link] = world.db
    .select()
    .from(world.tables.signInLinks)
    .where(eq(world.tables.signInLinks.purpose, "sign in"))
    .all();
  confirm();
  expect(await spendLink(world.stranger, { linkId: link?.id ?? "", device: null })).toMatchObject({
    ok: false,
  });
});

test.each(["BEN@Police.Example.org", "ben@police.example.org"])(
  "%s has an account, even of someone who has left: refused, and nothing changes",
  async (taken) => {
    const { world, request, confirm, set } = await moving();
    set({ email: "ben@police.example.org", disabledAt: 1 }, world.person());
    const linkId = request(taken);
    const untouched = digestOf(world.db);
    expect(confirm(linkId)).toEqual({ ok: false, reason: "address in use" });
    expect(digestOf(world.db)).toBe(untouched);
  },
);

test("an address with a plus is another address, and is kept as typed", async () => {
  const { confirm, me } = await moving("ann+Training@police.example.org");
  expect(confirm()).toMatchObject({ ok: true });
  expect(me()).toMatchObject({ email: "ann+Training@police.example.org", agencyStanding: "confirmed" });
});

test.each([
  ["at another domain, even of the same agency: they are let go", "ann@also-police.example.org", 0],
  ["at the same domain in other letters: they stay", "ann.new@POLICE.example.org", 1],
])("organisations that sign this person in, with a new address %s", async (_, to, left) => {
  const { world, ann, confirm } = await moving(to);
  const { externalIdentities } = world.tables;
  const ben = world.person();
  const linked = (personId: string) => ({
    issuer: "https://i.example",
    subject: personId,
    personId,
    linkedAt: 1,
  });
  world.db
    .insert(externalIdentities)
    .values([linked(ann), linked(ben)])
    .run();
  const kept = () => world.db.select().from(externalIdentities).all();
  expect(confirm()).toMatchObject({ ok: true });
  expect(kept().filter(({ personId }) => personId === ann)).toHaveLength(left);
  expect(kept().filter(({ personId }) => personId === ben)).toHaveLength(1);
});

test("letters that wait go to the new address", async () => {
  const { world, ann, confirm, linkId } = await moving();
  const to = { personId: ann, email: before };
  const facts = { personName: "Ann Learner", awaiting: null };
  transact(world.db, () => postMessage(world.as(ann), { kind: "welcome", key: "waits", to, facts }));
  confirm(linkId);
  const waiting = world.db.select().from(world.tables.outbox).all();
  expect(waiting.find(({ key }) => key === "waits")?.toEmail).toBe(email);
  const told = waiting.filter(({ kind }) => kind === "account changed").map(({ toEmail }) => toEmail);
  expect(told).toEqual([before, email]);
});
