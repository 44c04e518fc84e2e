// Mail that people can do without: one a day, never to whom does not want it, and with a way to stop it.
import { addressStops, outbox, topicStops } from "db/schema";
import { describe, expect, test } from "vitest";
import type { Compose } from "~/domain/notifications/notifications";
import { currentWords, mailTray } from "~/domain/notifications/notifications.server";
import { instantOf } from "~/shared/civil-time";
import { days, hours } from "~/shared/clock";
import { makeWorld } from "../../support/world";
import { again, post, scripted, sent, turn } from "./support";

/** Tuesday 3 November 2026, 10:00, and someone to write to. */
function someone() {
  const world = makeWorld();
  const personId = world.person();
  const ctx = world.asSystem;
  const write = (kind: Parameters<typeof post>[1], more: object = {}, to = personId) =>
    // Only what is about a place has meetings, and a stream.
    post(
      ctx,
      kind,
      { ...(kind.startsWith("booking") ? {} : { meetings: undefined }), ...more },
      { personId: to },
    );
  const rows = () => world.db.select().from(outbox).orderBy(outbox.id).all();
  return { world, ctx, personId, write, rows };
}

test("which letters are optional, and under which topic", () => {
  const { write, rows } = someone();
  write("evaluation due", { number: 0 });
  write("evaluation due", { number: 1 });
  write("renewal due", { number: 0 });
  write("agency digest");
  write("offer news");
  write("booking confirmed");
  write("manager evaluation", { number: 1 });
  expect(rows().map(({ kind, topic }) => [kind, topic])).toEqual([
    ["evaluation due", null],
    ["evaluation due", "evaluation reminders"],
    ["renewal due", "renewals"],
    ["agency digest", "weekly digest"],
    ["offer news", "offer news"],
    ["booking confirmed", null],
    ["manager evaluation", null],
  ]);
});

test("one a day: the next ones wait for the next working days, whoever else gets one", async () => {
  const { world, ctx, write, rows } = someone();
  for (const kind of ["offer news", "agency digest", "renewal due"] as const) write(kind);
  write("offer news", {}, world.person());
  write("booking confirmed");
  const { transport, letters } = scripted(sent);
  await turn(ctx, transport);
  expect(letters).toHaveLength(3);
  const waiting = () => rows().filter(({ state }) => state === "waiting");
  expect(waiting().map(({ dueAt }) => dueAt)).toEqual(Array(2).fill(instantOf("2026-11-04", "08:00")));
  world.clock.set(instantOf("2026-11-04", "08:00"));
  await turn(ctx, transport);
  expect(letters).toHaveLength(4);
  world.clock.forward(days(1));
  await turn(ctx, transport);
  expect(letters).toHaveLength(5);
  expect(waiting()).toEqual([]);
});

test("what somebody needs leaves on the same day, after what they could do without", async () => {
  const { ctx, write } = someone();
  const { transport, letters } = scripted(sent);
  for (const kind of ["offer news", "booking confirmed"] as const) {
    write(kind);
    await turn(ctx, transport);
  }
  expect(letters).toHaveLength(2);
});

test("one that was turned away was none: the next may leave on the same day", async () => {
  const { ctx, write, rows } = someone();
  for (const kind of ["offer news", "agency digest"] as const) write(kind);
  await turn(ctx, scripted({ outcome: "refused", problem: "550" }, sent).transport);
  expect(rows().map(({ state }) => state)).toEqual(["failed", "sent"]);
});

test("one that is tried again is not held back by itself", async () => {
  const { world, ctx, write, rows } = someone();
  write("offer news");
  await turn(ctx, scripted(again).transport);
  world.clock.forward(hours(1));
  await turn(ctx, scripted(sent).transport);
  expect(rows()[0]).toMatchObject({ state: "sent", attempts: 2 });
});

describe("what somebody stopped", () => {
  test("is looked at when the letter would leave, not when it was caused", async () => {
    const { world, ctx, personId, write, rows } = someone();
    write("agency digest");
    write("offer news");
    world.db.insert(topicStops).values({ personId, topic: "weekly digest", stoppedAt: 1 }).run();
    const { transport, letters } = scripted(sent);
    await turn(ctx, transport);
    expect(letters).toHaveLength(1);
    expect(rows().map(({ kind, state, droppedBecause }) => [kind, state, droppedBecause])).toEqual([
      ["agency digest", "dropped", "topic stopped"],
      ["offer news", "sent", null],
    ]);
  });

  test("by a returned letter is all of the optional mail, however the address is spelt, and no needed letter", async () => {
    const { world, ctx, personId, write, rows } = someone();
    world.db
      .insert(addressStops)
      .values({ email: `${personId}@example.org`, because: "bounced", since: 1 })
      .run();
    write("offer news");
    world.db
      .update(outbox)
      .set({ toEmail: `${personId}@Example.ORG` })
      .run();
    write("booking cancelled");
    const { transport, letters } = scripted(sent);
    await turn(ctx, transport);
    expect(letters.map(({ subject }) => subject)).toEqual(["booking cancelled 1"]);
    expect(rows()[0]).toMatchObject({ state: "dropped", droppedBecause: "address stopped", sentAt: null });
  });

  test("is not said of a letter that may have left already", async () => {
    const { world, ctx, personId, write, rows } = someone();
    write("offer news");
    await turn(ctx, scripted(again).transport);
    world.db.insert(topicStops).values({ personId, topic: "offer news", stoppedAt: 1 }).run();
    world.clock.forward(hours(1));
    await turn(ctx, scripted(sent).transport);
    expect(rows()[0]).toMatchObject({ state: "sent", droppedBecause: null });
  });
});

test("the composer is told whose wish it is, and the address to stop it is frozen with the letter", async () => {
  const { ctx, personId, write, rows } = someone();
  write("offer news");
  write("booking confirmed");
  const told: unknown[] = [];
  const compose: Compose = async (kind, _facts, { stop, words }) => {
    told.push([kind, stop, words]);
    return { subject: "s", html: "h", text: "t", calendar: null, unsubscribeUrl: stop && "https://x/stop" };
  };
  const { transport, letters } = scripted(sent);
  await turn(ctx, transport, compose);
  expect(told).toEqual([
    ["booking confirmed", null, currentWords(ctx, "booking confirmed")],
    ["offer news", { personId, topic: "offer news" }, null],
  ]);
  expect(rows().map(({ unsubscribeUrl }) => unsubscribeUrl)).toEqual(["https://x/stop", null]);
  expect(letters.map(({ unsubscribeUrl }) => unsubscribeUrl)).toEqual([null, "https://x/stop"]);
});

test("the tray of a demonstration shows them all on one day", async () => {
  const { ctx, write, rows } = someone();
  for (const kind of ["offer news", "agency digest", "renewal due"] as const) write(kind);
  await turn(ctx, mailTray);
  expect(rows().map(({ state }) => state)).toEqual(["sent", "sent", "sent"]);
});
