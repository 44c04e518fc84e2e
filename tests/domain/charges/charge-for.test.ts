// Making a charge, again and again, and withdrawing it: what is written, who is told, and when nothing is due.
import { transact } from "db/client";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { changeCharge } from "~/domain/charges/change-charge.server";
import { becauseInWords, chargeStates } from "~/domain/charges/charges";
import { chargeFor, costNow, waiveCharge, withdrawCharge } from "~/domain/charges/charges.server";
import { chargeTransitions } from "~/domain/charges/rules";
import { startingRules } from "~/domain/terms/terms";
import { instantOf } from "~/shared/civil-time";
import { digestOf, inShort, nothing, watch } from "../support-check/ledger";
import { chargeWorld, lateMoment } from "./charge-world";

test("a late cancellation is charged once, with history, audit and a letter that says why and how to appeal", () => {
  const world = chargeWorld();
  const booking = world.booking();
  world.clock.set(lateMoment);
  const added = watch(world);
  const made = world.charge("late cancellation", booking);
  expect(made).toEqual({ id: expect.any(String), pence: 5000 });
  const { audit, messages } = added();
  expect(audit).toMatchObject([
    {
      action: "charges.due",
      subjectKind: "charge",
      subjectId: made?.id,
      aboutPersonId: world.ann,
      actorKind: "system",
      detail: { kind: "late cancellation", pence: 5000, from: null },
    },
  ]);
  expect(messages).toMatchObject([
    {
      kind: "charge made",
      toPersonId: world.ann,
      facts: {
        pence: 5000,
        agencyName: "Police",
        courseTitle: "Neglect",
        because:
          "The place was cancelled with 1 full working day of notice. The terms ask for 3 full working days. The rate for a full day is £50.",
        appealUntil: instantOf("2026-12-17", "00:00") - 1,
      },
    },
  ]);
  expect(world.changesOf(made?.id ?? "")).toMatchObject([
    { fromState: null, toState: "due", at: lateMoment, byPersonId: null, note: null },
  ]);
  const before = digestOf(world.db);
  world.clock.forward(1000);
  expect(world.charge("late cancellation", booking)).toEqual(made);
  expect(digestOf(world.db)).toBe(before);
});

test("what it would cost is what it then costs, and asking writes nothing", () => {
  const world = chargeWorld();
  const booking = world.booking();
  const asked = { kind: "late cancellation" as const, booking };
  const before = digestOf(world.db);
  expect(costNow(world, { ...asked, at: instantOf("2026-11-16", "23:59") })).toBeNull();
  const cost = costNow(world, { ...asked, at: lateMoment });
  expect(cost).toMatchObject({ pence: 5000 });
  expect(digestOf(world.db)).toBe(before);
  expect(world.charge("late cancellation", booking, world.asSystem, lateMoment)?.pence).toBe(cost?.pence);
});

test("nothing is due without terms, with enough notice, for exempt agencies, or where the terms ask for nothing", () => {
  const world = chargeWorld({ exempt: { sectors: ["Health"], notForNoShows: true } });
  const early = world.booking();
  const withoutTerms = world.booking(world.person(), { termsId: null });
  const exempt = world.booking(world.person({ agencyId: "health" }));
  const before = digestOf(world.db);
  expect(world.charge("late cancellation", early)).toBeNull();
  world.clock.set(lateMoment);
  for (const kind of world.all) expect(world.charge(kind, withoutTerms)).toBeNull();
  expect(world.charge("late cancellation", exempt)).toBeNull();
  expect(world.charge("late move", exempt)).toBeNull();
  expect(world.charge("left early", early)).toBeNull();
  expect(digestOf(world.db)).toBe(before);
  expect(world.charge("did not attend", exempt)?.pence).toBe(5000);
});

test("where each day is charged, only the days missed are; a day excused is not", () => {
  const world = chargeWorld({ perDay: true, halfDayUpToMinutes: 100 });
  const sessionId = world.session({
    meetings: ["2026-11-20", "2026-11-27", "2026-12-04"].map((date) => ({
      date,
      startTime: "09:30",
      endTime: "12:30",
    })),
  });
  const meetings = world.db
    .select()
    .from(world.tables.meetings)
    .where(eq(world.tables.meetings.sessionId, sessionId))
    .all();
  const marked = (...marks: ("present" | "absent" | "excused" | "left early")[]) => {
    const booking = world.booking(world.person(), { sessionId });
    marks.forEach((mark, index) => {
      const row = { bookingId: booking.id, meetingId: meetings[index]?.id ?? "", mark, markedAt: 1 };
      world.db
        .insert(world.tables.attendanceMarks)
        .values({ ...row, markedBy: world.coordinator })
        .run();
    });
    return booking;
  };
  expect(world.charge("did not attend", marked("absent", "excused", "absent"))?.pence).toBe(10_000);
  expect(world.charge("did not attend", marked())?.pence).toBe(15_000);
  expect(world.charge("did not attend", marked("excused", "excused", "excused"))).toBeNull();
});

