// Certificates follow the register and the answers: given, held back, withdrawn, given again.
import { expect, test } from "vitest";
import {
  giveCertificates,
  giveDueCertificates,
  giveWithoutEvaluation,
  listHeldBack,
  listRenewalsDue,
  listRenewalsOf,
  readOwnCertificate,
  recordResponseAndCertify,
  verifyCertificate,
} from "~/domain/certificates/certificates.server";
import { roles } from "~/domain/context";
import { erasePerson } from "~/domain/personal-data/personal-data.server";
import { addMonths, instantOf } from "~/shared/civil-time";
import { days, hours } from "~/shared/clock";
import { Forbidden, NotFound } from "~/shared/problems";
import { digestOf, inShort, nothing, watch } from "../support-check/ledger";
import { answer, certifiedWorld, putRight, setCourse, takeRegisters } from "./certified-world";

test("given once for full attendance and answers, with its entry and its letter", () => {
  const { world, ann, annId, rows, clock } = certifiedWorld({ course: { certificateMonths: 36 } });
  const added = watch(world);
  expect(giveCertificates(world.asSystem, ann)).toBe("hold back");
  expect(inShort(added())).toEqual(nothing);
  answer(world, ann);
  const given = watch(world);
  expect(giveCertificates(world.asSystem, ann)).toBe("give");
  const [row] = rows();
  expect(row).toMatchObject({
    bookingId: ann,
    personId: annId,
    courseTitle: "Neglect",
    minutes: 360,
    completedOn: "2026-11-17",
    expiresOn: "2029-11-17",
    givenAt: clock.now(),
    withdrawnAt: null,
  });
  expect(row?.number).toMatch(/^([2-9A-HJKMNP-TV-Z]{5}-){3}[2-9A-HJKMNP-TV-Z]{5}$/);
  const { audit, messages } = given();
  expect(audit).toMatchObject([
    {
      action: "certificates.given",
      subjectKind: "certificate",
      subjectId: row?.id,
      aboutPersonId: annId,
      detail: { bookingId: ann, courseId: "course", expiresOn: "2029-11-17" },
    },
  ]);
  expect(messages).toMatchObject([
    {
      kind: "certificate",
      key: `certificate/${row?.id}/given`,
      toPersonId: annId,
      facts: { change: "given", number: row?.number, replaces: false, completedOn: "2026-11-17" },
    },
  ]);
  const before = digestOf(world.db);
  expect(giveCertificates(world.asSystem, ann)).toBe("keep");
  expect(digestOf(world.db)).toBe(before);
});

test("a course that asks for attendance alone waits for nothing", () => {
  const { world, ann } = certifiedWorld({ course: { certificateNeeds: "attendance" } });
  expect(giveCertificates(world.asSystem, ann)).toBe("give");
});

test.each(["left early", "absent"] as const)("nothing is given to who was %s", (mark) => {
  const { world, ann, rows } = certifiedWorld({ mark, course: { certificateNeeds: "attendance" } });
  expect(giveCertificates(world.asSystem, ann)).toBe("hold back");
  expect(rows()).toEqual([]);
});

test("late still is full attendance", () => {
  const { world, ann } = certifiedWorld({ mark: "late", course: { certificateNeeds: "attendance" } });
  expect(giveCertificates(world.asSystem, ann)).toBe("give");
});

test("withdrawn when the register is put right, and given again under a new number when it is right again", () => {
  const { world, ann, sessionId, rows, clock } = certifiedWorld();
  answer(world, ann);
  giveCertificates(world.asSystem, ann);
  clock.forward(hours(1));
  putRight(world, sessionId, ann, "left early");
  const withdrawn = watch(world);
  expect(giveCertificates(world.asSystem, ann)).toBe("withdraw");
  expect(withdrawn()).toMatchObject({
    audit: [{ action: "certificates.withdrawn", detail: { bookingId: ann, because: "partly attended" } }],
    messages: [{ kind: "certificate", facts: { change: "withdrawn" } }],
  });
  expect(giveCertificates(world.asSystem, ann)).toBe("hold back");
  putRight(world, sessionId, ann, "present");
  const again = watch(world);
  expect(giveCertificates(world.asSystem, ann)).toBe("give");
  expect(again().messages).toMatchObject([{ facts: { change: "given", replaces: true } }]);
  const [first, second] = rows();
  expect(first?.withdrawnAt).toBe(clock.now());
  expect(second).toMatchObject({ withdrawnAt: null });
  expect(second?.number).not.toBe(first?.number);
  expect(verifyCertificate(world, first?.number ?? "")).toMatchObject({
    standing: "withdrawn",
    replaced: true,
  });
  expect(verifyCertificate(world, second?.number ?? "")).toMatchObject({
    standing: "valid",
    replaced: false,
  });
});

