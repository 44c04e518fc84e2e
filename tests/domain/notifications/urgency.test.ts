// The order in which letters leave: by urgency, and within it by when they were due, whichever was posted first; those about
// one place one after the other, however many workers there are.
import { outbox } from "db/schema";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Transport } from "~/domain/notifications/notifications.server";
import { minutes } from "~/shared/clock";
import {
  countingCompose,
  freshContext,
  postAboutBooking,
  postWelcome,
  scripted,
  sent,
  turn,
} from "./support";

test("what is urgent goes before what has been due for longer", async () => {
  const { ctx, clock } = freshContext();
  postWelcome(ctx);
  clock.forward(minutes(5));
  postAboutBooking(ctx, "booking confirmed");
  clock.forward(minutes(5));
  postAboutBooking(ctx, "booking cancelled", { bookingId: "b2" });
  const { compose, composed } = countingCompose();
  await turn(ctx, scripted(sent).transport, compose);
  expect(composed).toEqual(["booking cancelled", "booking confirmed", "welcome"]);
});

test("of two as urgent, the one that was due first goes first, though it was posted last", async () => {
  const { ctx, clock } = freshContext();
  for (const key of ["late", "soon"]) postWelcome(ctx, key);
  const dueAt = clock.now() + minutes(5);
  ctx.db.update(outbox).set({ dueAt }).where(eq(outbox.key, "late")).run();
  clock.forward(minutes(10));
  const { transport, letters } = scripted(sent);
  await turn(ctx, transport);
  const idOf = (key: string) => ctx.db.select().from(outbox).where(eq(outbox.key, key)).get()?.id;
  expect(letters.map(({ id }) => id)).toEqual([idOf("soon"), idOf("late")]);
});

test("while a letter is on its way, another worker does not overtake it with a later one about the same place", async () => {
  const { ctx, anotherWorker } = freshContext();
  postAboutBooking(ctx, "booking confirmed");
  postAboutBooking(ctx, "booking cancelled");
  const left: string[] = [];
  const other: Transport = {
    ...scripted(sent).transport,
    send: async ({ subject }) => {
      left.push(subject);
      return sent;
    },
  };
  const slow: Transport = {
    ...other,
    send: async ({ subject }) => {
      if (left.length === 0) await turn(anotherWorker(), other);
      left.push(subject);
      return sent;
    },
  };
  await turn(ctx, slow);
  expect(left).toEqual(["booking confirmed 1", "booking cancelled 2"]);
});
