// A row whose facts were damaged is left to a human; nothing else that reads the outbox stops at it.
import { transact } from "db/client";
import { outbox } from "db/schema";
import { eq } from "drizzle-orm";
import { sampleMeetings } from "emails/samples";
import { describe, expect, it, test } from "vitest";
import type { Context } from "~/domain/context";
import { sendAgain, settle, takeBackLetters } from "~/domain/notifications/notifications.server";
import { paths } from "~/web/paths";
import { makeWorld, testNow } from "../../support/world";
import { siteOf, wordsOf } from "../support-check/site";
import { again, auditOf, freshContext, post, postWelcome, scripted, sent, turn } from "./support";

const damage = ({ db }: Pick<Context, "db">, key: string) => {
  const { changes } = db.$client.prepare(`update outbox set facts = '{"personName' where key = ?`).run(key);
  if (changes !== 1) throw new Error(`There is no letter ${key}.`);
};
/** Everything but what cannot be read. */
const rows = ({ db }: Pick<Context, "db">) =>
  db
    .select({ id: outbox.id, key: outbox.key, state: outbox.state, problem: outbox.lastProblem })
    .from(outbox)
    .all();

describe("the queue", () => {
  it("gives up a letter that cannot be made, and sends the others", async () => {
    const { ctx } = freshContext();
    for (const key of ["first", "second"]) postWelcome(ctx, key);
    damage(ctx, "first");
    const { transport, letters } = scripted(sent);
    expect(await turn(ctx, transport)).toEqual({ sent: 1, again: 0, failed: 1, unsure: 0 });
    expect(letters).toHaveLength(1);
    expect(rows(ctx)).toMatchObject([
      { key: "first", state: "failed", problem: expect.stringContaining("cannot be read") },
      { key: "second", state: "sent" },
    ]);
    const [first] = rows(ctx);
    expect(auditOf(ctx, first?.id ?? "")).toMatchObject([{ action: "notifications.failed" }]);
  });

  it("sends one that was made before its facts were damaged", async () => {
    const { ctx, clock } = freshContext();
    postWelcome(ctx, "made");
    const { transport, letters } = scripted(again, sent);
    await turn(ctx, transport);
    damage(ctx, "made");
    clock.forward(3_600_000);
    expect(await turn(ctx, transport)).toMatchObject({ sent: 1 });
    expect(letters[1]).toEqual(letters[0]);
  });
});

describe("news of the same place", () => {
  const changed = (revision: number) => ({
    ...{ sessionId: "s", bookingId: "b", revision, changed: ["where"], mode: "in person" },
    ...{ place: `Hall ${revision}`, courseTitle: "Neglect", meetings: sampleMeetings("2026-03-20") },
    before: { mode: "in person", place: "Hall 0", meetings: sampleMeetings("2026-03-20") },
  });

  test("is posted beside one that cannot be read", () => {
    const { ctx } = freshContext();
    post(ctx, "session changed", changed(1), { key: "one" });
    damage(ctx, "one");
    post(ctx, "session changed", changed(2), { key: "two" });
    expect(rows(ctx)).toMatchObject([
      { key: "one", state: "waiting" },
      { key: "two", state: "waiting" },
    ]);
  });

  test("is taken back, whatever one that left had said", () => {
    const { ctx } = freshContext();
    post(ctx, "booking confirmed", changed(1), { key: "left" });
    ctx.db.update(outbox).set({ state: "sent", firstTriedAt: 1, calendarMethod: "REQUEST" }).run();
    damage(ctx, "left");
    const about = { sessionId: "s", bookingId: "b" };
    expect(transact(ctx.db, () => takeBackLetters(ctx, about))("any")).toBe(true);
  });
});

test("people's pages open, and a coordinator sees to it", async () => {
  const world = makeWorld();
  const visit = siteOf(world);
  const coordinator = world.as(world.coordinator);
  const sessionId = world.session();
  const learner = world.person();
  const bookingId = world.book(sessionId, learner);
  const trouble = { priority: 4, state: "failed", createdAt: testNow, dueAt: testNow } as const;
  const to = { toEmail: "a@example.org", toPersonId: learner, sessionId, stream: `booking/${bookingId}` };
  for (const id of ["older", "broken"])
    world.db
      .insert(outbox)
      .values({ id, key: `${id}/${bookingId}`, kind: "booking moved", facts: { a: 1 }, ...to, ...trouble })
      .run();
  damage(world, `broken/${bookingId}`);
  for (const [path, as] of [
    ["/manage/messages", world.coordinator],
    [`/manage/messages?session=${sessionId}`, world.coordinator],
    [paths.manageSession(sessionId), world.coordinator],
    [paths.manageBooking(bookingId), world.coordinator],
    ["/my/account/messages", learner],
    [`/admin/people/${learner}`, world.person({ roles: ["admin"] })],
  ] as const) {
    const page = await visit(path, { as });
    expect([path, page.status]).toEqual([path, 200]);
  }
  const shown = wordsOf(await visit("/manage/messages", { as: world.coordinator }));
  expect(shown.match(/Seen to Booking moved/g)).toHaveLength(2);
  expect(sendAgain(coordinator, "broken")).toEqual({ ok: false, reason: "cleared" });
  expect(sendAgain(coordinator, "older")).toEqual({ ok: false, reason: "overtaken" });
  expect(settle(coordinator, "broken").ok).toBe(true);
  const settled = world.db.select({ at: outbox.settledAt }).from(outbox).where(eq(outbox.id, "broken")).get();
  expect(settled?.at).toBe(world.clock.now());
});
