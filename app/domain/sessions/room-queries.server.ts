// What stands in the way of a room as it is to be.
import { rooms, sessions } from "db/schema";
import { and, eq, gt, inArray, ne, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import type { Room } from "./sessions";

/** "sessions have more places": sessions to come in this room were planned for more people. */
export type RoomRefusal = "name taken" | "holds nobody" | "sessions have more places";
export type RoomFacts = Omit<Room, "id">;

/** @throws NotFound */
export function readRoomRow(ctx: Context, id: string): typeof rooms.$inferSelect {
  const row = ctx.db.select().from(rooms).where(eq(rooms.id, id)).get();
  if (!row) throw new NotFound("room");
  return row;
}

/** Why a room may not be like this; null: it may. `besides`: the room itself, "" for a new one. */
export function whyNoSuchRoom(
  ctx: Context,
  venueId: string,
  room: RoomFacts,
  besides: string,
): RoomRefusal | null {
  if (!Number.isInteger(room.capacity) || room.capacity < 1) return "holds nobody";
  const sameName = and(
    eq(rooms.venueId, venueId),
    eq(sql`lower(${rooms.name})`, room.name.toLowerCase()),
    ne(rooms.id, besides),
  );
  if (ctx.db.select({ id: rooms.id }).from(rooms).where(sameName).get()) return "name taken";
  const larger = and(
    eq(sessions.roomId, besides),
    inArray(sessions.status, ["draft", "published", "closed"]),
    gt(sessions.endsAt, ctx.clock.now()),
    gt(sessions.capacity, room.capacity),
  );
  return ctx.db.select({ id: sessions.id }).from(sessions).where(larger).get()
    ? "sessions have more places"
    : null;
}
