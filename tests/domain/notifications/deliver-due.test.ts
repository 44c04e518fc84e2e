// What the outbox promises: composed once, sent once, and tried again in measure.

import { transact } from "db/client";
import { outbox } from "db/schema";
import { describe, expect, test } from "vitest";
import type { Context } from "~/domain/context";
import type { Compose } from "~/domain/notifications/notifications";
import { deliverDue, mailTray, postMessage } from "~/domain/notifications/notifications.server";
import { hours, minutes } from "~/shared/clock";
import {
  again,
  auditOf,
  countingCompose,
  freshContext,
  from,
  noon,
  onlyRow,
  postAboutBooking,
  postWelcome,
  scripted,
  sent,
  turn,
} from "./support";

const nothing = { sent: 0, again: 0, failed: 0, unsure: 0 };

describe("posting", () => {
  test("the same key twice is one message", () => {
    const { ctx } = freshContext();
    postWelcome(ctx);
    postWelcome(ctx);
    expect(onlyRow(ctx)).toMatchObject({ key: "welcome/p1", state: "waiting", dueAt: noon });
  });

  test("a message falls with the change it tells of", () => {
    const { ctx } = freshContext();
    const failing = () =>
      transact(ctx.db, () => {
        postWelcome(ctx);
        throw new Error("the booking could not be written");
      });
    expect(failing).toThrow("could not be written");
    expect(ctx.db.select().from(outbox).all()).toEqual([]);
    const to = { personId: "p1", email: "p1@example.org" };
    const outside = () =>
      postMessage(ctx, { kind: "welcome", key: "k", to, facts: { personName: "Ann", awaiting: null } });
    expect(outside).toThrow("belongs in the transaction");
  });
});

describe("sending", () => {
  test("happens once, under the key of the row", async () => {
    const { ctx } = freshContext();
    postWelcome(ctx);
    const { transport, letters } = scripted({ outcome: "sent", id: "r-1" });
    expect(await turn(ctx, transport)).toEqual({ ...nothing, sent: 1 });
    expect(await turn(ctx, transport)).toEqual(nothing);
    const row = onlyRow(ctx);
    expect(letters).toEqual([
      {
        id: row.id,
        key: `outbox/${row.id}`,
        to: "p1@example.org",
        from,
        subject: "welcome 1",
        html: "<p>1</p>",
        text: "1",
        calendar: null,
        unsubscribeUrl: null,
      },
    ]);
    expect(row).toMatchObject({
      state: "sent",
      sentAt: noon,
      sentBy: "script",
      providerId: "r-1",
      attempts: 1,
      leasedUntil: null,
    });
  });

  test("takes the most urgent first and no more than asked for", async () => {
    const { ctx } = freshContext();
    postWelcome(ctx);
    postAboutBooking(ctx, "booking confirmed");
    postAboutBooking(ctx, "booking cancelled", { bookingId: "b2" });
    const { transport, letters } = scripted(sent);
    const { compose, composed } = countingCompose();
    expect(await deliverDue(ctx, { compose, transport, from, most: 2 })).toEqual({ ...nothing, sent: 2 });
    expect(composed).toEqual(["booking cancelled", "booking confirmed"]);
    await turn(ctx, transport);
    expect(letters).toHaveLength(3);
  });

  test("by two workers at once sends each letter once", async () => {
    const { ctx, anotherWorker } = freshContext();
    for (let n = 0; n < 30; n++) postWelcome(ctx, `welcome/${n}`);
    const { transport, letters } = scripted(sent);
    const turns = await Promise.all([turn(ctx, transport), turn(anotherWorker(), transport)]);
    expect(turns[0].sent + turns[1].sent).toBe(30);
    expect(turns[0].sent).toBeGreaterThan(0);
    expect(turns[1].sent).toBeGreaterThan(0);
    expect(new Set(letters.map((letter) => letter.key)).size).toBe(30);
    expect(letters).toHaveLength(30);
  });

  test("composes with the instant of posting and the name in the facts", async () => {
    const { ctx, clock } = freshContext();
    postWelcome(ctx);
    clock.forward(minutes(5));
    const about: unknown[] = [];
    const compose: Compose = async (_kind, _facts, to) => {
      about.push(to);
      return { subject: "s", html: "h", text: "t", calendar: null };
    };
    await turn(ctx, scripted(sent).transport, compose);
    expect(about).toEqual([
      { to: { name: "Ann", email: "p1@example.org" }, at: noon, words: null, stop: null },
    ]);
  });
});

