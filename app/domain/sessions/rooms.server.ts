// The rooms of a venue, with how many people each may hold and what is different about its access.

import { transact } from "db/client";
import { rooms, venues } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayRunProgramme } from "./policy";
import { type RoomFacts, type RoomRefusal, readRoomRow, whyNoSuchRoom } from "./room-queries.server";

/** @throws Forbidden, NotFound */
export function addRoom(
  ctx: Context,
  venueId: string,
  room: RoomFacts,
): Result<{ roomId: string }, RoomRefusal> {
  return transact(ctx.db, () => {
    if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
    if (!ctx.db.select({ id: venues.id }).from(venues).where(eq(venues.id, venueId)).get())
      throw new NotFound("venue");
    const refusal = whyNoSuchRoom(ctx, venueId, room, "");
    if (refusal) return refused(refusal);
    const roomId = ctx.ids.id();
    const { name, capacity, access } = room;
    ctx.db.insert(rooms).values({ id: roomId, venueId, name, capacity, access }).run();
    recordAudit(ctx, { action: "sessions.room added", subjectKind: "room", subjectId: roomId });
    return done({ roomId });
  });
}

/** The same facts again change nothing. @throws Forbidden, NotFound */
export function changeRoom(ctx: Context, id: string, room: RoomFacts): Result<null, RoomRefusal> {
  return transact(ctx.db, () => {
    if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
    const before = readRoomRow(ctx, id);
    const refusal = whyNoSuchRoom(ctx, before.venueId, room, id);
    if (refusal) return refused(refusal);
    const fields = (["name", "capacity", "access"] as const).filter((field) => before[field] !== room[field]);
    if (fields.length === 0) return done(null);
    const { name, capacity, access } = room;
    ctx.db.update(rooms).set({ name, capacity, access }).where(eq(rooms.id, id)).run();
    const detail = { fields };
    recordAudit(ctx, { action: "sessions.room changed", subjectKind: "room", subjectId: id, detail });
    return done(null);
  });
}

/** An archived room cannot be chosen any more; its sessions keep it. Again changes nothing. @throws Forbidden, NotFound */
export function archiveRoom(ctx: Context, id: string, archived: boolean): void {
  transact(ctx.db, () => {
    if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
    if ((readRoomRow(ctx, id).archivedAt !== null) === archived) return;
    ctx.db
      .update(rooms)
      .set({ archivedAt: archived ? ctx.clock.now() : null })
      .where(eq(rooms.id, id))
      .run();
    const action = archived ? "sessions.room archived" : "sessions.room restored";
    recordAudit(ctx, { action, subjectKind: "room", subjectId: id });
  });
}
