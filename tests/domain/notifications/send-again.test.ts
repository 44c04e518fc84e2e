// A letter in trouble: sent again because a person says so, or seen to; each once, and by coordinators only.

import { transact } from "db/client";
import { outbox, people } from "db/schema";
import { eq } from "drizzle-orm";
import { sampleBooking, sampleMeetings } from "emails/samples";
import { describe, expect, test } from "vitest";
import type { Context } from "~/domain/context";
import type { MessageFacts } from "~/domain/notifications/notifications";
import { deliverDue, postMessage, sendAgain, settle } from "~/domain/notifications/notifications.server";
import { Forbidden, NotFound } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { auditOf, countingCompose, from, scripted, sent } from "./support";

const refusing = { outcome: "refused", problem: "550" } as const;
const turn = (ctx: Context, ...outcomes: Parameters<typeof scripted>) => {
  const { transport, letters } = scripted(...outcomes);
  return deliverDue(ctx, { compose: countingCompose().compose, transport, from }).then(() => letters);
};

/** A world with one letter that failed. */
async function inTrouble(facts: object = {}, kind: "booking offered" | "sign-in link" = "booking offered") {
  const world = makeWorld();
  const ann = world.person({ name: "Ann" });
  const write = (
    key: string,
    more: object = {},
    of: "booking offered" | "booking cancelled" = "booking offered",
  ) =>
    transact(world.db, () =>
      postMessage(world.asSystem, {
        kind: of,
        key,
        to: { personId: ann, email: `${ann}@police.example.org` },
        facts: { ...sampleBooking, ...more } as unknown as MessageFacts[typeof of],
      }),
    );
  if (kind === "sign-in link")
    transact(world.db, () =>
      postMessage(world.asSystem, {
        kind,
        key: "link",
        to: { personId: ann, email: `${ann}@police.example.org` },
        facts: { personName: "Ann", purpose: "sign in", linkId: "l", expiresAt: 1 },
      }),
    );
  else write("first", facts);
  await turn(world.asSystem, refusing);
  const id = world.db.select().from(outbox).get()?.id ?? "";
  const coordinator = world.as(world.coordinator);
  const row = (one: string) => world.db.select().from(outbox).where(eq(outbox.id, one)).get();
  return { world, ann, id, coordinator, row, write };
}

