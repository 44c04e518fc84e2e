// The promised situations are there whenever the demonstration is started, and nothing in it breaks a rule.
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Db, openDatabase } from "db/client";
import { seedDemonstration } from "db/seed/demonstration";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { findSignedInPerson } from "~/domain/accounts/accounts.server";
import {
  acceptOffer,
  finishRegister,
  listBookingsOf,
  listNextSessions,
  markAttendance,
} from "~/domain/bookings/bookings.server";
import { type Context, system } from "~/domain/context";
import { nothingGiven } from "~/domain/evaluations/evaluations";
import { listOwed, recordResponse } from "~/domain/evaluations/evaluations.server";
import { needsOf } from "~/domain/needs/needs.server";
import { civilDateAt } from "~/shared/civil-time";
import { days, fixedClock, hours } from "~/shared/clock";
import { countedIds } from "~/shared/ids";

const moments = {
  "late on a Monday, 23:30": "2026-11-23T23:30:00Z",
  "just after midnight, 00:10": "2026-11-24T00:10:00Z",
  "a Sunday in summer": "2026-06-14T11:00:00Z",
  "the night the clocks go forward, 02:20": "2027-03-28T01:20:00Z",
  "the second 01:20 of the night the clocks go back": "2026-10-25T01:20:00Z",
  "New Year's Day": "2027-01-01T09:00:00Z",
};

