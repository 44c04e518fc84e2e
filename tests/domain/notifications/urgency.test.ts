// The order in which letters leave: by urgency, and within it by when they were due, whichever was posted first.
import { outbox } from "db/schema";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
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