describe("sending again", () => {
  test("posts it anew to the address of today, and the old one is seen to", async () => {
    const { world, ann, id, coordinator, row } = await inTrouble();
    world.db.update(people).set({ email: "new@police.example.org" }).where(eq(people.id, ann)).run();
    const result = sendAgain(coordinator, id);
    if (!result.ok) throw new Error(result.reason);
    expect(row(id)).toMatchObject({
      state: "failed",
      settledAt: world.clock.now(),
      settledBy: world.coordinator,
    });
    expect(row(result.value.messageId)).toMatchObject({
      key: `again/${id}/1`,
      againOf: id,
      kind: "booking offered",
      toPersonId: ann,
      toEmail: "new@police.example.org",
      state: "waiting",
      attempts: 0,
      stream: `booking/${sampleBooking.bookingId}`,
      sessionId: sampleBooking.sessionId,
      facts: row(id)?.facts,
    });
    expect(auditOf(world.asSystem, id).map(({ action, detail }) => [action, detail])).toEqual([
      ["notifications.failed", { kind: "booking offered", attempts: 1 }],
      ["notifications.sent again", { kind: "booking offered", before: "failed" }],
    ]);
    const letters = await turn(world.asSystem, sent);
    expect(letters).toMatchObject([
      { to: "new@police.example.org", key: `outbox/${result.value.messageId}` },
    ]);
  });

  test("asked again is the same letter, and no second entry in the trail", async () => {
    const { world, id, coordinator } = await inTrouble();
    const first = sendAgain(coordinator, id);
    const entries = world.count("auditEntries");
    expect(sendAgain(coordinator, id)).toEqual(first);
    await turn(world.asSystem, sent);
    expect(sendAgain(coordinator, id)).toEqual(first);
    expect(world.count("outbox")).toBe(2);
    expect(world.count("auditEntries")).toBe(entries);
  });

  test("one that fails as well can be sent again in its turn", async () => {
    const { world, id, coordinator } = await inTrouble();
    const first = sendAgain(coordinator, id);
    await turn(world.asSystem, refusing);
    const second = first.ok ? sendAgain(coordinator, first.value.messageId) : first;
    expect(second.ok).toBe(true);
    expect(world.count("outbox")).toBe(3);
  });

  test("is refused where a later letter about the place has gone, and not for one of the same news", async () => {
    const { id, coordinator, write, row } = await inTrouble({ revision: 3 });
    write("same", { revision: 3 });
    write(
      "later",
      { revision: 4, meetings: sampleMeetings("2026-11-24"), wasConfirmed: true },
      "booking cancelled",
    );
    expect(sendAgain(coordinator, id)).toEqual({ ok: false, reason: "overtaken" });
    expect(row(id)?.settledAt).toBeNull();
    const other = await inTrouble({ revision: 3 });
    other.write("same", { revision: 3 });
    other.write("another", { revision: 9, bookingId: "another" });
    expect(sendAgain(other.coordinator, other.id).ok).toBe(true);
  });

  test("is refused for what is not in trouble, was seen to, has run out or was cleared", async () => {
    const { world, id, coordinator, write } = await inTrouble();
    write("fine", { bookingId: "fine" });
    const fine = world.db.select().from(outbox).where(eq(outbox.key, "fine")).get()?.id ?? "";
    expect(sendAgain(coordinator, fine)).toEqual({ ok: false, reason: "not in trouble" });
    settle(coordinator, id);
    expect(sendAgain(coordinator, id)).toEqual({ ok: false, reason: "not in trouble" });
    const link = await inTrouble({}, "sign-in link");
    expect(sendAgain(link.coordinator, link.id)).toEqual({ ok: false, reason: "run out" });
    const cleared = await inTrouble();
    cleared.world.db.update(outbox).set({ facts: {} }).run();
    expect(sendAgain(cleared.coordinator, cleared.id)).toEqual({ ok: false, reason: "cleared" });
    const erased = await inTrouble();
    erased.world.db.update(people).set({ erasedAt: 1, disabledAt: 1 }).where(eq(people.id, erased.ann)).run();
    expect(sendAgain(erased.coordinator, erased.id)).toEqual({ ok: false, reason: "cleared" });
  });
});

describe("seeing to a letter", () => {
  test("is kept with who and when, once", async () => {
    const { world, id, coordinator, row } = await inTrouble();
    expect(settle(coordinator, id)).toEqual({ ok: true, value: undefined });
    const at = world.clock.now();
    world.clock.forward(1000);
    expect(settle(coordinator, id)).toEqual({ ok: true, value: undefined });
    expect(row(id)).toMatchObject({ settledAt: at, settledBy: world.coordinator, state: "failed" });
    expect(auditOf(world.asSystem, id).slice(1)).toMatchObject([
      { action: "notifications.seen to", detail: { kind: "booking offered", before: "failed" } },
    ]);
  });

  test("is refused where it is not in trouble", async () => {
    const { world, coordinator, write } = await inTrouble();
    write("fine", { bookingId: "fine" });
    const fine = world.db.select().from(outbox).where(eq(outbox.key, "fine")).get()?.id ?? "";
    expect(settle(coordinator, fine)).toEqual({ ok: false, reason: "not in trouble" });
  });
});

test("only coordinators and administrators may, and only what there is", async () => {
  const { world, ann, id } = await inTrouble();
  const others = [
    world.as(ann),
    world.stranger,
    world.as(world.trainer()),
    world.as(world.person({ roles: ["agency_lead"] })),
  ];
  for (const ctx of others) {
    expect(() => sendAgain(ctx, id)).toThrow(Forbidden);
    expect(() => settle(ctx, id)).toThrow(Forbidden);
  }
  const admin = world.as(world.person({ roles: ["admin"] }));
  expect(() => sendAgain(admin, "nothing")).toThrow(NotFound);
  expect(() => settle(admin, "nothing")).toThrow(NotFound);
  expect(sendAgain(admin, id).ok).toBe(true);
  expect(world.count("outbox")).toBe(2);
});
