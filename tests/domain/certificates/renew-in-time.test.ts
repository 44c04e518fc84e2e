// A certificate that runs out is told of three months and one month before, and only to those who have not seen to it.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { askToRenew, giveDueCertificates } from "~/domain/certificates/certificates.server";
import { renewalLetters } from "~/domain/certificates/renew-rules";
import { instantOf } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { certifiedWorld, setCourse } from "./certified-world";

/** Ann has one that runs out on 17 November 2027. */
function annsWorld() {
  const of = certifiedWorld({ course: { certificateMonths: 12, certificateNeeds: "attendance" } });
  giveDueCertificates(of.asSystem);
  expect(of.rows()).toMatchObject([{ expiresOn: "2027-11-17" }]);
  const at = (date: string, time = "09:00") => {
    of.clock.set(instantOf(date, time));
    return askToRenew(of.asSystem);
  };
  const letters = () =>
    of.db
      .select()
      .from(of.tables.outbox)
      .where(eq(of.tables.outbox.kind, "renewal due"))
      .all()
      .map(({ toPersonId, facts, key }) => ({
        toPersonId,
        number: facts.number,
        expiresOn: facts.expiresOn,
        key,
      }));
  const planned = () =>
    of.db
      .select()
      .from(of.tables.reminders)
      .where(eq(of.tables.reminders.state, "planned"))
      .all()
      .map(({ dueAt }) => dueAt);
  return { ...of, at, letters, planned };
}

test("three months before and one month before, once each", () => {
  const { at, letters, annId, rows, db, tables } = annsWorld();
  expect(at("2027-08-17", "08:59")).toBe(0);
  expect(at("2027-08-17", "10:00")).toBe(1);
  expect(at("2027-08-18")).toBe(0);
  expect(at("2027-10-17", "09:00")).toBe(1);
  expect(at("2027-11-01")).toBe(0);
  const [certificate] = rows();
  expect(letters()).toEqual([
    { toPersonId: annId, number: 0, expiresOn: "2027-11-17", key: `renewal due/${certificate?.id}/0` },
    { toPersonId: annId, number: 1, expiresOn: "2027-11-17", key: `renewal due/${certificate?.id}/1` },
  ]);
  const audited = db
    .select()
    .from(tables.auditEntries)
    .all()
    .filter(({ action }) => action === "certificates.renewal asked");
  expect(audited.map(({ detail, aboutPersonId }) => ({ detail, aboutPersonId }))).toEqual([
    { detail: { number: 0 }, aboutPersonId: annId },
    { detail: { number: 1 }, aboutPersonId: annId },
  ]);
});

test("not to somebody who has booked the course again, even just before it was due", () => {
  const { at, letters, planned, world, annId } = annsWorld();
  at("2027-08-01");
  expect(planned()).toEqual([instantOf("2027-08-17", "09:00"), instantOf("2027-10-17", "09:00")]);
  at("2027-08-17", "08:59");
  const again = world.session({ meetings: [{ date: "2027-09-07", startTime: "09:30", endTime: "16:30" }] });
  world.book(again, annId);
  expect(at("2027-08-17", "09:00")).toBe(0);
  expect(letters()).toEqual([]);
  at("2027-08-17", "12:00");
  expect(planned()).toEqual([]);
});

test("not for a course that is no longer offered, nor to somebody who left", () => {
  const { at, planned, world, annId } = annsWorld();
  at("2027-08-01");
  setCourse(world, { offered: false });
  expect(at("2027-08-17")).toBe(0);
  expect(planned()).toEqual([]);
  setCourse(world, { offered: true });
  world.db.update(world.tables.people).set({ disabledAt: 1 }).where(eq(world.tables.people.id, annId)).run();
  expect(at("2027-08-18")).toBe(0);
});

test("a service that begins late says it once, not twice", () => {
  const { at, letters } = annsWorld();
  expect(at("2027-10-20")).toBe(1);
  expect(letters()).toMatchObject([{ number: 1 }]);
  expect(at("2027-11-18")).toBe(0);
});

test("months before the last day of a longer month, on London's wall", () => {
  expect(renewalLetters("2027-05-31", 0)).toEqual([
    { number: 0, dueAt: Date.UTC(2027, 1, 28, 9) },
    { number: 1, dueAt: Date.UTC(2027, 3, 30, 8) },
  ]);
});

test("only the worker does it", () => {
  const { world, annId } = annsWorld();
  expect(() => askToRenew(world.as(annId))).toThrow(Forbidden);
});
