// When it is not known whether a letter left: the same key again for a while, then a human, and never a second letter.

import { outbox } from "db/schema";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Compose } from "~/domain/notifications/notifications";
import type { Letter, Outcome } from "~/domain/notifications/notifications.server";
import { days, hours, minutes } from "~/shared/clock";
import {
  again,
  auditOf,
  countingCompose,
  freshContext,
  noon,
  onlyRow,
  postAboutBooking,
  postWelcome,
  scripted,
  sent,
  turn,
} from "./support";

const nothing = { sent: 0, again: 0, failed: 0, unsure: 0 };

describe("when in doubt", () => {
  test("eight tries, then a human: never sent again", async () => {
    const { ctx, clock } = freshContext();
    postWelcome(ctx);
    const { transport, letters } = scripted(again);
    const ends = [];
    for (let n = 0; n < 8; n++) {
      ends.push(await turn(ctx, transport));
      clock.set(Math.max(onlyRow(ctx).dueAt, clock.now()));
    }
    expect(ends.map((end) => end.again)).toEqual([1, 1, 1, 1, 1, 1, 1, 0]);
    expect(ends[7]).toEqual({ ...nothing, unsure: 1 });
    const row = onlyRow(ctx);
    expect(row.state).toBe("unsure");
    expect(auditOf(ctx, row.id)).toMatchObject([{ action: "notifications.unsure", detail: { attempts: 8 } }]);
    clock.forward(hours(24 * 30));
    expect(await turn(ctx, transport)).toEqual(nothing);
    expect(letters).toHaveLength(8);
  });

  test("a key older than 23 hours is not used again", async () => {
    const { ctx, clock } = freshContext();
    postWelcome(ctx);
    const { transport, letters } = scripted(again);
    await turn(ctx, transport);
    clock.set(noon + hours(23) - 1);
    expect(await turn(ctx, transport)).toEqual({ ...nothing, unsure: 1 });
    expect(letters).toHaveLength(2);
    expect(onlyRow(ctx).state).toBe("unsure");
  });

  test("a worker that was away for a day sends nothing it may have sent before", async () => {
    const { ctx, clock } = freshContext();
    postWelcome(ctx);
    const { transport, letters } = scripted(again);
    await turn(ctx, transport);
    clock.set(noon + hours(23));
    expect(await turn(ctx, transport)).toEqual({ ...nothing, unsure: 1 });
    expect(letters).toHaveLength(1);
    expect(auditOf(ctx, onlyRow(ctx).id)).toHaveLength(1);
  });

  test("a message never tried keeps its right to leave, however long the worker was away", async () => {
    const { ctx, clock } = freshContext();
    postWelcome(ctx);
    clock.forward(hours(72));
    expect(await turn(ctx, scripted(sent).transport)).toEqual({ ...nothing, sent: 1 });
  });

  test("words that fail do not hold up other letters, and nothing is unsure about them", async () => {
    const { ctx, clock } = freshContext();
    postAboutBooking(ctx, "booking cancelled");
    postWelcome(ctx);
    const { transport, letters } = scripted(sent);
    const compose: Compose = async (kind) => {
      if (kind !== "welcome") throw new Error("no such word");
      return { subject: "s", html: "h", text: "t", calendar: null };
    };
    expect(await turn(ctx, transport, compose)).toEqual({ ...nothing, sent: 1, again: 1 });
    for (let n = 0; n < 8; n++) {
      clock.forward(hours(2));
      await turn(ctx, transport, compose);
    }
    const row = ctx.db.select().from(outbox).where(eq(outbox.kind, "booking cancelled")).get();
    expect(row).toMatchObject({ state: "failed", attempts: 8, firstTriedAt: null, subject: null });
    expect(row?.lastProblem).toContain("no such word");
    expect(letters).toHaveLength(1);
  });

  test("a kind without words, and a transport that throws, are tried again", async () => {
    const { ctx } = freshContext();
    postWelcome(ctx);
    const thrower = {
      name: "broken",
      remembersKeys: true,
      send: () => Promise.reject(new Error("wires crossed")),
    };
    expect(await turn(ctx, thrower)).toEqual({ ...nothing, again: 1 });
    expect(onlyRow(ctx).lastProblem).toContain("wires crossed");
    ctx.db.update(outbox).set({ kind: "from a newer version", dueAt: noon, subject: null }).run();
    expect(await turn(ctx, scripted(sent).transport)).toEqual({ ...nothing, again: 1 });
    expect(onlyRow(ctx)).toMatchObject({ state: "waiting" });
  });
});

