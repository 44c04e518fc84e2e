// Naming a line manager: the person's own to do, or a coordinator's; never themselves; audited without the address.
import { expect, test } from "vitest";
import { nameLineManager, readPerson } from "~/domain/accounts/accounts.server";
import { NotFound } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { digestOf, inShort, nothing, watch } from "../support-check/ledger";

function naming() {
  const world = makeWorld();
  const annId = world.person({ name: "Ann" });
  const named = { personId: annId, lineManagerEmail: "boss@police.example.org" };
  return { ...world, world, annId, named };
}

test("the address is kept, once; the trail says that it changed and not what it is", () => {
  const { world, annId, named } = naming();
  const added = watch(world);
  const ann = world.as(annId);
  expect(nameLineManager(ann, { ...named, lineManagerEmail: ` ${named.lineManagerEmail} ` })).toEqual({
    ok: true,
    value: { changed: true },
  });
  expect(readPerson(world, annId).lineManagerEmail).toBe("boss@police.example.org");
  expect(inShort(added())).toEqual({ audit: ["accounts.details changed"], messages: [] });
  expect(added().audit).toMatchObject([{ aboutPersonId: annId, detail: { fields: ["lineManagerEmail"] } }]);
  expect(JSON.stringify(added().audit)).not.toContain("boss");
  const again = watch(world);
  expect(nameLineManager(ann, named)).toEqual({ ok: true, value: { changed: false } });
  expect(inShort(again())).toEqual(nothing);
});

test("nobody is their own line manager, however they write the address", () => {
  const { world, annId, named } = naming();
  const before = digestOf(world.db);
  const own = { ...named, lineManagerEmail: `${annId.toUpperCase()}@POLICE.example.org` };
  expect(nameLineManager(world.as(annId), own)).toEqual({ ok: false, reason: "own line manager" });
  expect(digestOf(world.db)).toBe(before);
});

test("a coordinator names one for somebody; nobody else does, a stranger least of all", () => {
  const { world, named } = naming();
  const others = [
    world.stranger,
    world.as(world.person()),
    world.as(world.person({ roles: ["agency_lead", "trainer", "admin"] })),
  ];
  const before = digestOf(world.db);
  for (const ctx of others) expect(() => nameLineManager(ctx, named)).toThrow(NotFound);
  expect(digestOf(world.db)).toBe(before);
  expect(nameLineManager(world.as(world.coordinator), named).ok).toBe(true);
});
