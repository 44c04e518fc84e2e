// Five edits make one letter, a cancellation makes others pointless.
import { outbox } from "db/schema";
import { sampleBooking, sampleMeetings } from "emails/samples";
import { describe, expect, test } from "vitest";
import type { Context } from "~/domain/context";
import { minutes } from "~/shared/clock";
import { again, countingCompose, freshContext, noon, post, scripted, sent, turn } from "./support";

const rows = (ctx: Context) => ctx.db.select().from(outbox).orderBy(outbox.id).all();
const states = (ctx: Context) =>
  rows(ctx).map(({ kind, state, droppedBecause }) => [kind, droppedBecause ?? state]);

const [first] = sampleMeetings("2026-11-24");
if (!first) throw new Error("no sample");
const on = (date: string, startTime = "09:30") => {
  const [meeting] = sampleMeetings(date);
  return [{ ...meeting, startTime }];
};
const planned = { mode: "in person", place: sampleBooking.place, meetings: on("2026-11-24") } as const;
/** An edit from one start to another, as the bookings room posts it. */
const edit = (ctx: Context, revision: number, from: string, to: string, more: object = {}) =>
  post(ctx, "session changed", {
    revision,
    changed: ["when"],
    before: { ...planned, meetings: on("2026-11-24", from) },
    hasPlace: true,
    meetings: on("2026-11-24", to),
    ...more,
  });

describe("edits of a session", () => {
  test("five in ten minutes are one letter: how it is now, against how it was before the first", async () => {
    const { ctx, clock } = freshContext();
    const times = ["09:30", "10:00", "10:30", "11:00", "11:30", "12:00"];
    for (let n = 1; n < times.length; n++) {
      edit(ctx, n, times[n - 1] ?? "", times[n] ?? "");
      clock.forward(minutes(2) - 1);
    }
    const { transport, letters } = scripted(sent);
    await turn(ctx, transport);
    expect(letters).toEqual([]);
    clock.set(noon + minutes(10));
    await turn(ctx, transport);
    expect(letters).toHaveLength(1);
    const [row, ...others] = rows(ctx);
    expect(others).toEqual([]);
    expect(row?.facts).toMatchObject({
      revision: 5,
      changed: ["when"],
      before: { meetings: [{ startTime: "09:30" }] },
      meetings: [{ startTime: "12:00" }],
    });
  });

  test("the ten minutes run from the first: a sixth edit after them is told by itself", async () => {
    const { ctx, clock } = freshContext();
    edit(ctx, 1, "09:30", "10:00");
    clock.set(noon + minutes(10));
    const { transport, letters } = scripted(sent);
    await turn(ctx, transport);
    edit(ctx, 2, "10:00", "10:30");
    clock.forward(minutes(10));
    await turn(ctx, transport);
    expect(letters).toHaveLength(2);
    expect(rows(ctx)[1]?.facts).toMatchObject({ before: { meetings: [{ startTime: "10:00" }] } });
  });

  test("changed and changed back is no letter at all", async () => {
    const { ctx, clock } = freshContext();
    edit(ctx, 1, "09:30", "10:00");
    edit(ctx, 2, "10:00", "09:30");
    expect(states(ctx)).toEqual([["session changed", "no longer true"]]);
    clock.forward(minutes(10));
    const { transport, letters } = scripted(sent);
    await turn(ctx, transport);
    expect(letters).toEqual([]);
    edit(ctx, 3, "09:30", "14:00");
    expect(states(ctx)).toEqual([
      ["session changed", "no longer true"],
      ["session changed", "waiting"],
    ]);
  });

  test("what is no longer another is not told of; a link cannot be compared and is", () => {
    const { ctx } = freshContext();
    edit(ctx, 1, "09:30", "10:00");
    edit(ctx, 2, "10:00", "10:00", { changed: ["where", "link"], place: "The other hall" });
    expect(rows(ctx)[0]?.facts).toMatchObject({ changed: ["when", "where", "link"], before: planned });
    edit(ctx, 3, "10:00", "09:30", { place: "The other hall" });
    edit(ctx, 4, "09:30", "09:30", { changed: ["where"] });
    expect(rows(ctx)[0]?.facts).toMatchObject({ revision: 4, changed: ["link"] });
  });

  test("a course renamed in the meantime is told with its first name", () => {
    const { ctx } = freshContext();
    edit(ctx, 1, "09:30", "10:00");
    const renamed = { changed: ["title"], courseTitle: "New", before: { ...planned, title: "Old" } };
    edit(ctx, 2, "10:00", "10:00", renamed);
    expect(rows(ctx)[0]?.facts).toMatchObject({ changed: ["when", "title"], before: { title: "Old" } });
    edit(ctx, 3, "10:00", "09:30", { courseTitle: "Old", changed: ["title", "when"] });
    expect(states(ctx)).toEqual([["session changed", "no longer true"]]);
  });

  test("one that has been tried, or is another person's, is left alone", async () => {
    const { ctx, clock } = freshContext();
    edit(ctx, 1, "09:30", "10:00");
    clock.forward(minutes(10));
    await turn(ctx, scripted(again).transport);
    edit(ctx, 2, "10:00", "11:00");
    edit(ctx, 2, "10:00", "11:00", { bookingId: "another" });
    expect(rows(ctx).map(({ facts }) => facts.revision)).toEqual([1, 2, 2]);
  });

  test("a place that comes in between keeps the news in order", () => {
    const { ctx } = freshContext();
    edit(ctx, 1, "09:30", "10:00", { hasPlace: false });
    post(ctx, "booking confirmed", { revision: 2 });
    edit(ctx, 3, "10:00", "11:00");
    expect(rows(ctx).map(({ facts }) => facts.revision)).toEqual([1, 2, 3]);
  });

  test("the same cause told twice is one letter, merged or not", () => {
    const { ctx } = freshContext();
    const twice = { key: "session changed/b/2" };
    const facts = { revision: 2, changed: ["when"], before: planned, meetings: on("2026-11-24", "10:00") };
    edit(ctx, 1, "09:30", "09:45");
    for (let n = 0; n < 2; n++) post(ctx, "session changed", facts, twice);
    expect(rows(ctx)).toHaveLength(1);
    expect(rows(ctx)[0]).toMatchObject({ key: twice.key, facts: { revision: 2 } });
  });
});