const folder = mkdtempSync(join(tmpdir(), "seed-moments-"));
const opened: Db[] = [];
afterAll(() => {
  for (const db of opened) db.$client.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(Object.entries(moments))("started %s", (_words, iso) => {
  const now = Date.parse(iso);
  let db: Db;
  beforeAll(async () => {
    const path = join(folder, `${now}.db`);
    copyFileSync(inject("migratedDatabase"), path);
    db = openDatabase(path);
    opened.push(db);
    await seedDemonstration(db, { now, scale: 1 });
  });

  const all = <Row>(sql: string) => db.$client.prepare<[], Row>(sql).all();
  const counts = (sql: string) => all<{ n: number }>(`select count(*) as n from ${sql}`)[0]?.n;
  const means = () => ({ db, clock: fixedClock(now), ids: countedIds("test"), screen: "test" });
  const personId = (email: string) =>
    all<{ id: string }>(`select id from people where email = '${email}'`)[0]?.id ?? "";
  const as = (email: string): Context => {
    const actor = findSignedInPerson({ db }, personId(email))?.actor;
    return { ...means(), actor: actor ?? system };
  };

  it("breaks no rule", () => {
    expect(db.$client.pragma("integrity_check")).toEqual([{ integrity_check: "ok" }]);
    expect(db.$client.pragma("foreign_key_check")).toEqual([]);
    const holding = "('confirmed', 'offered', 'attended', 'partly attended', 'did not attend')";
    expect(
      all(`select s.id from sessions s where s.capacity <
             (select count(*) from bookings b where b.session_id = s.id and b.state in ${holding})`),
    ).toEqual([]);
    expect(
      all(`select session_id, person_id from bookings where state not in ('cancelled', 'declined', 'expired')
           group by 1, 2 having count(*) > 1`),
    ).toEqual([]);
    expect(
      all(`select b.id from bookings b where b.state <> (select c.to_state from booking_changes c
             where c.booking_id = b.id order by c.id desc limit 1)`),
    ).toEqual([]);
    expect(
      counts("bookings b where not exists (select 1 from booking_changes c where c.booking_id = b.id)"),
    ).toBe(0);
  });

  it("has happened in order, and only until now", () => {
    expect(counts("audit_entries a join audit_entries b on b.id = a.id + 1 where b.at < a.at")).toBe(0);
    for (const [table, column] of [
      ["audit_entries", "at"],
      ["booking_changes", "at"],
      ["responses", "submitted_at"],
      ["registers", "taken_at"],
      ["outbox", "created_at"],
      ["self_assessments", "taken_at"],
      ["sessions", "created_at"],
      ["people", "created_at"],
    ]) {
      expect(counts(`${table} where ${column} > ${now}`), table).toBe(0);
    }
    // Every register of the past is finished, and nobody still waits for a session that has started.
    expect(counts(`sessions s where s.ends_at < ${now} and s.status <> 'delivered'`)).toBe(0);
    expect(
      counts(
        `bookings b join sessions s on s.id = b.session_id where s.starts_at <= ${now} and b.state in ('waiting', 'offered')`,
      ),
    ).toBe(0);
  });

  it("leaves the old letters be and the recent ones to the worker", () => {
    expect(
      counts(`outbox where state = 'sent' and (sent_by <> 'demonstration history' or html is not null)`),
    ).toBe(0);
    // Some were written days before: they waited for the morning of a working day.
    expect(counts(`outbox where state = 'waiting' and due_at < ${now - days(2)}`)).toBe(0);
    const waiting = counts("outbox where state = 'waiting'");
    expect(waiting).toBeGreaterThan(10);
    expect(waiting).toBeLessThan(150);
  });

  it("has upcoming sessions with places, online and over two days, and a full one with a queue", () => {
    const next = listNextSessions(means(), 100);
    expect(
      next.filter(({ placesLeft, bookingClosed }) => placesLeft > 0 && !bookingClosed).length,
    ).toBeGreaterThan(6);
    expect(next.some(({ mode }) => mode === "online")).toBe(true);
    expect(next.some(({ dates }) => dates.length === 2)).toBe(true);
    expect(next.some(({ placesLeft, waiting }) => placesLeft === 0 && waiting >= 4)).toBe(true);
    const twoDays = `(select count(*) from meetings m join registers r on r.meeting_id = m.id where m.session_id = s.id) = 2`;
    expect(counts(`sessions s where s.status = 'delivered' and ${twoDays}`)).toBeGreaterThan(2);
  });

  it("has a register that trainer@ can take now, with the second meeting still to come", () => {
    const open = all<{ sessionId: string; id: string; date: string; starts: number; later: number }>(
      `select m.session_id as sessionId, m.id, m.date, m.starts_at as starts, second.starts_at as later
       from meetings m join meetings second on second.session_id = m.session_id and second.number = 2
       join trainer_assignments t on t.session_id = m.session_id and t.person_id = '${personId("trainer@example.org")}'
       where m.number = 1 and m.starts_at <= ${now} and second.starts_at > ${now}
         and not exists (select 1 from registers r where r.meeting_id = m.id)`,
    );
    expect(open).toHaveLength(1);
    const [meeting] = open;
    expect(meeting?.date).toBe(civilDateAt(now));
    expect(now - (meeting?.starts ?? 0)).toBeLessThan(hours(3));
    expect((meeting?.later ?? 0) - now).toBeLessThan(days(5));

    const trainer = as("trainer@example.org");
    const booked = all<{ id: string }>(
      `select id from bookings where session_id = '${meeting?.sessionId}' and state = 'confirmed'`,
    );
    expect(booked.length).toBeGreaterThan(7);
    const marks = new Map(booked.map(({ id }) => [id, "present" as const]));
    expect(markAttendance(trainer, { meetingId: meeting?.id ?? "", marks }).ok).toBe(true);
    expect(finishRegister(trainer, meeting?.id ?? "")).toEqual({ ok: true, value: { last: false } });
  });

  it("gives practitioner@ a place, a record, an offer, an evaluation to answer, a gap and something unknown", () => {
    const id = personId("practitioner@example.org");
    const ctx = as("practitioner@example.org");
    const mine = listBookingsOf(ctx, id);
    expect(mine.some(({ state, endsAt }) => state === "confirmed" && endsAt > now)).toBe(true);
    expect(mine.filter(({ state }) => state === "attended").length).toBeGreaterThanOrEqual(2);

    const offer = mine.find(({ state }) => state === "offered");
    expect(offer?.offerEndsAt).toBeGreaterThan(now + hours(12));
    expect(acceptOffer(ctx, offer?.id ?? "").ok).toBe(true);

    const owed = listOwed(ctx, id);
    const after = owed.find(({ stage }) => stage === "T2");
    expect(after?.closesAt).toBeGreaterThan(now + hours(12));
    expect(recordResponse(ctx, { bookingId: after?.bookingId ?? "", stage: "T2" }, nothingGiven).ok).toBe(
      true,
    );
    expect(owed.some(({ stage }) => stage === "T0")).toBe(true);

    const kinds = needsOf(ctx, id).needs.map(({ status }) => status.kind);
    expect(kinds).toContain("gap");
    expect(kinds.filter((kind) => kind === "unknown")).toHaveLength(1);
    expect(kinds).toContain("held");
  });

  it("has practitioner2@ in a queue, with a place elsewhere and an evaluation to answer", () => {
    const id = personId("practitioner2@example.org");
    const mine = listBookingsOf(as("practitioner2@example.org"), id);
    expect(mine.map(({ state }) => state).sort()).toEqual(["attended", "attended", "confirmed", "waiting"]);
    expect(
      listOwed(means(), id)
        .map(({ stage }) => stage)
        .sort(),
    ).toEqual(["T0", "T2", "T3"]);
  });
});
