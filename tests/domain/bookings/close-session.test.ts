// A coordinator closes booking by hand: an offer that nobody can take any more ends with it, and its person hears.
import { outbox } from "db/schema";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  acceptOffer,
  closeForBooking,
  expireOffers,
  reopenForBooking,
} from "~/domain/bookings/bookings.server";
import { mailTray } from "~/domain/notifications/notifications.server";
import { runDue } from "~/worker.server";
import { testSettings } from "../../support/web";
import { digestOf, inShort, watch } from "../support-check/ledger";
import { offeredWorld } from "./offered-world";

test("an open offer ends with a letter that says why; who waits keeps their turn; again changes nothing", async () => {
  const { world, db, sessionId, first, giveUp, states } = offeredWorld();
  const coordinator = world.as(world.coordinator);
  giveUp();
  expect(states()).toEqual(["offered", "waiting"]);
  const added = watch(world);
  expect(closeForBooking(coordinator, sessionId)).toEqual({ ok: true, value: null });
  expect(states()).toEqual(["expired", "waiting"]);
  expect(inShort(added())).toEqual({
    audit: ["sessions.booking closed", "bookings.expired"],
    messages: ["offer expired"],
  });
  expect(added().messages[0]).toMatchObject({ toPersonId: first.personId, facts: { bookingClosed: true } });
  expect(added().audit[1]).toMatchObject({
    aboutPersonId: first.personId,
    detail: { cause: "booking closed" },
  });
  const before = digestOf(db);
  expect(closeForBooking(coordinator, sessionId)).toEqual({ ok: true, value: null });
  expireOffers(world.asSystem);
  expect(acceptOffer(first.ctx, first.bookingId)).toEqual({ ok: false, reason: "no offer" });
  expect(digestOf(db)).toBe(before);

  await runDue({ ...world, settings: testSettings }, mailTray);
  const letter = db.select().from(outbox).where(eq(outbox.kind, "offer expired")).get();
  expect(letter).toMatchObject({ state: "sent", calendar: null });
  expect(letter?.text).toContain("We have now closed booking for this training");
  expect(letter?.text).not.toContain("join the waiting list again");
  expect(reopenForBooking(coordinator, sessionId)).toMatchObject({ ok: true });
  expect(states()).toEqual(["expired", "offered"]);
});
