// The week's letter to agency leads: counts of their own agency alone, once a week, and none where there is nothing to say.
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { sendWeeklyDigests } from "~/domain/needs/needs.server";
import { digestDue, isWorthSaying, mondayOf } from "~/domain/needs/weekly-digest-rules";
import type { AgencyDigest } from "~/domain/notifications/notifications";
import { addDays, instantOf } from "~/shared/civil-time";
import { days, hours } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { contentOf, watch } from "../support-check/ledger";

const monday = "2026-11-09";
const eight = instantOf(monday, "08:00");

/** Tuesday 3 November, with a lead in each agency; the clock goes to Monday at eight. */
function digestWorld() {
  const world = makeWorld();
  const lead = world.person({ name: "Lee Lead", roles: ["agency_lead"] });
  const otherLead = world.person({ name: "Olly Lead", agencyId: "health", roles: ["agency_lead"] });
  const on = (date: string, capacity = 9) =>
    world.session({ capacity, meetings: [{ date, startTime: "09:30", endTime: "16:30" }] });
  const send = () => {
    const since = watch(world);
    const posted = sendWeeklyDigests(world.asSystem);
    const { audit, messages } = since();
    expect(audit).toEqual([]);
    expect(messages.length).toBe(posted);
    return messages;
  };
  return { ...world, world, lead, otherLead, on, send };
}

describe("when it leaves", () => {
  test.each([
    ["a Monday before eight", "2026-11-09", "07:59", null],
    ["a Monday at eight", "2026-11-09", "08:00", "2026-11-09"],
    ["the Tuesday after, where the service was away", "2026-11-10", "20:00", "2026-11-09"],
    ["a Wednesday after eight: too late", "2026-11-11", "08:00", null],
    ["a Sunday", "2026-11-15", "12:00", null],
    ["Easter Monday: it waits", "2027-03-29", "12:00", null],
    ["the Tuesday after Easter", "2027-03-30", "08:00", "2027-03-29"],
    ["the Monday after the clocks went back, in London's time", "2026-10-26", "08:00", "2026-10-26"],
    ["the Monday of the week in which Christmas falls", "2026-12-21", "08:00", "2026-12-21"],
    ["the Tuesday of the substitute holidays", "2026-12-29", "09:00", "2026-12-28"],
  ])("%s", (_, date, time, week) => {
    expect(digestDue(instantOf(date, time))).toBe(week);
  });

  test("at eight in London on both sides of a clock change, one hour apart in UTC", () => {
    expect(new Date(instantOf("2026-10-19", "08:00")).toISOString()).toBe("2026-10-19T07:00:00.000Z");
    expect(digestDue(Date.UTC(2026, 9, 26, 7, 59))).toBe(null);
    expect(digestDue(Date.UTC(2026, 9, 26, 8))).toBe("2026-10-26");
  });

  test("a Sunday belongs to the week before", () => {
    expect([mondayOf("2026-11-09"), mondayOf("2026-11-15"), mondayOf("2026-11-16")]).toEqual([
      "2026-11-09",
      "2026-11-09",
      "2026-11-16",
    ]);
  });
});

test("each lead hears of their own agency: who is booked by session, who waits, who did not come, what to answer", () => {
  const world = digestWorld();
  const [ann, bob, cat, dan, hal] = [
    world.person(),
    world.person(),
    world.person(),
    world.person(),
    world.person({ agencyId: "health" }),
  ];
  const soon = world.on(addDays(monday, 3), 3);
  const last = world.on(addDays(monday, 13), 3);
  const beyond = world.on(addDays(monday, 14), 3);
  const missed = world.on(addDays(monday, -3), 3);
  for (const personId of [ann, bob, hal]) world.book(soon, personId);
  world.book(soon, cat);
  world.book(last, ann);
  world.book(beyond, ann);
  const { bookings, bookingApprovals } = world.tables;
  const absent = world.book(missed, dan);
  world.db.update(bookings).set({ state: "did not attend" }).where(eq(bookings.id, absent)).run();
  const asked = world.book(world.on(addDays(monday, 30)), ann);
  const approval = { askedOf: "agency lead", askedAt: 1, answerBy: eight + days(3) } as const;
  world.db
    .insert(bookingApprovals)
    .values({ ...approval, id: "approval", bookingId: asked })
    .run();

  world.clock.set(eight);
  const messages = world.send();
  expect(messages.map(({ kind, toPersonId, topic }) => [kind, toPersonId, topic])).toEqual([
    ["agency digest", world.lead, "weekly digest"],
    ["agency digest", world.otherLead, "weekly digest"],
  ]);
  expect(messages[0]?.facts).toEqual({
    personName: "Lee Lead",
    agencyName: "Police",
    from: monday,
    coming: [
      { sessionId: soon, courseTitle: "Neglect", date: addDays(monday, 3), booked: 2 },
      { sessionId: last, courseTitle: "Neglect", date: addDays(monday, 13), booked: 1 },
    ],
    ...{ moreComing: 0, waiting: 1, approvals: 1, missed: 1, renewals: 0, overdue: 0 },
  });
  expect(messages[1]?.facts).toMatchObject({
    agencyName: "Health",
    coming: [{ sessionId: soon, booked: 1 }],
    ...{ waiting: 0, approvals: 0, missed: 0 },
  });
  const said = JSON.stringify(messages.map(({ facts }) => facts));
  for (const personId of [ann, bob, cat, dan, hal]) expect(said).not.toContain(personId);
});

