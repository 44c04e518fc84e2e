// Those who teach are reminded two working days before: how many come and how many need something, without a name.

import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callOffSession } from "~/domain/bookings/bookings.server";
import {
  answerInvitation,
  assignTrainer,
  changePlan,
  remindTrainers,
  teachingRemindersWanted,
  unassignTrainer,
} from "~/domain/sessions/sessions.server";
import { teachingReminder, teachingReminderDue } from "~/domain/sessions/teaching-reminder-rules";
import { addDays, instantOf } from "~/shared/civil-time";
import { days, minutes } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";
import { merged } from "../personal-data/kept-records";
import { inShort, nothing, watch } from "../support-check/ledger";
import { sessionsWorld } from "./sessions-world";

describe("it is due at nine, two working days before", () => {
  test.each([
    ["a Thursday", "2026-11-19", "2026-11-17"],
    ["a Monday: the Thursday before", "2026-11-23", "2026-11-19"],
    ["a Tuesday: the Friday before", "2026-11-24", "2026-11-20"],
    ["a Saturday", "2026-11-21", "2026-11-19"],
    ["the Tuesday after the clocks go back", "2026-10-27", "2026-10-23"],
    ["the Tuesday after Easter, past two holidays and the clock change", "2027-03-30", "2027-03-24"],
  ])("%s", (_, date, due) => {
    expect(teachingReminderDue(instantOf(date, "09:30"))).toBe(instantOf(due, "09:00"));
  });

  test("and not for somebody who was put on the session after that, nor once it has begun", () => {
    const startsAt = instantOf("2026-11-19", "09:30");
    const part = { sessionId: "s", personId: "p", entryOf: "p", startsAt };
    const due = teachingReminderDue(startsAt);
    expect(teachingReminder({ ...part, assignedAt: due - 1 }, due)).toMatchObject({ dueAt: due });
    expect(teachingReminder({ ...part, assignedAt: due }, due)).toBe(null);
    expect(teachingReminder({ ...part, assignedAt: 0 }, startsAt)).toBe(null);
  });
});

function taught() {
  const world = sessionsWorld();
  const sessionId = world.session({ capacity: 5 });
  const personId = world.trainer("Tess");
  const startsAt = instantOf(addDays(world.today, 14), "09:30");
  const planned = () =>
    world.db
      .select()
      .from(world.tables.reminders)
      .all()
      .filter(({ kind, state }) => kind === "teaching reminder" && state === "planned");
  const turn = () => remindTrainers(world.asSystem);
  return { ...world, world, sessionId, personId, startsAt, planned, turn };
}

test("one letter when it is due, with counts and no names; again changes nothing", () => {
  const world = taught();
  world.assign(world.sessionId, world.personId);
  const [needing, other] = [world.person({ name: "Ann Learner" }), world.person()];
  const { people } = world.tables;
  world.db.update(people).set({ accessNeeds: "Large print" }).where(eq(people.id, needing)).run();
  for (const id of [needing, other]) world.book(world.sessionId, id);
  expect(world.turn()).toBe(0);
  expect(world.planned()).toMatchObject([
    { personId: world.personId, sessionId: world.sessionId, dueAt: teachingReminderDue(world.startsAt) },
  ]);
  world.clock.set(teachingReminderDue(world.startsAt));
  const since = watch(world);
  expect(world.turn()).toBe(1);
  const { audit, messages } = since();
  expect(inShort({ audit, messages })).toEqual({
    audit: ["sessions.trainer reminded"],
    messages: ["teaching reminder"],
  });
  expect(messages[0]).toMatchObject({
    toPersonId: world.personId,
    facts: { booked: 2, needs: 1, confirmed: true },
  });
  expect(JSON.stringify(messages)).not.toMatch(/Ann Learner|Large print/);
  const again = watch(world);
  expect(world.turn()).toBe(0);
  expect(again()).toEqual(nothing);
});

test("taken off, declined, called off or moved before: no letter, or at the new time", () => {
  const world = taught();
  const others = [world.trainer("Tom"), world.trainer("Tia")];
  for (const id of [world.personId, ...others])
    world.assign(world.sessionId, id, { asked: id !== world.personId });
  world.turn();
  expect(world.planned()).toHaveLength(3);
  unassignTrainer(world.asCoordinator, { sessionId: world.sessionId, personId: others[0] ?? "" });
  answerInvitation(world.as(others[1] ?? ""), { sessionId: world.sessionId, can: false });
  world.turn();
  expect(world.planned()).toHaveLength(1);
  const moved = { date: addDays(world.today, 21), startTime: "09:30", endTime: "16:30" };
  changePlan(world.asCoordinator, {
    sessionId: world.sessionId,
    plan: world.planWith(world.sessionId, { meetings: [moved] }),
    taken: { "in person": 0, online: 0 },
  });
  world.turn();
  expect(world.planned()).toMatchObject([
    { dueAt: teachingReminderDue(instantOf(moved.date, moved.startTime)) },
  ]);
  callOffSession(world.asCoordinator, { sessionId: world.sessionId, reason: "no venue" });
  world.turn();
  expect(world.planned()).toEqual([]);
});

test("whatever is done, after a turn the planned reminders are those that the sessions ask for", () => {
  const deeds = ["assign", "take off", "can", "cannot", "move", "call off", "an hour"] as const;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...deeds), { maxLength: 12 }), (run) => {
      const world = taught();
      let later = 14;
      for (const deed of run) {
        const about = { sessionId: world.sessionId, personId: world.personId };
        if (deed === "assign") assignTrainer(world.asCoordinator, { ...about, part: "lead" });
        else if (deed === "take off") unassignTrainer(world.asCoordinator, about);
        else if (deed === "can" || deed === "cannot")
          answerInvitation(world.as(world.personId), { sessionId: world.sessionId, can: deed === "can" });
        else if (deed === "move")
          changePlan(world.asCoordinator, {
            sessionId: world.sessionId,
            plan: world.planWith(world.sessionId, {
              meetings: [{ date: addDays(world.today, ++later), startTime: "09:30", endTime: "16:30" }],
            }),
            taken: { "in person": 0, online: 0 },
          });
        else if (deed === "call off")
          callOffSession(world.asCoordinator, { sessionId: world.sessionId, reason: "no venue" });
        else world.clock.forward(minutes(60));
        if (run.length % 2 === 0) world.turn();
      }
      world.turn();
      const byKey = (rows: { key: string; dueAt: number }[]) =>
        rows.map(({ key, dueAt }) => [key, dueAt]).sort();
      expect(byKey(world.planned())).toEqual(byKey(teachingRemindersWanted(world, null)));
    }),
    { numRuns: 40, seed: 6 },
  );
});

test("only the system reminds", () => {
  const world = taught();
  world.assign(world.sessionId, world.personId);
  world.clock.set(world.startsAt - days(1));
  for (const ctx of [world.stranger, world.asCoordinator, world.as(world.personId)])
    expect(() => remindTrainers(ctx)).toThrow(Forbidden);
});

test("whoever was reminded is not reminded again because two accounts of theirs became one", () => {
  const world = taught();
  world.assign(world.sessionId, world.personId);
  world.turn();
  world.clock.set(teachingReminderDue(world.startsAt));
  expect(world.turn()).toBe(1);
  merged(world.world, world.personId, world.person());
  expect(world.turn()).toBe(0);
  world.clock.forward(days(1));
  expect(world.turn()).toBe(0);
});
