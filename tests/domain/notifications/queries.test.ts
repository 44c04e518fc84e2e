// What can be read of the outbox, and by whom.
import { describe, expect, test } from "vitest";
import type { Actor, Role } from "~/domain/context";
import {
  lastTurns,
  listLetters,
  listMessagesTo,
  mailTray,
  readLetter,
  recordTurn,
} from "~/domain/notifications/notifications.server";
import { minutes } from "~/shared/clock";
import { Forbidden, NotFound } from "~/shared/problems";
import { freshContext, noon, onlyRow, postWelcome, turn } from "./support";

const person = (personId: string, ...roles: Role[]): Actor => ({
  kind: "person",
  personId,
  agencyId: "a1",
  roles: new Set(roles),
});

describe("the mail tray", () => {
  test("lists composed letters, newest first, for one address or all", async () => {
    const { ctx, clock } = freshContext();
    postWelcome(ctx, "welcome/p1", "p1");
    clock.forward(1000);
    postWelcome(ctx, "welcome/p2", "p2");
    expect(listLetters(ctx, { limit: 10 })).toEqual([]);
    await turn(ctx, mailTray);
    expect(listLetters(ctx, { limit: 10 }).map((letter) => letter.toEmail)).toEqual([
      "p2@example.org",
      "p1@example.org",
    ]);
    expect(listLetters(ctx, { limit: 1 })).toHaveLength(1);
    expect(listLetters(ctx, { toEmail: " P1@Example.org ", limit: 10 })).toMatchObject([
      { toEmail: "p1@example.org", kind: "welcome", state: "sent", sentAt: noon + 1000 },
    ]);
  });

  test("shows one letter in full; one that is not there, or not composed, is not found", async () => {
    const { ctx } = freshContext();
    postWelcome(ctx);
    const { id } = onlyRow(ctx);
    expect(() => readLetter(ctx, id)).toThrow(NotFound);
    await turn(ctx, mailTray);
    expect(readLetter(ctx, id)).toMatchObject({
      subject: "welcome 1",
      html: "<p>1</p>",
      text: "1",
      calendar: null,
      sentBy: "mail tray",
    });
    expect(() => readLetter(ctx, "elsewhere")).toThrow(NotFound);
  });
});

describe("a person's messages", () => {
  test("are for that person, coordinators and administrators", () => {
    const { ctx } = freshContext();
    postWelcome(ctx, "welcome/p1", "p1");
    postWelcome(ctx, "welcome/p2", "p2");
    for (const actor of [person("p1"), person("c", "coordinator"), person("a", "admin")]) {
      expect(listMessagesTo({ ...ctx, actor }, "p1")).toMatchObject([{ kind: "welcome", state: "waiting" }]);
    }
    const others: Actor[] = [person("p2"), person("t", "trainer", "agency_lead"), { kind: "stranger" }];
    for (const actor of others) expect(() => listMessagesTo({ ...ctx, actor }, "p1")).toThrow(Forbidden);
  });
});

test("a task's last turn replaces the one before", () => {
  const { ctx, clock } = freshContext();
  expect(lastTurns(ctx)).toEqual([]);
  recordTurn(ctx, "worker");
  recordTurn(ctx, "backup");
  clock.forward(minutes(1));
  recordTurn(ctx, "worker");
  expect(lastTurns(ctx)).toEqual([
    { task: "backup", at: noon },
    { task: "worker", at: noon + minutes(1) },
  ]);
});