test("what a course asks for or is called later takes nothing away and changes nothing", () => {
  const { world, ann, rows } = certifiedWorld({ course: { certificateNeeds: "attendance" } });
  giveCertificates(world.asSystem, ann);
  const before = rows();
  setCourse(world, {
    certificateNeeds: "attendance and evaluation",
    title: "Renamed",
    minutes: 30,
    certificateMonths: 1,
  });
  expect(giveCertificates(world.asSystem, ann)).toBe("keep");
  expect(rows()).toEqual(before);
});

test("answering the end evaluation gives it in the same moment, and answering before the training does not", () => {
  const { world, ann, rows } = certifiedWorld();
  const added = watch(world);
  const answered = recordResponseAndCertify(world.stranger, { bookingId: ann, stage: "T2" }, []);
  expect(answered.ok).toBe(true);
  expect(inShort(added())).toEqual({
    audit: ["evaluations.answered", "certificates.given"],
    messages: ["certificate"],
  });
  expect(rows()).toHaveLength(1);
  expect(recordResponseAndCertify(world.stranger, { bookingId: ann, stage: "T2" }, [])).toEqual({
    ok: false,
    reason: "already answered",
  });
});

test("a coordinator gives it without the answers, and nobody else does", () => {
  const { world, ann, coordinator, rows } = certifiedWorld();
  for (const role of roles.filter((role) => role !== "coordinator"))
    expect(() => giveWithoutEvaluation(world.as(world.person({ roles: [role as "admin"] })), ann)).toThrow(
      Forbidden,
    );
  expect(rows()).toEqual([]);
  const added = watch(world);
  expect(giveWithoutEvaluation(world.as(coordinator), ann)).toBe("give");
  expect(added().audit).toMatchObject([
    { action: "certificates.given", actorPersonId: coordinator, detail: { without: "evaluation" } },
  ]);
  // The worker leaves it alone.
  expect(giveDueCertificates(world.asSystem)).toBe(0);
  expect(rows()).toMatchObject([{ withdrawnAt: null }]);
});

test("nor does a coordinator give one for half a training", () => {
  const { world, ann, coordinator } = certifiedWorld({ mark: "left early" });
  expect(giveWithoutEvaluation(world.as(coordinator), ann)).toBe("hold back");
});

test("records that come in late are nobody's news", () => {
  const { world, ann, clock } = certifiedWorld({ course: { certificateNeeds: "attendance" } });
  clock.forward(days(91));
  const added = watch(world);
  expect(giveCertificates(world.asSystem, ann)).toBe("give");
  expect(inShort(added())).toEqual({ audit: ["certificates.given"], messages: [] });
});

test("a booking that is not there is told", () => {
  const { world } = certifiedWorld();
  expect(() => giveCertificates(world.asSystem, "none")).toThrow(NotFound);
});

test("why there is none: answers open, answers closed, only a part, on its way", () => {
  const { world, ann, annId, sessionId, clock } = certifiedWorld();
  const because = () => listHeldBack(world, annId).map((held) => [held.because, held.closesAt]);
  expect(because()).toEqual([["evaluation", clock.now() + hours(48)]]);
  clock.forward(hours(48));
  expect(because()).toEqual([["evaluation closed", null]]);
  putRight(world, sessionId, ann, "left early");
  expect(because()).toEqual([["part of it", null]]);
  putRight(world, sessionId, ann, "present");
  setCourse(world, { certificateNeeds: "attendance" });
  expect(because()).toEqual([["on its way", null]]);
  giveCertificates(world.asSystem, ann);
  expect(because()).toEqual([]);
});

test("it counts up to and including its last day, also the end of a shorter month", () => {
  const { world, ann, rows, clock } = certifiedWorld({
    course: { certificateNeeds: "attendance", certificateMonths: 3 },
  });
  giveCertificates(world.asSystem, ann);
  const number = rows()[0]?.number ?? "";
  expect(rows()[0]?.expiresOn).toBe("2027-02-17");
  // Midnight in London either side of the clock change in spring.
  clock.set(instantOf("2027-02-17", "23:59"));
  expect(verifyCertificate(world, number)?.standing).toBe("valid");
  clock.set(instantOf("2027-02-18", "00:00"));
  expect(verifyCertificate(world, number)?.standing).toBe("expired");
  expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
});