describe("a further day", () => {
  const days = sampleMeetings("2026-11-24", "2026-11-26");
  const entry = (ctx: Context, revision: number, more: object = {}) =>
    post(ctx, "calendar entry", { revision, meetings: days, meeting: days[1], method: "REQUEST", ...more });

  test("follows the change it belongs to, and is merged as that is", async () => {
    const { ctx, clock } = freshContext();
    edit(ctx, 1, "09:30", "10:00");
    entry(ctx, 1);
    edit(ctx, 2, "10:00", "11:00");
    entry(ctx, 2);
    expect(rows(ctx).map(({ kind, facts }) => [kind, facts.revision])).toEqual([
      ["session changed", 2],
      ["calendar entry", 2],
    ]);
    expect(rows(ctx).map(({ dueAt }) => dueAt)).toEqual([noon + minutes(10), noon + minutes(10)]);
    clock.forward(minutes(10));
    const { compose, composed } = countingCompose();
    await turn(ctx, scripted(sent).transport, compose);
    expect(composed).toEqual(["session changed", "calendar entry"]);
  });

  test("of a change that was changed back is no letter either, but that a day is gone always is one", () => {
    const { ctx } = freshContext();
    const gone = { meeting: { ...days[1], id: "third" }, method: "CANCEL" };
    edit(ctx, 1, "09:30", "10:00");
    entry(ctx, 1);
    entry(ctx, 1, gone);
    edit(ctx, 2, "10:00", "09:30");
    entry(ctx, 2);
    entry(ctx, 2, gone);
    expect(states(ctx)).toEqual([
      ["session changed", "no longer true"],
      ["calendar entry", "no longer true"],
      ["calendar entry", "waiting"],
    ]);
  });

  const gone = { method: "CANCEL" };
  const letters = (ctx: Context) =>
    rows(ctx).map(({ facts, state, droppedBecause }) => [facts.method, droppedBecause ?? state]);

  test("taken out before its invitation left is neither an invitation nor a cancellation, told twice or not", async () => {
    const { ctx, clock } = freshContext();
    entry(ctx, 1);
    entry(ctx, 1, { bookingId: "another" });
    // Behind it, so that nothing may be merged into it any more.
    post(ctx, "joining details", { revision: 1 });
    const key = { key: "calendar entry/b/m/2" };
    for (let n = 0; n < 2; n++)
      post(ctx, "calendar entry", { revision: 2, meetings: days, meeting: days[1], ...gone }, key);
    expect(states(ctx)).toEqual([
      ["calendar entry", "no longer true"],
      ["calendar entry", "waiting"],
      ["joining details", "waiting"],
    ]);
    clock.forward(minutes(10));
    const { transport, letters: left } = scripted(sent);
    await turn(ctx, transport);
    expect(left).toHaveLength(2);
  });

  test.each([
    ["left", sent],
    ["may have left", { outcome: "in doubt", problem: "cut short" }],
    ["was refused, and may yet be sent again", { outcome: "refused", problem: "no such mailbox" }],
    ["is to be tried again", again],
  ] as const)(
    "whose invitation %s is taken out, also where a change of it still waits",
    async (_, outcome) => {
      const { ctx } = freshContext();
      entry(ctx, 1);
      await turn(ctx, scripted(outcome).transport);
      entry(ctx, 2);
      entry(ctx, 3, gone);
      expect(letters(ctx).slice(1)).toEqual([["CANCEL", "waiting"]]);
    },
  );

  test("with a confirmation leaves with it", () => {
    const { ctx } = freshContext();
    post(ctx, "booking confirmed", { revision: 1 });
    entry(ctx, 1);
    expect(rows(ctx).map(({ dueAt }) => dueAt)).toEqual([noon, noon]);
  });
});

