// What a certificate is worth, to whom it is shown, and when it is to be renewed.
import { expect, test } from "vitest";
import {
  giveCertificates,
  giveDueCertificates,
  listRenewalsDue,
  listRenewalsOf,
  readOwnCertificate,
  verifyCertificate,
} from "~/domain/certificates/certificates.server";
import { erasePerson } from "~/domain/personal-data/personal-data.server";
import { addMonths, instantOf } from "~/shared/civil-time";
import { days } from "~/shared/clock";
import { NotFound } from "~/shared/problems";
import { inShort, nothing, watch } from "../support-check/ledger";
import { certifiedWorld, putRight, takeRegisters } from "./certified-world";

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
