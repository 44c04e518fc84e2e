// One person of each kind for tests of accounts, and what an account says.
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Context } from "~/domain/context";
import { makeWorld, type World } from "../../support/world";
import { digestOf } from "../support-check/ledger";

export type Change = Partial<World["tables"]["people"]["$inferInsert"]>;

/** Everyone here works for the police unless the name says otherwise. */
export function peopleCast() {
  const world = makeWorld();
  const { db, tables } = world;
  const change = (personId: string, set: Change) => {
    db.update(tables.people).set(set).where(eq(tables.people.id, personId)).run();
    return personId;
  };
  const row = (personId: string) => {
    const found = db.select().from(tables.people).where(eq(tables.people.id, personId)).get();
    if (!found) throw new Error(`No such person: ${personId}`);
    return found;
  };
  const rolesOf = (personId: string) =>
    db
      .select({ role: tables.roleGrants.role })
      .from(tables.roleGrants)
      .where(eq(tables.roleGrants.personId, personId))
      .all()
      .map(({ role }) => role)
      .sort();
  const joiner = (agencyId = "police", name = "Jo Joiner") =>
    change(world.person({ name, agencyId }), { agencyStanding: "awaiting" });
  const lead = world.person({ name: "Lead", roles: ["agency_lead"] });
  const healthLead = world.person({ name: "Health lead", agencyId: "health", roles: ["agency_lead"] });
  const admin = world.person({ name: "Admin", roles: ["admin"] });
  const unconfirmedLead = change(world.person({ name: "Moved lead", roles: ["agency_lead"] }), {
    agencyStanding: "awaiting",
  });
  const others = (["trainer", "sdg_member", "scrutineer"] as const).map((role) =>
    world.person({ roles: [role] }),
  );
  /** People who look after nobody's account. */
  const nobodies = () => [world.stranger, ...[world.person(), ...others].map(world.as)];
  return { ...world, change, row, rolesOf, joiner, lead, healthLead, admin, unconfirmedLead, nobodies };
}

export type PeopleCast = ReturnType<typeof peopleCast>;

/** Each of these is turned away, and nothing at all changes. */
export function expectTurnedAway(
  cast: Pick<PeopleCast, "db">,
  contexts: Context[],
  deed: (ctx: Context) => unknown,
  problem: new (...args: never[]) => Error,
): void {
  const before = digestOf(cast.db);
  for (const ctx of contexts) expect(() => deed(ctx)).toThrow(problem);
  expect(digestOf(cast.db)).toBe(before);
}
