// Creating an account: what is written, what is refused, and that the password itself is nowhere.
import { expect, test } from "vitest";
import type { Registration } from "~/domain/accounts/accounts";
import { findSignedInPerson, registerPerson, signIn } from "~/domain/accounts/accounts.server";
import { makeWorld } from "../../support/world";
import { digestOf, inShort, watch } from "../support-check/ledger";

const form: Registration = {
  name: "Ann Other",
  email: "Ann.Other@police.example.org",
  agencyId: "police",
  roleGroupId: "front-line",
  password: "trombone-lichen-harbour",
};

async function registered(world = makeWorld(), given: Partial<Registration> = {}) {
  const result = await registerPerson(world.stranger, { ...form, ...given });
  if (!result.ok) throw new Error(result.reason);
  return { world, personId: result.value.personId };
}

test("a person without any role is created, with one entry in the audit trail and one welcome", async () => {
  const world = makeWorld();
  const added = watch(world);
  const { personId } = await registered(world);
  expect(findSignedInPerson(world, personId)).toMatchObject({
    person: { name: "Ann Other", email: "Ann.Other@police.example.org", agencyName: "Police" },
    actor: { personId, agencyId: "police", roles: new Set() },
  });
  const { audit, messages } = added();
  expect(audit).toMatchObject([
    {
      action: "accounts.registered",
      actorKind: "stranger",
      actorPersonId: null,
      subjectId: personId,
      aboutPersonId: personId,
    },
  ]);
  expect(messages).toMatchObject([
    { kind: "welcome", key: `welcome/${personId}`, toEmail: form.email, facts: { personName: "Ann Other" } },
  ]);
});

test("the password is kept as Argon2id of at least 19 MiB and two passes, and stands nowhere as it was typed", async () => {
  const { world, personId } = await registered();
  const people = world.db.select().from(world.tables.people).all();
  const hash = people.find((person) => person.id === personId)?.passwordHash ?? "";
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
  expect(world.db.$client.serialize().includes(form.password)).toBe(false);
});

test.each<[string, Partial<Registration>, string]>([
  ["an address that has an account", { email: "ann.other@police.example.org" }, "address in use"],
  ["that address in other letters", { email: "ANN.OTHER@POLICE.EXAMPLE.ORG" }, "address in use"],
  ["an agency that does not exist", { email: "b@police.example.org", agencyId: "none" }, "no such agency"],
  [
    "a kind of work that does not exist",
    { email: "b@police.example.org", roleGroupId: "none" },
    "no such kind of work",
  ],
  ["a common password", { email: "b@police.example.org", password: "password1234" }, "guessable password"],
  [
    "their own name as password",
    { email: "b@police.example.org", password: "AnnOther1234" },
    "guessable password",
  ],
  [
    "the place as password",
    { email: "b@police.example.org", password: "Testford2026" },
    "guessable password",
  ],
  [
    "their agency as password",
    { email: "b@police.example.org", password: "Police-Police-1" },
    "guessable password",
  ],
  [
    "the partnership as password",
    { email: "b@police.example.org", password: "testpartnership" },
    "guessable password",
  ],
])("%s is refused and changes nothing", async (_, given, reason) => {
  const { world } = await registered();
  const before = digestOf(world.db);
  expect(await registerPerson(world.stranger, { ...form, ...given })).toEqual({ ok: false, reason });
  expect(digestOf(world.db)).toBe(before);
});

test("sent twice at the same moment it is one account: the second is told that the address is in use", async () => {
  const world = makeWorld();
  const added = watch(world);
  const results = await Promise.all([
    registerPerson(world.stranger, form),
    registerPerson(world.stranger, form),
  ]);
  expect(results.map((result) => (result.ok ? "done" : result.reason)).sort()).toEqual([
    "address in use",
    "done",
  ]);
  expect(inShort(added())).toEqual({ audit: ["accounts.registered"], messages: ["welcome"] });
});

test("whoever registered can sign in with the same password however it is composed, and not with another", async () => {
  const composed = "trombone-café-harbour";
  const { world } = await registered(makeWorld(), { password: composed.normalize("NFC") });
  const attempt = (password: string) => signIn(world.stranger, { email: form.email, password });
  expect(await attempt(composed.normalize("NFD"))).toMatchObject({ ok: true });
  expect(await attempt(composed.toUpperCase())).toMatchObject({ ok: false });
  expect(await attempt(`${composed} `)).toMatchObject({ ok: false });
});
