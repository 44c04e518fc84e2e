// A change that cannot wait is not held back by one that could.
import { outbox } from "db/schema";
import { sampleBooking, sampleMeetings } from "emails/samples";
import { expect, test } from "vitest";
import type { Context } from "~/domain/context";
import { hours, minutes } from "~/shared/clock";
import { freshContext, post, scripted, sent, turn } from "./support";

// A Saturday, when what can wait waits for Monday.
const saturday = Date.UTC(2026, 10, 21, 9);

const on = (date: string) => sampleMeetings(date).slice(0, 1);
const moved = (ctx: Context, revision: number, from: string, to: string) =>
  post(ctx, "session changed", {
    revision,
    changed: ["when"],
    before: { mode: "in person", place: sampleBooking.place, meetings: on(from) },
    hasPlace: true,
    meetings: on(to),
  });

test("moved to the very next day after an edit that could wait for Monday: told today", async () => {
  const { ctx, clock } = freshContext();
  clock.set(saturday);
  const { transport, letters } = scripted(sent);
  moved(ctx, 1, "2026-12-01", "2026-12-02");
  await turn(ctx, transport);
  clock.forward(hours(1));
  moved(ctx, 2, "2026-12-02", "2026-11-22");
  clock.forward(minutes(10));
  await turn(ctx, transport);
  expect(letters).toHaveLength(1);
  expect(ctx.db.select().from(outbox).all()).toMatchObject([{ state: "sent", facts: { revision: 2 } }]);
});