test.each([
  ["2027-03-27", "valid"],
  ["2027-03-28", "valid"],
  ["2027-03-29", "expired"],
])("on %s, around the change of the clocks, it is %s", (day, standing) => {
  const { world, db, tables, ann, clock } = certifiedWorld({ course: { certificateNeeds: "attendance" } });
  giveCertificates(world.asSystem, ann);
  db.update(tables.certificates).set({ expiresOn: "2027-03-28" }).run();
  const { number } = db.select().from(tables.certificates).get() ?? { number: "" };
  for (const time of ["00:00", "23:59"]) {
    clock.set(instantOf(day, time));
    expect(verifyCertificate(world, number)?.standing).toBe(standing);
  }
});

test("only its holder opens it; anyone with the number may check it", () => {
  const { world, ann, annId, rows, coordinator } = certifiedWorld({
    course: { certificateNeeds: "attendance" },
  });
  giveCertificates(world.asSystem, ann);
  const number = rows()[0]?.number ?? "";
  expect(readOwnCertificate(world.as(annId), number)).toMatchObject({
    personName: "Ann Learner",
    standing: "valid",
  });
  for (const ctx of [world.stranger, world.as(coordinator), world.as(world.person())])
    expect(() => readOwnCertificate(ctx, number)).toThrow(NotFound);
  expect(verifyCertificate(world, number)).toEqual({
    number,
    courseTitle: "Neglect",
    minutes: 360,
    completedOn: "2026-11-17",
    expiresOn: null,
    standing: "valid",
    personName: "Ann Learner",
    replaced: false,
    partnershipName: "Test partnership",
  });
  expect(verifyCertificate(world, "22222-22222-22222-22222")).toBeNull();
});

test("after erasure the number still says what it was for, and not whose; no new one is given", () => {
  const { world, ann, annId, rows, sessionId, clock } = certifiedWorld({
    course: { certificateNeeds: "attendance" },
  });
  giveCertificates(world.asSystem, ann);
  const number = rows()[0]?.number ?? "";
  clock.forward(days(1));
  const erased = erasePerson(world.asSystem, { personId: annId, reason: "asked" });
  expect(erased.ok).toBe(true);
  expect(verifyCertificate(world, number)).toMatchObject({
    personName: null,
    standing: "valid",
    courseTitle: "Neglect",
  });
  putRight(world, sessionId, ann, "left early");
  giveCertificates(world.asSystem, ann);
  putRight(world, sessionId, ann, "present");
  const added = watch(world);
  expect(giveCertificates(world.asSystem, ann)).toBe("hold back");
  expect(giveDueCertificates(world.asSystem)).toBe(0);
  expect(inShort(added())).toEqual(nothing);
});

test("renewals: certificates that run out, without those renewed already, withdrawn, or of people who left", () => {
  const { world, ann, annId, rows, db, tables, clock } = certifiedWorld({
    course: { certificateNeeds: "attendance", certificateMonths: 12 },
  });
  giveCertificates(world.asSystem, ann);
  const due = (from: string, to: string) =>
    listRenewalsDue(world, { from, to }).map(({ personId }) => personId);
  expect(due("2027-11-17", "2027-11-17")).toEqual([annId]);
  expect(due("2027-11-18", "2027-12-31")).toEqual([]);
  expect(listRenewalsOf(world, annId, { from: "2027-11-01", to: "2027-11-30" })).toMatchObject([
    { courseTitle: "Neglect", courseSlug: "neglect", expiresOn: "2027-11-17", number: rows()[0]?.number },
  ]);
  clock.set(world.days(0) + Date.UTC(2026, 10, 3, 10));
  const second = world.session({ meetings: [{ date: "2027-10-04", startTime: "09:30", endTime: "16:30" }] });
  const again = world.book(second, annId);
  takeRegisters(world, second, { [again]: "present" });
  giveCertificates(world.asSystem, again);
  expect(due("2027-11-17", "2027-11-17")).toEqual([]);
  expect(due("2028-10-04", "2028-10-04")).toEqual([annId]);
  db.update(tables.people).set({ disabledAt: 1 }).run();
  expect(due("2028-10-04", "2028-10-04")).toEqual([]);
});
