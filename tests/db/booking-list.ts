// Sessions that a list of bookings may refer to, and a way to take a list in.
import { bookings as kind } from "db/import/bookings";
import { type ImportReport, importText } from "db/import/run-import";
import type { Context } from "~/domain/context";
import { addDays } from "~/shared/civil-time";
import { makeWorld } from "../support/world";

export function imported(ctx: Context, text: string, dryRun = false): ImportReport {
  const result = importText(kind, ctx, text, { source: "bookings.csv", dryRun });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

/** A world with a session that is over, and one to come with two places. */
export function bookingWorld() {
  const world = makeWorld();
  const at = (inDays: number, startTime = "09:30", endTime = "16:30") => ({
    date: addDays(world.today, inDays),
    startTime,
    endTime,
  });
  const past = world.session({ meetings: [at(1), at(2)] });
  const coming = world.session({ meetings: [at(30)], capacity: 2 });
  world.clock.forward(world.days(7));
  const addressOf = (id: string) => `${id}@police.example.org`;
  const rowsOf = (sessionId: string) =>
    world.db
      .select()
      .from(world.tables.bookings)
      .all()
      .filter((booking) => booking.sessionId === sessionId);
  return {
    ...world,
    world,
    at,
    past,
    coming,
    pastDay: addDays(world.today, 1),
    comingDay: addDays(world.today, 30),
    addressOf,
    rowsOf,
  };
}
