// Which room of a venue a session gets.
import { type Db, prepared } from "db/client";
import { rooms } from "db/schema";
import { asc, eq, sql } from "drizzle-orm";

const roomsOf = prepared((db) =>
  db
    .select({ id: rooms.id, capacity: rooms.capacity })
    .from(rooms)
    .where(eq(rooms.venueId, sql.placeholder("venueId")))
    .orderBy(asc(rooms.capacity))
    .prepare(),
);

/** The smallest room that holds them all, or else none. */
export const roomFor = (db: Db, venueId: string | null, people: number): string | null =>
  venueId === null
    ? null
    : (roomsOf(db)
        .all({ venueId })
        .find((room) => room.capacity >= people)?.id ?? null);