test("again in the same week nothing is written, also after the worker starts anew; the next week it is", () => {
  const world = digestWorld();
  world.book(world.on(addDays(monday, 10)), world.person());
  world.clock.set(eight);
  expect(world.send()).toHaveLength(1);
  const before = contentOf(world.db);
  expect(world.send()).toEqual([]);
  world.clock.forward(hours(20));
  expect(world.send()).toEqual([]);
  expect(contentOf(world.db)).toBe(before);
  world.db.delete(world.tables.workerTurns).run();
  expect(watchCount(world)).toBe(0);
  world.clock.set(eight + days(7));
  expect(world.send()).toHaveLength(1);
});

/** The outbox has one letter per lead and week, whatever the notes of the worker say. */
function watchCount(world: ReturnType<typeof digestWorld>): number {
  const since = watch(world);
  sendWeeklyDigests(world.asSystem);
  return since().messages.length;
}

test("nothing to say is no letter; whoever left, leads no sure agency or leads none gets none either", () => {
  const world = digestWorld();
  world.clock.set(eight);
  expect(world.send()).toEqual([]);
  world.clock.set(instantOf("2026-11-10", "10:00"));
  world.db.delete(world.tables.workerTurns).run();
  world.book(world.on(addDays(monday, 5)), world.person());
  const { people } = world.tables;
  world.db.update(people).set({ agencyStanding: "awaiting" }).where(eq(people.id, world.lead)).run();
  expect(world.send()).toEqual([]);
  world.db.delete(world.tables.workerTurns).run();
  world.db
    .update(people)
    .set({ agencyStanding: "confirmed", disabledAt: 1 })
    .where(eq(people.id, world.lead))
    .run();
  expect(world.send()).toEqual([]);
});

test("a lead does not answer for themselves: their own booking is not counted as waiting for them", () => {
  const world = digestWorld();
  const booking = world.book(world.on(addDays(monday, 40)), world.lead);
  world.db
    .insert(world.tables.bookingApprovals)
    .values({ id: "own", bookingId: booking, askedOf: "agency lead", askedAt: 1, answerBy: eight })
    .run();
  world.clock.set(eight);
  expect(world.send()).toEqual([]);
});

test("certificates: who runs out within four weeks is news each week, who ran out once a month", () => {
  const nothing: AgencyDigest = {
    ...{ agencyName: "Police", from: "2026-11-09", coming: [], moreComing: 0 },
    ...{ waiting: 0, approvals: 0, missed: 0, renewals: 0, overdue: 0 },
  };
  expect(isWorthSaying(nothing)).toBe(false);
  expect(isWorthSaying({ ...nothing, renewals: 1 })).toBe(true);
  expect(isWorthSaying({ ...nothing, overdue: 9 })).toBe(false);
  expect(isWorthSaying({ ...nothing, overdue: 9, from: "2026-11-02" })).toBe(true);
});

test("only the system writes to leads", () => {
  const world = digestWorld();
  world.clock.set(eight);
  for (const ctx of [world.stranger, world.as(world.coordinator), world.as(world.lead)])
    expect(() => sendWeeklyDigests(ctx)).toThrow(Forbidden);
});
