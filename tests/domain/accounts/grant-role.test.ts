// Who may give which role to whom.
import { expect, test } from "vitest";
import { grantRole } from "~/domain/accounts/accounts.server";
import { holds, roles } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { digestOf } from "../support-check/ledger";

test("an admin gives any role, with one audit entry; again changes nothing", () => {
  const world = makeWorld();
  const admin = world.as(world.person({ roles: ["admin"] }));
  const ann = world.person();
  for (const role of roles) {
    const audit = world.count("auditEntries");
    grantRole(admin, { personId: ann, role });
    expect(holds(world.as(ann).actor, role)).toBe(true);
    expect(world.count("auditEntries")).toBe(audit + 1);
  }
  const before = digestOf(world.db);
  grantRole(admin, { personId: ann, role: "trainer" });
  expect(digestOf(world.db)).toBe(before);
});

test("a coordinator makes trainers and nothing more; nobody else makes anything", () => {
  const world = makeWorld();
  const ann = world.person();
  const others = roles
    .filter((role) => role !== "admin" && role !== "coordinator")
    .map((role) => world.person({ roles: [role] }));
  const contexts = [world.stranger, ...[world.person(), ann, ...others].map(world.as)];
  const coordinator = world.as(world.coordinator);
  const before = digestOf(world.db);
  for (const role of roles) {
    for (const ctx of contexts) expect(() => grantRole(ctx, { personId: ann, role })).toThrow(Forbidden);
    if (role !== "trainer") expect(() => grantRole(coordinator, { personId: ann, role })).toThrow(Forbidden);
  }
  expect(() => grantRole(coordinator, { personId: "nobody", role: "trainer" })).toThrow(NotFound);
  expect(digestOf(world.db)).toBe(before);
  grantRole(coordinator, { personId: ann, role: "trainer" });
  expect(holds(world.as(ann).actor, "trainer")).toBe(true);
});