describe("a cancellation", () => {
  test("takes the place of what waits about the booking, of that booking only, and what was tried stays", async () => {
    const { ctx, clock } = freshContext();
    edit(ctx, 1, "09:30", "10:00", { bookingId: "tried" });
    clock.forward(minutes(10));
    await turn(ctx, scripted(again).transport);
    edit(ctx, 1, "09:30", "10:00");
    edit(ctx, 1, "09:30", "10:00", { bookingId: "another" });
    for (const bookingId of ["tried", sampleBooking.bookingId])
      post(ctx, "booking cancelled", { bookingId, revision: 2 });
    expect(states(ctx)).toEqual([
      ["session changed", "waiting"],
      ["session changed", "superseded"],
      ["session changed", "waiting"],
      ["booking cancelled", "waiting"],
      ["booking cancelled", "waiting"],
    ]);
  });

  test("does not wait behind what sleeps until the morning: that leaves with it", () => {
    const { ctx, clock } = freshContext();
    clock.set(noon + minutes(60 * 8));
    post(ctx, "booking confirmed");
    post(ctx, "booking cancelled", { revision: 1, meetings: on("2026-11-24") });
    const [confirmed, cancelled] = rows(ctx);
    expect(confirmed?.dueAt).toBe(cancelled?.dueAt);
    post(ctx, "booking offered", { revision: 2, offerEndsAt: clock.now() + minutes(60) });
    expect(rows(ctx).map(({ dueAt }) => dueAt)).toEqual(Array(3).fill(clock.now()));
  });
});