describe("a worker killed between sending and recording", () => {
  test("is followed by one that sends the same bytes under the same key, once the lease has run out", async () => {
    const { ctx, clock, anotherWorker } = freshContext();
    postWelcome(ctx);
    const { compose, composed } = countingCompose();
    const letters: Letter[] = [];
    let wake: (outcome: Outcome) => void = () => undefined;
    const stuck = {
      name: "stuck",
      remembersKeys: true,
      send: (letter: Letter) =>
        new Promise<Outcome>((resolve) => {
          letters.push(letter);
          wake = resolve;
        }),
    };
    const killed = turn(ctx, stuck, compose);
    while (letters.length === 0) await new Promise((resolve) => setImmediate(resolve));

    const second = anotherWorker();
    const { transport, letters: resent } = scripted(sent);
    clock.forward(59_999);
    expect(await turn(second, transport, compose)).toEqual(nothing);
    clock.forward(1);
    expect(await turn(second, transport, compose)).toEqual({ ...nothing, sent: 1 });
    expect(resent).toEqual(letters);
    expect(composed).toHaveLength(1);

    // If the first was only slow, what it comes back with changes nothing.
    wake(again);
    expect(await killed).toEqual(nothing);
    expect(onlyRow(ctx)).toMatchObject({ state: "sent", sentBy: "script", attempts: 2 });
  });

  test("a late answer does not decide over the worker that took over", async () => {
    const { ctx, clock, anotherWorker } = freshContext();
    postWelcome(ctx);
    const wakes: ((outcome: Outcome) => void)[] = [];
    const stuck = {
      name: "stuck",
      remembersKeys: true,
      send: () => new Promise<Outcome>((resolve) => wakes.push(resolve)),
    };
    const waitFor = async (count: number) => {
      while (wakes.length < count) await new Promise((resolve) => setImmediate(resolve));
    };
    const first = turn(ctx, stuck);
    await waitFor(1);
    clock.forward(minutes(1));
    const second = turn(anotherWorker(), stuck);
    await waitFor(2);

    wakes[0]?.({ outcome: "refused", problem: "concurrent" });
    expect(await first).toEqual(nothing);
    expect(onlyRow(ctx)).toMatchObject({ state: "sending", lastProblem: null });
    wakes[1]?.(sent);
    expect(await second).toEqual({ ...nothing, sent: 1 });
    expect(onlyRow(ctx).state).toBe("sent");
  });

  test("while composing: the late one neither keeps its bytes nor sends them", async () => {
    const { ctx, clock, anotherWorker } = freshContext();
    postWelcome(ctx);
    let finish: () => void = () => undefined;
    const slow: Compose = async () => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return { subject: "late", html: "late", text: "late", calendar: null };
    };
    const late = scripted(sent);
    const lateTurn = turn(ctx, late.transport, slow);
    clock.forward(minutes(2));
    await turn(anotherWorker(), scripted(again).transport);
    finish();
    expect(await lateTurn).toEqual(nothing);
    expect(late.letters).toEqual([]);
    expect(onlyRow(ctx)).toMatchObject({ subject: "welcome 1", state: "waiting" });
  });

  test("eight times over leaves the message to a human", async () => {
    const { ctx, clock } = freshContext();
    postWelcome(ctx);
    const stuck = { name: "stuck", remembersKeys: true, send: () => new Promise<Outcome>(() => undefined) };
    for (let n = 0; n < 8; n++) {
      void turn(ctx, stuck);
      while (onlyRow(ctx).subject === null) await new Promise((resolve) => setImmediate(resolve));
      clock.forward(minutes(1));
    }
    expect(await turn(ctx, scripted(sent).transport)).toEqual({ ...nothing, unsure: 1 });
    expect(onlyRow(ctx)).toMatchObject({ state: "unsure", attempts: 8 });
  });
});

test("a relay of which we do not know how far it came is not given the letter a second time", async () => {
  const { ctx, clock } = freshContext();
  postWelcome(ctx);
  let handedOver = 0;
  const send = async () => {
    handedOver += 1;
    throw new Error("The connection went.");
  };
  const relay = { ...scripted(sent).transport, remembersKeys: false, send };
  await turn(ctx, relay);
  expect(onlyRow(ctx)).toMatchObject({
    state: "unsure",
    lastProblem: "Sending: Error: The connection went.",
  });
  clock.forward(days(1));
  await turn(ctx, relay);
  expect(handedOver).toBe(1);
});
