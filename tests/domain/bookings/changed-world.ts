// A world whose sessions are changed by its coordinator.
import { eq } from "drizzle-orm";
import { changeSession } from "~/domain/bookings/bookings.server";
import { addDays } from "~/shared/civil-time";
import { sessionsWorld } from "../sessions-commands/sessions-world";

export function changed() {
  const world = sessionsWorld();
  const change = (
    sessionId: string,
    what: Parameters<typeof world.planWith>[1],
    more: { postponed?: boolean } = {},
  ) => changeSession(world.asCoordinator, { sessionId, plan: world.planWith(sessionId, what), ...more });
  const day = addDays(world.today, 21);
  const meetings = [{ date: day, startTime: "10:00", endTime: "15:00" }];
  const stateOf = (bookingId: string) =>
    world.db.select().from(world.tables.bookings).where(eq(world.tables.bookings.id, bookingId)).get();
  return { ...world, change, day, meetings, stateOf };
}
