// Two accounts of one person become one: what stands in a calendar keeps its name, and what stands there twice is taken out.
import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { cancelBooking, personalFeed } from "~/domain/bookings/bookings.server";
import { calendarDomain } from "~/domain/calendars/calendars.server";
import { mailTray } from "~/domain/notifications/notifications.server";
import { mergePeople } from "~/domain/personal-data/personal-data.server";
import {
  answerInvitation,
  assignTrainer,
  changePlan,
  meetingsOf,
  planOf,
  readSession,
  unassignTrainer,
} from "~/domain/sessions/sessions.server";
import { addDays } from "~/shared/civil-time";
import { runDue } from "~/worker.server";
import { testSettings } from "../../support/web";
import { makeWorld } from "../../support/world";
import { valuesOf } from "../calendars/support";
import { problemsOf } from "../calendars/validator/validate";
import { digestOf } from "../support-check/ledger";
import { adminOf, merged, personRow } from "./kept-records";

function twins() {
  const world = makeWorld();
  const { outbox } = world.tables;
  const meetings = [14, 15].map((later) => ({
    ...{ date: addDays(world.today, later), startTime: "09:30", endTime: "16:30" },
  }));
  const sessionId = world.session({ meetings });
  const coordinator = world.as(world.coordinator);
  let seen = 0;
  /** The calendar parts that have left since the last look. */
  const arrive = async () => {
    await runDue({ ...world, settings: testSettings }, mailTray);
    const sent = eq(outbox.state, "sent");
    const rows = world.db.select().from(outbox).where(sent).orderBy(asc(outbox.sentAt), asc(outbox.id)).all();
    const arrived = rows.slice(seen);
    seen = rows.length;
    world.clock.forward(1000);
    return arrived.flatMap(({ calendar, calendarMethod, toEmail, toPersonId, subject, text, kind }) => {
      if (calendar === null) return [];
      expect(problemsOf(calendar)).toEqual([]);
      const [uid, sequence] = ["uid", "sequence"].map((name) => valuesOf(calendar, name)[0]);
      return [
        { method: calendarMethod, uid, sequence: Number(sequence), toEmail, toPersonId, subject, text, kind },
      ];
    });
  };
  const emailOf = (id: string) => personRow(world, id)?.email;
  const inFeed = (personId: string) =>
    personalFeed(world, personId, {
      domain: calendarDomain(testSettings.publicUrl),
      bookingUrl: (id) => `https://training.example/bookings/${id}`,
      teachingUrl: (id) => `https://training.example/teaching/${id}`,
    }).entries.map(({ uid, sequence }) => ({ uid, sequence }));
  const waiting = () =>
    world.db
      .select()
      .from(outbox)
      .where(eq(outbox.state, "waiting"))
      .all()
      .map(({ kind }) => kind);
  return { world, sessionId, coordinator, arrive, emailOf, inFeed, waiting };
}

const brief = <Letter extends { method: unknown; uid: unknown; toEmail: string }>(letters: Letter[]) =>
  letters.map(({ method, uid, toEmail }) => [method, uid, toEmail]);

describe("a place on the same session from both accounts", () => {
  function booked() {
    const found = twins();
    const [fromId, intoId] = [found.world.person(), found.world.person()];
    const { world, sessionId } = found;
    const uidOf = (booking: string, day: number) =>
      `${booking}-${meetingsOf(world, sessionId)[day - 1]?.id}@${calendarDomain(testSettings.publicUrl)}`;
    return { ...found, fromId, intoId, uidOf };
  }

  test("the double entry is taken out where it stands, and the letter says that the place is kept", async () => {
    const { world, sessionId, fromId, intoId, uidOf, arrive, emailOf, inFeed } = booked();
    const kept = world.book(sessionId, intoId);
    world.clock.forward(1000);
    const ended = world.book(sessionId, fromId);
    const invited = await arrive();
    expect(invited).toHaveLength(4);
    merged(world, fromId, intoId);
    const letters = await arrive();
    expect(brief(letters)).toEqual([
      ["CANCEL", uidOf(ended, 1), emailOf(fromId)],
      ["CANCEL", uidOf(ended, 2), emailOf(fromId)],
    ]);
    for (const letter of letters) {
      expect(letter).toMatchObject({ toPersonId: intoId, sequence: 1, kind: "calendar entry" });
      expect(letter.subject).toMatch(/^A double entry to take out of your calendar/);
      expect(letter.text).toMatch(/You keep your place, with the booking reference \S+\./);
    }
    expect(inFeed(intoId).map(({ uid }) => uid)).toEqual([uidOf(kept, 1), uidOf(kept, 2)]);
  });

  test("where the kept account's entry goes, it gets that of the place that stays", async () => {
    const { world, sessionId, fromId, intoId, uidOf, arrive, emailOf } = booked();
    const kept = world.book(sessionId, fromId);
    world.clock.forward(1000);
    const ended = world.book(sessionId, intoId);
    await arrive();
    merged(world, fromId, intoId);
    expect(brief(await arrive())).toEqual(
      [1, 2].flatMap((day) => [
        ["CANCEL", uidOf(ended, day), emailOf(intoId)],
        ["REQUEST", uidOf(kept, day), emailOf(intoId)],
      ]),
    );
    // It goes on from there: the place that stays is given up.
    cancelBooking(world.as(intoId), { bookingId: kept });
    expect(brief(await arrive()).map(([method, uid]) => [method, uid])).toEqual(
      [1, 2].map((day) => ["CANCEL", uidOf(kept, day)]),
    );
  });

  test("an invitation that has not left never does, and nothing is taken out", async () => {
    const { world, sessionId, fromId, intoId, uidOf, arrive, emailOf } = booked();
    const kept = world.book(sessionId, intoId);
    world.clock.forward(1000);
    world.book(sessionId, fromId);
    merged(world, fromId, intoId);
    expect(brief(await arrive())).toEqual(
      [1, 2].map((day) => ["REQUEST", uidOf(kept, day), emailOf(intoId)]),
    );
  });

  test("a turn on the waiting list that ends brings no letter", async () => {
    const { world, fromId, intoId, arrive, waiting } = booked();
    const full = world.session({ capacity: 1 });
    world.book(full, fromId);
    world.book(full, intoId);
    await arrive();
    merged(world, fromId, intoId);
    expect(waiting()).toEqual([]);
  });
});

