// Charges as coordinators find them, and an agency's statement: what counts, in which period, and for whose eyes.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  agencyStatement,
  appealCharge,
  forgetChargeNotes,
  listCharges,
  takeOverCharges,
  waiveCharge,
  withdrawCharge,
} from "~/domain/charges/charges.server";
import { roles } from "~/domain/context";
import { instantOf } from "~/shared/civil-time";
import { Forbidden, NotFound } from "~/shared/problems";
import { chargeWorld, lateMoment, setTermsOf } from "./charge-world";

const note = "A family emergency.";

/** Two of the police, one waived, and one of health under another board's terms, a day later. */
function settled() {
  const world = chargeWorld();
  const adultTerms = setTermsOf(world, {}, "ADULT");
  const due = world.dueCharge();
  const waived = world.dueCharge(world.person({ name: "Bo" }));
  waiveCharge(world.as(world.coordinator), { chargeId: waived, note });
  world.clock.set(instantOf("2026-11-19", "00:00"));
  const hal = world.person({ name: "Hal", agencyId: "health" });
  const health = world.charge("did not attend", world.booking(hal, { termsId: adultTerms }))?.id ?? "";
  return { ...world, due, waived, health, hal };
}

test("a coordinator finds charges by state, agency, board and day, newest first, with what is owed", () => {
  const world = settled();
  const { due, waived, health } = world;
  const find = (filters: Parameters<typeof listCharges>[1], page?: Parameters<typeof listCharges>[2]) => {
    const found = listCharges(world.as(world.coordinator), filters, page);
    return [found.charges.map(({ id }) => id), found.total, found.pence];
  };
  expect(find({})).toEqual([[health, waived, due], 3, 10_000]);
  expect(find({ state: "waived" })).toEqual([[waived], 1, 0]);
  expect(find({ agencyId: "police", state: "due" })).toEqual([[due], 1, 5000]);
  expect(find({ boardCode: "ADULT" })).toEqual([[health], 1, 5000]);
  expect(find({ to: "2026-11-18" })).toEqual([[waived, due], 2, 5000]);
  expect(find({ from: "2026-11-19", to: "2026-11-19" })).toEqual([[health], 1, 5000]);
  expect(find({}, { number: 2, size: 2 })).toEqual([[due], 3, 10_000]);
  expect(find({}, { number: 99, size: 2 })).toEqual([[due], 3, 10_000]);
  for (const role of roles.filter((one) => one !== "coordinator"))
    expect(() => listCharges(world.as(world.person({ roles: [role] })), {}), role).toThrow(Forbidden);
  expect(() => listCharges(world.stranger, {})).toThrow(Forbidden);
});

test("an agency's statement counts places and money of its own, in the period, to the last hour of it", () => {
  const world = settled();
  const { db, tables, lead } = world;
  world.clock.set(instantOf("2026-11-04", "12:00"));
  const pastSession = world.session({
    meetings: [{ date: "2026-11-10", startTime: "09:30", endTime: "16:30" }],
  });
  const attended = (personId: string, state: "attended" | "partly attended" | "did not attend") =>
    world.booking(personId, { sessionId: pastSession, state });
  attended(world.ann, "attended");
  attended(world.person(), "partly attended");
  attended(world.person(), "did not attend");
  attended(world.hal, "attended");
  const late = world.booking(world.person(), { state: "cancelled" });
  const change = { fromState: "confirmed" as const, byPersonId: null, late: true };
  db.insert(tables.bookingChanges)
    .values([
      { ...change, bookingId: late.id, toState: "cancelled", at: lateMoment },
      { ...change, bookingId: late.id, toState: "cancelled", at: lateMoment, late: false },
    ])
    .run();
  const statement = (from: string, to: string) =>
    agencyStatement(world.as(lead), { agencyId: "police", from, to });
  expect(statement("2026-11-01", "2026-11-18")).toMatchObject({
    agencyName: "Police",
    used: 2,
    noShows: 1,
    lateCancellations: 1,
    pence: { due: 5000, appealed: 0, waived: 5000, withdrawn: 0 },
    charges: [{ personName: "Bo" }, { personName: "Ann Absent", kind: "late cancellation" }],
  });
  expect(statement("2026-11-11", "2026-11-17")).toMatchObject({
    used: 0,
    noShows: 0,
    lateCancellations: 0,
    charges: [],
  });
  expect(statement("2026-11-10", "2026-11-10").used).toBe(2);
});

test("every agency's statement is for its own lead and for coordinators; a charge stays when the person moves on", () => {
  const world = settled();
  const period = { from: "2026-11-01", to: "2026-11-30" };
  world.db
    .update(world.tables.people)
    .set({ agencyId: "health" })
    .where(eq(world.tables.people.id, world.ann))
    .run();
  const policeNow = agencyStatement(world.as(world.lead), { agencyId: "police", ...period });
  expect(policeNow.charges.map(({ personName }) => personName)).toEqual(["Bo", "Ann Absent"]);
  const healthNow = agencyStatement(world.as(world.otherLead), { agencyId: "health", ...period });
  expect(healthNow.charges.map(({ personName }) => personName)).toEqual(["Hal"]);
  for (const id of [world.lead, world.ann, world.person({ roles: ["admin"] })])
    expect(() => agencyStatement(world.as(id), { agencyId: "health", ...period })).toThrow(NotFound);
  expect(() => agencyStatement(world.as(world.otherLead), { agencyId: "police", ...period })).toThrow(
    NotFound,
  );
  expect(() => agencyStatement(world.stranger, { agencyId: "police", ...period })).toThrow(NotFound);
  expect(() => agencyStatement(world.as(world.coordinator), { agencyId: "none", ...period })).toThrow(
    NotFound,
  );
  expect(
    agencyStatement(world.as(world.coordinator), { agencyId: "police", ...period }).charges,
  ).toHaveLength(2);
});

test("a merge moves charges to the account that stays; erasing takes out what was written about them", () => {
  const world = chargeWorld();
  const chargeId = world.dueCharge();
  appealCharge(world.as(world.ann), { chargeId, note });
  const admin = world.as(world.person({ roles: ["admin"] }));
  const into = world.person();
  const ids = { fromId: world.ann, intoId: into };
  expect(() => takeOverCharges(world.as(world.coordinator), ids)).toThrow(Forbidden);
  expect(takeOverCharges(admin, ids)).toBe(1);
  expect(takeOverCharges(admin, ids)).toBe(0);
  expect(() => forgetChargeNotes(world.as(world.coordinator), into)).toThrow(Forbidden);
  forgetChargeNotes(admin, world.ann);
  expect(world.changesOf(chargeId).at(-1)?.note).toBe(note);
  forgetChargeNotes(admin, into);
  expect(world.changesOf(chargeId).map((change) => change.note)).toEqual([null, null]);
  expect(world.stateOf(chargeId)).toBe("appealed");
  expect(withdrawCharge(world.asSystem, "no such booking", world.all)).toBe(0);
});
