// Venues and their rooms, for choosing and for looking after.
import { prepared } from "db/client";
import { rooms, sessions, venues } from "db/schema";
import { and, asc, gt, inArray, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { groupBy } from "~/shared/group-by";
import { NotFound } from "~/shared/problems";
import type { Room, Venue } from "./sessions";

type Reader = Pick<Context, "db">;

/** `toCome`: sessions planned there that have not ended. */
export type ListedVenue = Venue & {
  id: string;
  archivedAt: number | null;
  toCome: number;
  rooms: (Room & { archivedAt: number | null })[];
};

const allVenues = prepared((db) =>
  db
    .select({
      id: venues.id,
      name: venues.name,
      address: venues.address,
      postcode: venues.postcode,
      access: venues.access,
      archivedAt: venues.archivedAt,
    })
    .from(venues)
    .orderBy(asc(sql`${venues.name} collate nocase`), asc(venues.id))
    .prepare(),
);

const allRooms = prepared((db) =>
  db
    .select()
    .from(rooms)
    .orderBy(asc(sql`${rooms.name} collate nocase`), asc(rooms.id))
    .prepare(),
);

const toComeByVenue = prepared((db) =>
  db
    .select({ venueId: sessions.venueId, n: sql<number>`count(*)` })
    .from(sessions)
    .where(
      and(
        inArray(sessions.status, ["draft", "published", "closed"]),
        gt(sessions.endsAt, sql.placeholder("now")),
      ),
    )
    .groupBy(sessions.venueId)
    .prepare(),
);

/** Every venue with its rooms, by name; archived ones too. */
export function listVenuesWithRooms(ctx: Pick<Context, "db" | "clock">): ListedVenue[] {
  const byVenue = groupBy(allRooms(ctx.db).all(), (room) => room.venueId);
  const toCome = new Map(
    toComeByVenue(ctx.db)
      .all({ now: ctx.clock.now() })
      .map(({ venueId, n }) => [venueId, n]),
  );
  return allVenues(ctx.db)
    .all()
    .map((venue) => ({
      ...venue,
      toCome: toCome.get(venue.id) ?? 0,
      rooms: (byVenue.get(venue.id) ?? []).map(({ venueId: _same, ...room }) => room),
    }));
}

/** @throws NotFound */
export function readVenue(ctx: Pick<Context, "db" | "clock">, id: string): ListedVenue {
  const venue = listVenuesWithRooms(ctx).find((listed) => listed.id === id);
  if (!venue) throw new NotFound("venue");
  return venue;
}

/** Every venue, by name. */
export const listVenues = (ctx: Reader) => allVenues(ctx.db).all();
