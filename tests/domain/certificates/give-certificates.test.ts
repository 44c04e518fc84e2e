// Certificates follow the register and the answers: given, held back, withdrawn, given again.
import { expect, test } from "vitest";
import {
  giveCertificates,
  giveDueCertificates,
  giveWithoutEvaluation,
  listHeldBack,
  recordResponseAndCertify,
  verifyCertificate,
} from "~/domain/certificates/certificates.server";
import { roles } from "~/domain/context";
import { addDays, civilDateAt, startOfDay } from "~/shared/civil-time";
import { days, hours } from "~/shared/clock";
import { Forbidden, NotFound } from "~/shared/problems";
import { given } from "../../support/world";
import { digestOf, inShort, nothing, watch } from "../support-check/ledger";
import { answer, certifiedWorld, putRight, setCourse } from "./certified-world";

test("given once for full attendance and answers, with its entry and its letter", () => {
  const { world, ann, annId, rows, clock } = certifiedWorld({ course: { certificateMonths: 36 } });
  const added = watch(world);
  expect(giveCertificates(world.asSystem, ann)).toBe("hold back");
  expect(inShort(added())).toEqual(nothing);
  answer(world, ann);
  const since = watch(world);
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
  const { audit, messages } = since();
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
  const answered = recordResponseAndCertify(world.stranger, { bookingId: ann, stage: "T2" }, given());
  expect(answered.ok).toBe(true);
  expect(inShort(added())).toEqual({
    audit: ["evaluations.answered", "certificates.given"],
    messages: ["certificate"],
  });
  expect(rows()).toHaveLength(1);
  expect(recordResponseAndCertify(world.stranger, { bookingId: ann, stage: "T2" }, given())).toEqual({
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
  // Too late to be compared with others, and still in time for the certificate.
  const closesAt = startOfDay(addDays(civilDateAt(clock.now() - hours(48)), 42));
  expect(because()).toEqual([["evaluation", closesAt]]);
  clock.set(closesAt);
  expect(because()).toEqual([["evaluation closed", null]]);
  putRight(world, sessionId, ann, "left early");
  expect(because()).toEqual([["part of it", null]]);
  putRight(world, sessionId, ann, "present");
  setCourse(world, { certificateNeeds: "attendance" });
  expect(because()).toEqual([["on its way", null]]);
  giveCertificates(world.asSystem, ann);
  expect(because()).toEqual([]);
});
