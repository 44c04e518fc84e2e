// Creating an account: what is written, what is refused, and that the password itself is nowhere.
import { expect, test } from "vitest";
import type { Joining } from "~/domain/accounts/accounts";
import { findSignedInPerson, registerPerson, signIn } from "~/domain/accounts/accounts.server";
import { makeWorld, type World } from "../../support/world";
import { digestOf, inShort, watch } from "../support-check/ledger";
import { details, password } from "./accounts-world";

const proved = { email: "Ann.Other@police.example.org", identity: null };

async function registered(world = makeWorld(), given: Partial<Joining> = {}, email = proved.email) {
  const result = await registerPerson(world.stranger, { email, identity: null }, { ...details, ...given });
  if (!result.ok) throw new Error(result.reason);
  return { world, personId: result.value.personId };
}

const rowOf = (world: World, personId: string) =>
  world.db
    .select()
    .from(world.tables.people)
    .all()
    .find((person) => person.id === personId);

test("a person without any role is created in the agency of their address, with one audit entry and one welcome", async () => {
  const world = makeWorld();
  const added = watch(world);
  const { personId } = await registered(world);
  expect(findSignedInPerson(world, personId)).toMatchObject({
    person: { name: "Ann Learner", email: proved.email, agencyName: "Police", agencyStanding: "confirmed" },
    actor: { personId, agencyId: "police", roles: new Set() },
    hasSecondFactor: false,
  });
  const { audit, messages } = added();
  expect(audit).toMatchObject([
    {
      action: "accounts.registered",
      actorKind: "stranger",
      actorPersonId: null,
      subjectId: personId,
      aboutPersonId: personId,
      detail: { agencyId: "police", roleGroupId: "front-line" },
    },
  ]);
  expect(messages).toMatchObject([
    {
      kind: "welcome",
      key: `welcome/${personId}`,
      toEmail: proved.email,
      facts: { personName: "Ann Learner", awaiting: null },
    },
  ]);
});

test("the agency that the address proves is not to be picked: another that is sent along is ignored", async () => {
  const { world, personId } = await registered(makeWorld(), { agencyId: "health" });
  expect(rowOf(world, personId)).toMatchObject({ agencyId: "police", agencyStanding: "confirmed" });
});

test("a part of an agency's domain, capitals and a plus in the address lead to the same agency", async () => {
  for (const email of [
    "a@mail.police.example.org",
    "b@POLICE.Example.ORG",
    "ann+training@police.example.org",
  ]) {
    const { world, personId } = await registered(makeWorld(), {}, email);
    expect(rowOf(world, personId), email).toMatchObject({ agencyStanding: "confirmed", email });
  }
});

test("an address with a plus is another address, with an account of its own", async () => {
  const { world, personId } = await registered(makeWorld(), {}, "ann@police.example.org");
  const other = await registered(world, {}, "ann+2@police.example.org");
  expect(other.personId).not.toBe(personId);
});

test.each([
  ["a domain that no agency has", "ann@charity.example.com"],
  ["a domain that only ends like an agency's", "ann@notpolice.example.org"],
  ["an agency's domain with more behind it", "ann@police.example.org.example.com"],
])("%s proves nothing: the agency picked waits for its lead, who is asked", async (_, email) => {
  const world = makeWorld();
  const lead = world.person({ name: "Lead", agencyId: "health", roles: ["agency_lead"] });
  world.person({ agencyId: "police", roles: ["agency_lead"] });
  const added = watch(world);
  const { personId } = await registered(world, { agencyId: "health" }, email);
  expect(rowOf(world, personId)).toMatchObject({ agencyId: "health", agencyStanding: "awaiting" });
  expect(added().messages.map(({ kind, toPersonId, facts }) => [kind, toPersonId, facts])).toEqual([
    ["welcome", personId, { personName: "Ann Learner", awaiting: "Health" }],
    [
      "account to confirm",
      lead,
      { personName: "Lead", joinerName: "Ann Learner", agencyName: "Health", asLead: true },
    ],
  ]);
});

test("an agency without a lead is confirmed by the coordinators, who are asked instead; leads who left are not", async () => {
  const world = makeWorld();
  const left = world.person({ agencyId: "health", roles: ["agency_lead"] });
  world.db.$client.prepare("update people set disabled_at = 1 where id = ?").run(left);
  const added = watch(world);
  await registered(world, { agencyId: "health" }, "ann@charity.example.com");
  const [, asked, ...more] = added().messages;
  expect(more).toEqual([]);
  expect(asked).toMatchObject({ toPersonId: world.coordinator, facts: { asLead: false } });
});

