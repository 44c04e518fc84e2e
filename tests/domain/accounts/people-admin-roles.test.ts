// Roles given and taken away: by whom, and never so that nobody is left to administer the service.
import { expect, test } from "vitest";
import { changeRoles } from "~/domain/accounts/accounts.server";
import { removeRole } from "~/domain/accounts/people/remove-role.server";
import { holds, roles } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { digestOf, inShort, watch } from "../support-check/ledger";
import { expectTurnedAway, peopleCast } from "./people-cast";

const done = { ok: true, value: null };
const no = (reason: string) => ({ ok: false, reason });

test("an admin takes any role away, with one audit entry; again changes nothing", () => {
  const cast = peopleCast();
  const personId = cast.person({ roles: [...roles] });
  for (const role of roles) {
    const added = watch(cast);
    expect(removeRole(cast.as(cast.admin), { personId, role })).toEqual(done);
    expect(holds(cast.as(personId).actor, role)).toBe(false);
    expect(added()).toMatchObject({
      audit: [{ action: "accounts.role removed", aboutPersonId: personId, detail: { role } }],
      messages: [],
    });
    expect(removeRole(cast.as(cast.admin), { personId, role })).toEqual(done);
    expect(added().audit).toHaveLength(1);
  }
});

test("a coordinator takes away the role of trainer and no other; nobody else takes any", () => {
  const cast = peopleCast();
  const personId = cast.person({ roles: [...roles] });
  const ctx = cast.as(cast.coordinator);
  for (const role of roles) {
    const remove = { personId, role };
    expectTurnedAway(cast, [...cast.nobodies(), cast.as(cast.lead)], (c) => removeRole(c, remove), Forbidden);
    if (role !== "trainer") expectTurnedAway(cast, [ctx], (c) => removeRole(c, remove), Forbidden);
  }
  expect(removeRole(ctx, { personId, role: "trainer" })).toEqual(done);
  expect(() => removeRole(ctx, { personId: "nobody", role: "trainer" })).toThrow(NotFound);
});

test("the last admin stays one, and nobody takes their own admin role away", () => {
  const cast = peopleCast();
  const { admin } = cast;
  const left = cast.change(cast.person({ roles: ["admin"] }), { disabledAt: 1 });
  expect(removeRole(cast.as(admin), { personId: admin, role: "admin" })).toEqual(no("own admin role"));
  expect(removeRole(cast.asSystem, { personId: admin, role: "admin" })).toEqual(no("last admin"));
  expect(removeRole(cast.as(admin), { personId: left, role: "admin" })).toEqual(done);

  const second = cast.person({ roles: ["admin"] });
  const [first, late] = [cast.as(admin), cast.as(second)];
  expect(removeRole(first, { personId: second, role: "admin" })).toEqual(done);
  expect(removeRole(late, { personId: admin, role: "admin" })).toEqual(no("last admin"));
  expect(cast.rolesOf(admin)).toEqual(["admin"]);
});

test("several roles change together or not at all", () => {
  const cast = peopleCast();
  const personId = cast.person({ roles: ["trainer"] });
  const ctx = cast.as(cast.admin);
  const added = watch(cast);
  expect(changeRoles(ctx, { personId, give: ["coordinator", "sdg_member"], take: ["trainer"] })).toEqual(
    done,
  );
  expect(cast.rolesOf(personId)).toEqual(["coordinator", "sdg_member"]);
  expect(inShort(added()).audit).toEqual([
    "accounts.role removed",
    "accounts.role granted",
    "accounts.role granted",
  ]);

  const own = { personId: cast.admin, give: ["trainer" as const], take: ["admin" as const] };
  const before = digestOf(cast.db);
  expect(changeRoles(ctx, own)).toEqual(no("own admin role"));
  const mixed = { personId, give: ["trainer" as const, "admin" as const], take: [] };
  expect(() => changeRoles(cast.as(cast.coordinator), mixed)).toThrow(Forbidden);
  const both = { personId, give: ["trainer" as const], take: ["sdg_member" as const] };
  expect(() => changeRoles(cast.as(cast.coordinator), both)).toThrow(Forbidden);
  expect(() => changeRoles(ctx, { personId: "nobody", give: ["trainer"], take: [] })).toThrow(NotFound);
  expect(digestOf(cast.db)).toBe(before);
});

test("somebody who has left gets no role, and may lose one", () => {
  const cast = peopleCast();
  const personId = cast.change(cast.person({ roles: ["trainer"] }), { disabledAt: 1 });
  const ctx = cast.as(cast.admin);
  expect(changeRoles(ctx, { personId, give: ["coordinator"], take: ["trainer"] })).toEqual(no("has left"));
  expect(cast.rolesOf(personId)).toEqual(["trainer"]);
  expect(changeRoles(ctx, { personId, give: [], take: ["trainer"] })).toEqual(done);
});
