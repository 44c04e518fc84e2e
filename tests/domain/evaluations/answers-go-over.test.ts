// What a merge of two accounts and a move of a booking take along.
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { markAttendance } from "~/domain/bookings/bookings.server";
import {
  listOwed,
  moveAndKeepAnswers,
  respondentOf,
  saveDraft,
  takeOverAnswers,
} from "~/domain/evaluations/evaluations.server";
import { mergePeople } from "~/domain/personal-data/personal-data.server";
import { meetingsOf } from "~/domain/sessions/sessions.server";
import { minutes } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { adminOf } from "../personal-data/kept-records";
import { inShort, watch } from "../support-check/ledger";

describe("two accounts of one person", () => {
  function twins() {
    const world = makeWorld();
    const sessionId = world.session();
    const [fromId, intoId] = [world.person(), world.person()];
    const first = world.book(sessionId, intoId);
    world.clock.forward(1000);
    const second = world.book(sessionId, fromId);
    const merge = () => mergePeople(adminOf(world), { fromId, intoId });
    return { ...world, world, sessionId, fromId, intoId, first, second, merge };
  }

  test("what was answered with the booking that ends goes to the one that stays", () => {
    const { world, db, tables, first, second, merge, intoId, clock } = twins();
    world.answer(second, "T0", { act: 3 });
    // The other has come further: it is marked on the register.
    const meeting = meetingsOf(world, db.select().from(tables.sessions).all()[0]?.id ?? "")[0];
    clock.set((meeting?.startsAt ?? 0) - minutes(20));
    markAttendance(world.asSystem, { meetingId: meeting?.id ?? "", marks: new Map([[first, "present"]]) });
    const added = watch(world);
    expect(merge().ok).toBe(true);
    expect(respondentOf(world, second)).toBeNull();
    expect(respondentOf(world, first)).not.toBeNull();
    expect(db.select().from(tables.evaluationReceipts).all()).toMatchObject([
      { bookingId: first, stage: "T0" },
    ]);
    expect(listOwed(world, intoId)).toEqual([]);
    expect(inShort(added()).audit).toContain("evaluations.answers moved");
  });

  test("a form begun with each: the one of the booking that stays goes on", () => {
    const { world, db, tables, first, second, merge } = twins();
    for (const bookingId of [first, second])
      expect(saveDraft(world.stranger, { bookingId, stage: "T0" }, { "answer-act": bookingId }).ok).toBe(
        true,
      );
    world.answer(second, "T0", { act: 3 });
    expect(saveDraft(world.stranger, { bookingId: first, stage: "T0" }, { "answer-act": first }).ok).toBe(
      true,
    );
    expect(merge().ok).toBe(true);
    expect(db.select().from(tables.evaluationDrafts).all().length).toBeLessThanOrEqual(1);
    const again = twins();
    for (const bookingId of [again.first, again.second])
      saveDraft(again.world.stranger, { bookingId, stage: "T0" }, { "answer-act": bookingId });
    expect(again.merge().ok).toBe(true);
    const drafts = again.db.select().from(again.tables.evaluationDrafts).all();
    expect(drafts).toMatchObject([{ bookingId: again.first, fields: { "answer-act": again.first } }]);
  });

  test("both answered: each keeps its own, and the one that stays counts", () => {
    const { world, db, tables, first, second, merge } = twins();
    world.answer(first, "T0", { act: 3 });
    world.answer(second, "T0", { act: 9 });
    expect(merge().ok).toBe(true);
    expect(db.select().from(tables.respondents).all()).toHaveLength(2);
    const kept = db
      .select()
      .from(tables.answers)
      .where(eq(tables.answers.respondentId, respondentOf(world, first) ?? ""));
    expect(kept.all()).toMatchObject([{ value: 3 }]);
  });

  test("answers follow their booking to the account that takes it over", () => {
    const { world, fromId, intoId, merge } = twins();
    const other = world.session({ meetings: [{ date: "2026-12-01", startTime: "09:30", endTime: "12:30" }] });
    const theirs = world.book(other, fromId);
    world.answer(theirs, "T0", { act: 3 });
    const respondent = respondentOf(world, theirs);
    expect(merge().ok).toBe(true);
    expect(respondentOf(world, theirs)).toBe(respondent);
    expect(listOwed(world, intoId).map(({ bookingId }) => bookingId)).not.toContain(theirs);
  });
});

test("a move takes T1 and a form that was begun along too, and what was answered after a training stays with it", () => {
  const world = makeWorld();
  const { db, tables, clock } = world;
  db.insert(tables.courseEvaluations).values({ courseId: "course", onArrival: true }).run();
  const soon = [{ date: world.today, startTime: "10:30", endTime: "12:30" }];
  const from = world.session({ meetings: soon, bookingClosesAt: clock.now() + minutes(29) });
  const to = world.session();
  const personId = world.person();
  const bookingId = world.book(from, personId);
  world.answer(bookingId, "T1", { act: 4 });
  db.insert(tables.evaluationDrafts)
    .values({ bookingId, stage: "T0", fields: { "answer-act": "4" }, savedAt: clock.now() })
    .run();
  const moved = moveAndKeepAnswers(world.as(world.coordinator), { bookingId, toSessionId: to });
  if (!moved.ok) throw new Error(moved.reason);
  const now = moved.value.bookingId;
  expect(db.select().from(tables.evaluationReceipts).all()).toMatchObject([{ bookingId: now, stage: "T1" }]);
  expect(db.select().from(tables.evaluationDrafts).all()).toMatchObject([{ bookingId: now, stage: "T0" }]);
  expect(db.select().from(tables.respondents).all()).toMatchObject([{ bookingId: now, sessionId: to }]);
});

test("only an administrator has answers taken over, and a stranger nothing", () => {
  const world = makeWorld();
  for (const ctx of [world.stranger, world.asSystem, world.as(world.coordinator)])
    expect(() => takeOverAnswers(ctx, { intoId: "x", ended: [] })).toThrow(Forbidden);
});