describe("a session that is taught", () => {
  function taught() {
    const found = twins();
    const { world, sessionId, coordinator } = found;
    const [fromId, intoId] = [world.trainer(), world.trainer()];
    const put = (personId: string, agreed: boolean) => {
      world.clock.forward(1000);
      const assigned = assignTrainer(coordinator, { sessionId, personId, part: "co-trainer", agreed });
      expect(assigned).toEqual({ ok: true, value: null });
    };
    const uids = (letters: { uid: unknown }[]) => letters.map(({ uid }) => uid);
    const change = (startTime: string) => {
      const session = readSession(coordinator, sessionId);
      const plan = planOf(session);
      const moved = { ...plan, meetings: plan.meetings.map((meeting) => ({ ...meeting, startTime })) };
      const taken = { "in person": 0, online: 0 };
      expect(changePlan(coordinator, { sessionId, plan: moved, taken }).ok).toBe(true);
    };
    return { ...found, fromId, intoId, put, uids, change };
  }

  test("keeps its entry: a change and the end of it reach the one that was invited to, and the feed agrees", async () => {
    const { world, sessionId, coordinator, fromId, intoId, put, uids, change, arrive, emailOf, inFeed } =
      taught();
    put(fromId, true);
    const invited = uids(await arrive());
    expect(invited).toHaveLength(2);
    merged(world, fromId, intoId);
    expect(await arrive()).toEqual([]);
    expect(uids(inFeed(intoId))).toEqual(invited);
    change("10:00");
    const changed = await arrive();
    expect(uids(changed)).toEqual(invited);
    expect(changed).toMatchObject([1, 2].map(() => ({ toEmail: emailOf(intoId), toPersonId: intoId })));
    expect(inFeed(intoId)).toEqual(changed.map(({ uid, sequence }) => ({ uid, sequence })));
    // Taken over once more, it is still that entry.
    const third = world.trainer();
    merged(world, intoId, third);
    expect(uids(inFeed(third))).toEqual(invited);
    unassignTrainer(coordinator, { sessionId, personId: third });
    const released = await arrive();
    expect(brief(released)).toEqual(invited.map((uid) => ["CANCEL", uid, emailOf(third)]));
  });

  test("by both: the entry of the account that goes is taken out, by a letter that says they teach it still", async () => {
    const { world, fromId, intoId, put, uids, arrive, emailOf, inFeed } = taught();
    put(fromId, true);
    put(intoId, true);
    const invited = await arrive();
    const of = (id: string) => uids(invited.filter(({ toPersonId }) => toPersonId === id));
    const [theirs, own] = [of(fromId), of(intoId)];
    merged(world, fromId, intoId);
    const letters = await arrive();
    expect(brief(letters)).toEqual(theirs.map((uid) => ["CANCEL", uid, emailOf(fromId)]));
    for (const letter of letters) {
      expect(letter).toMatchObject({ kind: "teaching entry", toPersonId: intoId, sequence: 2 });
      expect(letter.text).toContain("You still teach it");
    }
    expect(uids(inFeed(intoId))).toEqual(own);
  });

  test("by both, and only the account that goes had said so: its entry goes on, and nobody asks again", async () => {
    const { world, sessionId, fromId, intoId, put, uids, arrive, inFeed, waiting } = taught();
    put(fromId, true);
    const invited = uids(await arrive());
    put(intoId, false);
    merged(world, fromId, intoId);
    expect(waiting()).toEqual([]);
    expect(await arrive()).toEqual([]);
    expect(uids(inFeed(intoId))).toEqual(invited);
    expect(answerInvitation(world.as(intoId), { sessionId, can: false }).ok).toBe(true);
    expect(uids((await arrive()).filter(({ method }) => method === "CANCEL"))).toEqual(invited);
  });

  test("by both, and neither letter has left: one invitation leaves, and a second merge is refused without a trace", async () => {
    const { world, fromId, intoId, put, uids, arrive, inFeed } = taught();
    put(fromId, true);
    put(intoId, true);
    merged(world, fromId, intoId);
    const left = await arrive();
    expect(uids(left)).toEqual(uids(inFeed(intoId)));
    const admin = adminOf(world);
    const before = digestOf(world.db);
    expect(mergePeople(admin, { fromId, intoId })).toEqual({ ok: false, reason: "already merged" });
    expect(digestOf(world.db)).toBe(before);
  });
});