test("the agency charged is the one of that day, and its sector's rate counts", () => {
  const world = chargeWorld({
    sectorRates: [{ sector: "police", halfDayPence: 1000, fullDayPence: 12_345 }],
  });
  const made = world.charge("did not attend", world.booking());
  world.db
    .update(world.tables.people)
    .set({ agencyId: "health" })
    .where(eq(world.tables.people.id, world.ann))
    .run();
  const row = world.db.select().from(world.tables.charges).get();
  expect(row).toMatchObject({ id: made?.id, agencyId: "police", pence: 12_345 });
  expect(becauseInWords("did not attend", row?.basis as never)).toBe(
    "The place was not used, and nobody cancelled it. The rate for a full day is £123.45 for agencies of the kind “police”.",
  );
});

test("a register put right withdraws the charge and says so; put wrong again, it is due anew and told of again", () => {
  const world = chargeWorld();
  const booking = world.booking();
  const made = world.charge("did not attend", booking);
  const kinds = ["did not attend", "left early"] as const;
  const withdraw = () => withdrawCharge(world.asSystem, booking.id, kinds);
  let added = watch(world);
  expect(withdrawCharge(world.asSystem, booking.id, ["late cancellation"])).toBe(0);
  expect(inShort(added())).toEqual(nothing);
  expect(withdraw()).toBe(1);
  expect(inShort(added())).toEqual({ audit: ["charges.withdrawn"], messages: ["charge answered"] });
  expect(added().messages[0]?.facts).toMatchObject({ outcome: "withdrawn", note: null });
  expect(world.stateOf(made?.id ?? "")).toBe("withdrawn");
  const before = digestOf(world.db);
  expect(withdraw()).toBe(0);
  expect(digestOf(world.db)).toBe(before);

  world.clock.forward(60_000);
  added = watch(world);
  expect(world.charge("did not attend", booking)).toEqual(made);
  expect(inShort(added())).toEqual({ audit: ["charges.due"], messages: ["charge made"] });
  expect(world.stateOf(made?.id ?? "")).toBe("due");
  expect(world.changesOf(made?.id ?? "").map(({ toState }) => toState)).toEqual(["due", "withdrawn", "due"]);
  world.clock.forward(60_000);
  expect(withdraw()).toBe(1);
  expect(inShort(added()).messages).toEqual(["charge made", "charge answered"]);
});

test("terms of another version later change nothing for those who booked before", () => {
  const world = chargeWorld({ rates: { halfDayPence: 100, fullDayPence: 200 } });
  const booking = world.booking();
  world.clock.forward(1000);
  const dearer = { ...startingRules, rates: { halfDayPence: 9000, fullDayPence: 9900 } };
  world.db
    .insert(world.tables.bookingTerms)
    .values({ id: "v2", boardCode: "KIDS", version: 2, inForceFrom: 0, rules: dearer, madeAt: 0 })
    .run();
  expect(world.charge("did not attend", booking)?.pence).toBe(200);
});

test("outside a transaction nothing is charged: it stands or falls with what it is for", () => {
  const world = chargeWorld();
  const booking = world.booking();
  const asked = { kind: "did not attend" as const, booking, at: world.clock.now() };
  expect(() => chargeFor(world.asSystem, asked)).toThrow(/transaction/);
  const fails = () =>
    transact(world.db, () => {
      chargeFor(world.asSystem, asked);
      throw new Error("the register was not finished");
    });
  const before = digestOf(world.db, ["charges", "charge_changes"]);
  expect(fails).toThrow("the register was not finished");
  expect(digestOf(world.db, ["charges", "charge_changes"])).toBe(before);
});

test("what was waived stays waived when a register is put right, and is not charged anew", () => {
  const world = chargeWorld();
  const booking = world.booking();
  const made = world.charge("did not attend", booking);
  waiveCharge(world.as(world.coordinator), { chargeId: made?.id ?? "", note: "Ill." });
  const before = digestOf(world.db);
  expect(withdrawCharge(world.asSystem, booking.id, world.all)).toBe(0);
  expect(world.charge("did not attend", booking)).toEqual(made);
  expect(digestOf(world.db)).toBe(before);
});

test("nobody is written to about somebody who was erased; the charge is made and withdrawn all the same", () => {
  const world = chargeWorld();
  const booking = world.booking();
  const { people } = world.tables;
  world.db.update(people).set({ disabledAt: 1, erasedAt: 1 }).where(eq(people.id, world.ann)).run();
  const added = watch(world);
  expect(world.charge("did not attend", booking)?.pence).toBe(5000);
  expect(withdrawCharge(world.asSystem, booking.id, world.all)).toBe(1);
  expect(inShort(added())).toEqual({ audit: ["charges.due", "charges.withdrawn"], messages: [] });
});

test("a charge moves only as the table of transitions says", () => {
  const world = chargeWorld();
  const id = world.dueCharge();
  const charge = { id, personId: world.ann, pence: 5000, kind: "late cancellation" } as const;
  const before = digestOf(world.db);
  for (const from of chargeStates)
    for (const to of chargeStates.filter((one) => !chargeTransitions[from].includes(one)))
      expect(() =>
        transact(world.db, () => changeCharge(world.asSystem, { ...charge, state: from }, to)),
      ).toThrow(`from ${from} to ${to}`);
  expect(digestOf(world.db)).toBe(before);
});