describe("trying again", () => {
  test("sends the bytes of the first try: composed once though sending fails twice", async () => {
    const { ctx, clock } = freshContext();
    postAboutBooking(ctx, "booking confirmed");
    const { transport, letters } = scripted(again, again, sent);
    const { compose, composed } = countingCompose();
    for (let n = 0; n < 3; n++) {
      await turn(ctx, transport, compose);
      clock.set(Math.max(onlyRow(ctx).dueAt, clock.now()));
    }
    expect(composed).toHaveLength(1);
    expect(letters).toHaveLength(3);
    expect(letters[1]).toEqual(letters[0]);
    expect(letters[2]).toEqual(letters[0]);
    expect(onlyRow(ctx)).toMatchObject({ state: "sent", attempts: 3, lastProblem: null });
  });

  test("waits longer each time, and not a moment too short", async () => {
    const { ctx, clock } = freshContext();
    postWelcome(ctx);
    const { transport, letters } = scripted(again);
    const waits: number[] = [];
    for (let n = 1; n < 8; n++) {
      await turn(ctx, transport);
      const { dueAt } = onlyRow(ctx);
      waits.push((dueAt - clock.now()) / minutes(1));
      clock.set(dueAt - 1);
      expect(await turn(ctx, transport)).toEqual(nothing);
      clock.set(dueAt);
    }
    expect(letters).toHaveLength(7);
    for (const [index, wait] of waits.entries()) {
      const usual = Math.min(2 ** index, 60);
      expect(wait).toBeGreaterThanOrEqual(usual * 0.8);
      expect(wait).toBeLessThanOrEqual(usual * 1.2);
    }
  });

  test("a wait that was asked for is kept, and spares the letters behind it", async () => {
    const { ctx, clock } = freshContext();
    postWelcome(ctx, "welcome/1");
    postWelcome(ctx, "welcome/2");
    const { transport, letters } = scripted({ outcome: "try again", problem: "429", afterMs: 90_000 }, sent);
    expect(await turn(ctx, transport)).toEqual({ ...nothing, again: 1 });
    expect(letters).toHaveLength(1);
    const [first, second] = ctx.db.select().from(outbox).orderBy(outbox.key).all();
    expect(first?.dueAt).toBeGreaterThanOrEqual(noon + 90_000);
    expect(second).toMatchObject({ attempts: 0, state: "waiting" });
    clock.set(first?.dueAt ?? 0);
    expect(await turn(ctx, transport)).toEqual({ ...nothing, sent: 2 });
  });

  test("a letter that is refused is failed at once and told of in the audit trail", async () => {
    const { ctx, clock } = freshContext();
    postWelcome(ctx);
    const { transport, letters } = scripted({ outcome: "refused", problem: "422 validation_error" });
    expect(await turn(ctx, transport)).toEqual({ ...nothing, failed: 1 });
    const row = onlyRow(ctx);
    expect(row).toMatchObject({ state: "failed", lastProblem: "422 validation_error", sentAt: null });
    expect(auditOf(ctx, row.id)).toMatchObject([
      {
        action: "notifications.failed",
        subjectKind: "message",
        aboutPersonId: "p1",
        detail: { kind: "welcome", attempts: 1 },
      },
    ]);
    clock.forward(hours(48));
    expect(await turn(ctx, transport)).toEqual(nothing);
    expect(letters).toHaveLength(1);
  });
});

describe("a letter with a secret in it", () => {
  const postLink = (ctx: Context) =>
    transact(ctx.db, () =>
      postMessage(ctx, {
        kind: "sign-in link",
        key: "sign-in-link/l1",
        to: { personId: "p1", email: "p1@example.org" },
        facts: { personName: "Ann", purpose: "sign in", linkId: "l1", expiresAt: 1 },
      }),
    );

  test("leaves as it was composed, and of it only the subject is kept", async () => {
    const { ctx } = freshContext();
    postLink(ctx);
    const { transport, letters } = scripted({ outcome: "sent" });
    await turn(ctx, transport);
    expect(letters[0]?.html.length).toBeGreaterThan(0);
    expect(onlyRow(ctx)).toMatchObject({
      state: "sent",
      html: null,
      text: null,
      subject: letters[0]?.subject,
    });
  });

  test("is composed again for another try, under the same key", async () => {
    const { ctx, clock } = freshContext();
    postLink(ctx);
    const { transport, letters } = scripted({ outcome: "try again", problem: "busy" }, { outcome: "sent" });
    await turn(ctx, transport);
    expect(onlyRow(ctx).html).toBeNull();
    clock.forward(minutes(10));
    await turn(ctx, transport);
    expect(letters).toHaveLength(2);
    expect(letters[1]).toEqual(letters[0]);
  });

  test("stays in the tray of a demonstration, which is where it can be read", async () => {
    const { ctx } = freshContext();
    postLink(ctx);
    await turn(ctx, mailTray);
    expect(onlyRow(ctx).html).not.toBeNull();
  });
});
