// Who someone is and what they may do, read anew each time; and what they need to take part.
import { expect, test } from "vitest";
import {
  changeNeeds,
  findSignedInPerson,
  listAgencies,
  listBoards,
  readPartnership,
  readPerson,
} from "~/domain/accounts/accounts.server";
import { roles } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { digestOf, watch } from "../support-check/ledger";

test("someone's roles are read anew each time: one that is taken away is gone at once", () => {
  const world = makeWorld();
  const ann = world.person({ roles: ["trainer", "coordinator"] });
  expect(findSignedInPerson(world, ann)?.actor).toMatchObject({ roles: new Set(["trainer", "coordinator"]) });
  world.db.delete(world.tables.roleGrants).run();
  expect(findSignedInPerson(world, ann)?.actor).toMatchObject({ roles: new Set() });
});

test("someone who has left is nobody to sign in as, and still has a name", () => {
  const world = makeWorld();
  const ann = world.person({ name: "Ann" });
  world.db.update(world.tables.people).set({ disabledAt: 1 }).run();
  expect(findSignedInPerson(world, ann)).toBeNull();
  expect(findSignedInPerson(world, "no such person")).toBeNull();
  expect(readPerson(world, ann).name).toBe("Ann");
  expect(() => readPerson(world, "no such person")).toThrow(NotFound);
});

test("a person as others read them carries neither password nor roles", () => {
  const world = makeWorld();
  const person = readPerson(world, world.person({ roles: ["admin"] }));
  expect(Object.keys(person).sort()).toEqual([
    "accessNeeds",
    "agencyId",
    "agencyName",
    "agencyStanding",
    "dietaryNeeds",
    "email",
    "id",
    "jobTitle",
    "lineManagerEmail",
    "name",
    "roleGroupId",
    "team",
  ]);
});

test("boards come in their own order, agencies by name, and a service without a partnership says so", () => {
  const world = makeWorld();
  expect(listBoards(world).map((board) => board.code)).toEqual(["KIDS", "ADULT"]);
  expect(listAgencies(world).map((agency) => agency.name)).toEqual(["Health", "Police"]);
  world.db.delete(world.tables.partnership).run();
  expect(() => readPartnership(world)).toThrow("No partnership is set up");
});

test("access needs are kept, trimmed and without a word of them in the audit trail; blank means none", () => {
  const world = makeWorld();
  const ann = world.person();
  const added = watch(world);
  changeNeeds(world.as(ann), { personId: ann, accessNeeds: "  A hearing loop \n" });
  expect(readPerson(world, ann).accessNeeds).toBe("A hearing loop");
  const { audit, messages } = added();
  expect(audit).toMatchObject([
    { action: "accounts.details changed", aboutPersonId: ann, detail: { fields: ["accessNeeds"] } },
  ]);
  expect(JSON.stringify(audit)).not.toContain("hearing");
  expect(messages).toEqual([]);
  changeNeeds(world.as(ann), { personId: ann, accessNeeds: "   " });
  expect(readPerson(world, ann).accessNeeds).toBeNull();
});

test("the same access needs again change nothing", () => {
  const world = makeWorld();
  const ann = world.person();
  const change = (accessNeeds: string) => changeNeeds(world.as(ann), { personId: ann, accessNeeds });
  const untouched = digestOf(world.db);
  change("");
  expect(digestOf(world.db)).toBe(untouched);
  change("A hearing loop");
  const before = digestOf(world.db);
  change(" A hearing loop ");
  expect(digestOf(world.db)).toBe(before);
});

test("nobody changes someone else's access needs, and nobody learns whether they exist; coordinators may", () => {
  const world = makeWorld();
  const ann = world.person();
  const others = roles
    .filter((role) => role !== "coordinator")
    .map((role) => world.person({ roles: [role] }));
  const contexts = [world.stranger, world.asSystem, ...[world.person(), ...others].map(world.as)];
  const before = digestOf(world.db);
  for (const ctx of contexts) {
    for (const personId of [ann, "no such person"]) {
      expect(() => changeNeeds(ctx, { personId, accessNeeds: "x" })).toThrow(NotFound);
    }
  }
  expect(digestOf(world.db)).toBe(before);
  changeNeeds(world.as(world.coordinator), { personId: ann, accessNeeds: "x" });
  expect(readPerson(world, ann).accessNeeds).toBe("x");
});
