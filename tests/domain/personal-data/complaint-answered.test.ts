// Complaints are acknowledged and answered by those who may, each step once.
import { inShort, nothing, watch } from "tests/domain/support-check/ledger";
import { makeWorld } from "tests/support/world";
import { describe, expect, it } from "vitest";
import {
  acknowledgeComplaint,
  answerComplaint,
  listComplaints,
  readComplaint,
  receiveComplaint,
} from "~/domain/personal-data/personal-data.server";
import { days } from "~/shared/clock";
import { Forbidden, NotFound } from "~/shared/problems";
import { form, withComplaint } from "./complaint-world";

describe("acknowledging", () => {
  it("stops the clock, is audited, and tells the person", () => {
    const { world, coordinator, complaintId, reference, now } = withComplaint();
    world.clock.forward(days(2));
    const added = watch(world);
    acknowledgeComplaint(coordinator, { complaintId });
    expect(now()).toMatchObject({
      acknowledgedAt: world.clock.now(),
      acknowledgedBy: world.coordinator,
      answeredAt: null,
    });
    expect(added().audit).toMatchObject([
      {
        actorPersonId: world.coordinator,
        action: "personal-data.complaint acknowledged",
        subjectKind: "complaint",
        subjectId: complaintId,
        aboutPersonId: null,
        detail: {},
      },
    ]);
    expect(added().messages).toMatchObject([
      {
        kind: "complaint acknowledged",
        toEmail: form.email,
        toPersonId: null,
        facts: { personName: form.name, reference },
      },
    ]);
  });

  it("done twice, by two people, is done once", () => {
    const { world, coordinator, admin, complaintId, now } = withComplaint();
    acknowledgeComplaint(coordinator, { complaintId });
    const first = now();
    world.clock.forward(days(1));
    const added = watch(world);
    acknowledgeComplaint(admin, { complaintId });
    expect(now()).toEqual(first);
    expect(inShort(added())).toEqual(nothing);
  });
});

describe("answering", () => {
  const answer = "You were right.\n\nWe have put it right.";

  it("keeps the words and sends them", () => {
    const { world, admin, coordinator, complaintId, reference, now } = withComplaint();
    acknowledgeComplaint(coordinator, { complaintId });
    world.clock.forward(days(3));
    const added = watch(world);
    expect(answerComplaint(admin, { complaintId, answer })).toEqual({ ok: true, value: null });
    expect(now()).toMatchObject({
      answer,
      answeredAt: world.clock.now(),
      acknowledgedBy: world.coordinator,
    });
    expect(now()?.answeredBy).not.toBe(world.coordinator);
    expect(added().audit).toMatchObject([
      {
        action: "personal-data.complaint answered",
        subjectId: complaintId,
        detail: { acknowledgedToo: false },
      },
    ]);
    expect(added().messages).toMatchObject([
      {
        kind: "complaint answered",
        toEmail: form.email,
        facts: { personName: form.name, reference, answer },
      },
    ]);
  });

  it("what nobody acknowledged acknowledges it too, with one message", () => {
    const { world, coordinator, complaintId, now } = withComplaint();
    const added = watch(world);
    answerComplaint(coordinator, { complaintId, answer });
    expect(now()).toMatchObject({
      acknowledgedAt: world.clock.now(),
      acknowledgedBy: world.coordinator,
      answeredAt: world.clock.now(),
    });
    expect(added().audit).toMatchObject([{ detail: { acknowledgedToo: true } }]);
    expect(inShort(added()).messages).toEqual(["complaint answered"]);
  });

  it("the same again changes nothing; another answer is refused", () => {
    const { world, coordinator, complaintId, now } = withComplaint();
    answerComplaint(coordinator, { complaintId, answer });
    const first = now();
    const added = watch(world);
    expect(answerComplaint(coordinator, { complaintId, answer })).toEqual({ ok: true, value: null });
    expect(answerComplaint(coordinator, { complaintId, answer: "No." })).toEqual({
      ok: false,
      reason: "already answered",
    });
    acknowledgeComplaint(coordinator, { complaintId });
    expect(now()).toEqual(first);
    expect(inShort(added())).toEqual(nothing);
  });
});

describe("who may", () => {
  it.each(["practitioner", "agency_lead", "trainer", "sdg_member", "scrutineer"] as const)(
    "a %s may not read, acknowledge or answer",
    (role) => {
      const { world, complaintId } = withComplaint();
      const ctx = world.as(world.person({ roles: role === "practitioner" ? [] : [role] }));
      const added = watch(world);
      expect(() => listComplaints(ctx, { answered: 10 })).toThrow(Forbidden);
      expect(() => readComplaint(ctx, complaintId)).toThrow(Forbidden);
      expect(() => acknowledgeComplaint(ctx, { complaintId })).toThrow(Forbidden);
      expect(() => answerComplaint(ctx, { complaintId, answer: "No." })).toThrow(Forbidden);
      expect(inShort(added())).toEqual(nothing);
    },
  );

  it("a stranger may not, and the person who complained may not either", () => {
    const world = makeWorld();
    const ann = world.person();
    receiveComplaint(world.as(ann), form);
    const complaintId = world.db.select().from(world.tables.dataComplaints).all()[0]?.id ?? "";
    for (const ctx of [world.stranger, world.as(ann)]) {
      expect(() => readComplaint(ctx, complaintId)).toThrow(Forbidden);
      expect(() => acknowledgeComplaint(ctx, { complaintId })).toThrow(Forbidden);
    }
  });

  it("one that does not exist is not found", () => {
    const { coordinator } = withComplaint();
    expect(() => readComplaint(coordinator, "no-such")).toThrow(NotFound);
    expect(() => acknowledgeComplaint(coordinator, { complaintId: "no-such" })).toThrow(NotFound);
    expect(() => answerComplaint(coordinator, { complaintId: "no-such", answer: "No." })).toThrow(NotFound);
  });
});

describe("the list", () => {
  it("has those whose clock runs first, the oldest before the others, and the answered ones apart", () => {
    const { world, coordinator, reference: first } = withComplaint();
    const receive = (text: string) => receiveComplaint(world.stranger, { ...form, text }).reference;
    const idOf = (wanted: string) =>
      world.db
        .select()
        .from(world.tables.dataComplaints)
        .all()
        .find((row) => row.reference === wanted)?.id ?? "";
    world.clock.forward(days(5));
    const second = receive("Two");
    world.clock.forward(days(5));
    const third = receive("Three");
    acknowledgeComplaint(coordinator, { complaintId: idOf(first) });
    const fourth = receive("Four");
    answerComplaint(coordinator, { complaintId: idOf(third), answer: "Yes." });
    const { open, answered } = listComplaints(coordinator, { answered: 10 });
    expect(open.map(({ reference }) => reference)).toEqual([second, fourth, first]);
    expect(open[0]?.standing).toEqual({ kind: "to acknowledge", by: "2026-12-08", daysLeft: 25 });
    expect(answered.map(({ reference }) => reference)).toEqual([third]);
    expect(JSON.stringify([open, answered])).not.toContain(form.text);
  });
});
