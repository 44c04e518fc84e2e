// A world whose board has terms, with someone who has a place, their agency's lead, and another agency's.
import { transact } from "db/client";
import { type ChargeKind, chargeKinds } from "~/domain/charges/charges";
import { chargeFor } from "~/domain/charges/charges.server";
import type { Context } from "~/domain/context";
import { startingRules, type TermsRules } from "~/domain/terms/terms";
import { setTerms } from "~/domain/terms/terms.server";
import { instantOf } from "~/shared/civil-time";
import { makeWorld, type World } from "../../support/world";

/** Three full working days before Friday 20 November 2026, the last is Tuesday 17: from then on it costs. */
const sessionDate = "2026-11-20";
export const lateMoment = instantOf("2026-11-18", "12:00");

export function chargeWorld(rules: Partial<TermsRules> = {}) {
  const world = makeWorld();
  const { db, tables, ids, clock } = world;
  const termsId = setTermsOf(world, rules);
  const sessionId = world.session({
    capacity: 20,
    meetings: [{ date: sessionDate, startTime: "09:30", endTime: "16:30" }],
  });
  const ann = world.person({ name: "Ann Absent" });
  const lead = world.person({ name: "Lee Lead", roles: ["agency_lead"] });
  const otherLead = world.person({ name: "Hal Health", agencyId: "health", roles: ["agency_lead"] });

  /** Someone's booking, put there as it is: how bookings are made has tests of its own. */
  const booking = (personId = ann, given: Partial<typeof tables.bookings.$inferInsert> = {}) => {
    const row = {
      id: ids.id(),
      reference: ids.reference(),
      sessionId,
      personId,
      state: "confirmed" as const,
      createdAt: clock.now(),
      updatedAt: clock.now(),
      termsId,
      ...given,
    };
    db.insert(tables.bookings).values(row).run();
    return row;
  };
  type Charged = Pick<ReturnType<typeof booking>, "id" | "personId" | "sessionId" | "termsId">;
  const charge = (kind: ChargeKind, of: Charged, ctx: Context = world.asSystem, at = clock.now()) =>
    transact(db, () => chargeFor(ctx, { kind, booking: of, at }));
  /** A charge that is due for a late cancellation. */
  const dueCharge = (personId = ann) => {
    clock.set(lateMoment);
    const made = charge("late cancellation", booking(personId));
    if (!made) throw new Error("Nothing is due.");
    return made.id;
  };
  const stateOf = (id: string) =>
    db
      .select()
      .from(tables.charges)
      .all()
      .find((row) => row.id === id)?.state;
  const changesOf = (id: string) =>
    db
      .select()
      .from(tables.chargeChanges)
      .all()
      .filter((row) => row.chargeId === id);
  const all = [...chargeKinds];
  return {
    ...world,
    termsId,
    sessionId,
    ann,
    lead,
    otherLead,
    booking,
    charge,
    dueCharge,
    stateOf,
    changesOf,
    all,
  };
}

export function setTermsOf(world: World, rules: Partial<TermsRules> = {}, boardCode = "KIDS"): string {
  const set = setTerms(world.as(world.coordinator), {
    boardCode,
    rules: { ...startingRules, ...rules },
    inForceFrom: world.clock.now(),
  });
  if (!set.ok) throw new Error(set.reason);
  return set.value.termsId;
}