test("a domain that two agencies share leaves those two to pick from, and is confirmed by hand", async () => {
  const world = makeWorld();
  world.db
    .insert(world.tables.agencyDomains)
    .values(["police", "health"].map((agencyId) => ({ domain: "shared.example.org", agencyId })))
    .run();
  world.db.insert(world.tables.agencies).values({ id: "third", name: "Third", sector: "other" }).run();
  const email = "ann@shared.example.org";
  for (const agencyId of [undefined, "third"]) {
    expect(await registerPerson(world.stranger, { email, identity: null }, { ...details, agencyId })).toEqual(
      { ok: false, reason: "agency not picked" },
    );
  }
  const { personId } = await registered(world, { agencyId: "health" }, email);
  expect(rowOf(world, personId)).toMatchObject({ agencyId: "health", agencyStanding: "awaiting" });
});

test("an identity proved by another organisation is kept with the account, and audited by its issuer alone", async () => {
  const world = makeWorld();
  const added = watch(world);
  const identity = { issuer: "https://login.example.org", subject: "ann-at-police" };
  const result = await registerPerson(
    world.stranger,
    { email: proved.email, identity },
    { ...details, password: undefined },
  );
  if (!result.ok) throw new Error(result.reason);
  expect(world.db.select().from(world.tables.externalIdentities).all()).toMatchObject([
    { ...identity, personId: result.value.personId },
  ]);
  const { audit } = added();
  expect(audit.map((entry) => entry.action)).toEqual(["accounts.registered", "accounts.identity linked"]);
  expect(JSON.stringify(audit)).not.toContain("ann-at-police");
});

test("the password is kept as Argon2id of at least 19 MiB and two passes, and stands nowhere as it was typed", async () => {
  const { world, personId } = await registered();
  const hash = rowOf(world, personId)?.passwordHash ?? "";
  const [, algorithm, , cost = ""] = hash.split("$");
  expect(algorithm).toBe("argon2id");
  const {
    m = 0,
    t = 0,
    p = 0,
  } = Object.fromEntries(
    cost.split(",").map((part) => {
      const [name = "", value = ""] = part.split("=");
      return [name, Number(value)];
    }),
  );
  expect(m).toBeGreaterThanOrEqual(19 * 1024);
  expect([t >= 2, p >= 1]).toEqual([true, true]);
  expect(world.db.$client.serialize().includes(password)).toBe(false);
});

test.each<[string, Partial<Joining>, string, string]>([
  ["an address that has an account", {}, "ann.other@police.example.org", "address in use"],
  ["that address in other letters", {}, "ANN.OTHER@POLICE.EXAMPLE.ORG", "address in use"],
  ["an agency that does not exist", { agencyId: "none" }, "b@elsewhere.example", "agency not picked"],
  ["no agency where one must be picked", {}, "b@elsewhere.example", "agency not picked"],
  [
    "a kind of work that does not exist",
    { roleGroupId: "none" },
    "b@police.example.org",
    "no such kind of work",
  ],
  ["a common password", { password: "leavemealone" }, "b@police.example.org", "guessable password"],
  ["a common one twice", { password: "sunshinesunshine" }, "b@police.example.org", "guessable password"],
  ["a common one and a year", { password: "manchester2026" }, "b@police.example.org", "guessable password"],
  [
    "their own name as password",
    { password: "AnnLearner1234" },
    "b@police.example.org",
    "guessable password",
  ],
  ["the place as password", { password: "Testford2026" }, "b@police.example.org", "guessable password"],
  ["their agency as password", { password: "Police-Police-1" }, "b@police.example.org", "guessable password"],
  [
    "the partnership as password",
    { password: "testpartnership" },
    "b@police.example.org",
    "guessable password",
  ],
])("%s is refused and changes nothing", async (_, given, email, reason) => {
  const { world } = await registered();
  const before = digestOf(world.db);
  expect(await registerPerson(world.stranger, { email, identity: null }, { ...details, ...given })).toEqual({
    ok: false,
    reason,
  });
  expect(digestOf(world.db)).toBe(before);
});

test("sent twice at the same moment it is one account: the second is told that the address is in use", async () => {
  const world = makeWorld();
  const added = watch(world);
  const results = await Promise.all([1, 2].map(() => registerPerson(world.stranger, proved, details)));
  expect(results.map((result) => (result.ok ? "done" : result.reason)).sort()).toEqual([
    "address in use",
    "done",
  ]);
  expect(inShort(added())).toEqual({ audit: ["accounts.registered"], messages: ["welcome"] });
});

test("whoever registered can sign in with the same password however it is composed, and not with another", async () => {
  const composed = "Trombone-café-Harbour";
  const { world } = await registered(makeWorld(), { password: composed.normalize("NFC") });
  const attempt = (typed: string) =>
    signIn(world.stranger, { email: proved.email, password: typed, device: null });
  expect(await attempt(composed.normalize("NFD"))).toMatchObject({ ok: true });
  for (const typed of [composed.toUpperCase(), composed.toLowerCase()])
    expect(await attempt(typed)).toMatchObject({ ok: false });
  expect(await attempt(`${composed} `)).toMatchObject({ ok: false });
});
