// How every booking begins: its row, its first line of history, what its person claims, whose approval it waits for, and
// its message. Commands decide; this writes.
import { prepared } from "db/client";
import { bookings, prerequisiteClaims } from "db/schema";
import { sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { Terms } from "~/domain/terms/terms";
import { askForApproval } from "../approvals/ask-for-approval.server";
import type { PlaceMode } from "../bookings";
import { type BookingRow, recordChange, tell, type Why } from "../change-state.server";
import type { PersonWishing, SessionWithPlaces } from "../places.server";
import { positionOf } from "../waiting/position.server";
import { takeBackCharges } from "./take-back-charges.server";

const insertBooking = prepared((db) =>
  db
    .insert(bookings)
    .values({
      id: sql.placeholder("id"),
      reference: sql.placeholder("reference"),
      sessionId: sql.placeholder("sessionId"),
      personId: sql.placeholder("personId"),
      state: sql.placeholder("state"),
      createdAt: sql.placeholder("createdAt"),
      updatedAt: sql.placeholder("createdAt"),
      queuedAt: sql.placeholder("queuedAt"),
      mode: sql.placeholder("mode"),
      termsId: sql.placeholder("termsId"),
      groupId: sql.placeholder("groupId"),
      heldPlacesId: sql.placeholder("heldPlacesId"),
      walkIn: sql.placeholder("walkIn"),
      revision: 0,
    })
    .prepare(),
);

/** What someone says they have done already, by the prerequisite's id. */
export type Claim = { prerequisiteId: string; said: string | null };

export type Beginning = {
  session: SessionWithPlaces;
  person: PersonWishing;
  terms: Terms;
  state: "requested" | "awaiting approval" | "confirmed" | "waiting";
  /** No place was free: their turn counts from now. */
  queued: boolean;
  mode: PlaceMode;
  claims?: readonly Claim[];
  groupId?: string | null;
  heldPlacesId?: string | null;
  walkIn?: boolean;
  why?: Why;
};

/** Writes a booking and all that belongs to its beginning, inside the caller's transaction. */
export function beginBooking(ctx: Context, beginning: Beginning): BookingRow {
  const { session, person, state, terms } = beginning;
  const now = ctx.clock.now();
  const booking: BookingRow = {
    id: ctx.ids.id(),
    reference: ctx.ids.reference(),
    sessionId: session.id,
    personId: person.id,
    state,
    createdAt: now,
    updatedAt: now,
    queuedAt: beginning.queued ? now : null,
    offerEndsAt: null,
    mode: beginning.mode,
    termsId: terms.id,
    groupId: beginning.groupId ?? null,
    heldPlacesId: beginning.heldPlacesId ?? null,
    movedToId: null,
    walkIn: beginning.walkIn ?? false,
    revision: 0,
  };
  insertBooking(ctx.db).run(booking);
  recordChange(ctx, booking, { from: null, to: state, ...beginning.why });
  if (state === "confirmed") takeBackCharges(ctx, booking);
  for (const { prerequisiteId, said } of beginning.claims ?? []) {
    ctx.db
      .insert(prerequisiteClaims)
      .values({ bookingId: booking.id, prerequisiteId, said, madeAt: now })
      .run();
  }
  if (state === "awaiting approval") askForApproval(ctx, { booking, session, person, terms });
  else tellOfBeginning(ctx, booking, session, person, terms);
  return booking;
}

/** Tells someone that they are confirmed, wait, or are looked at. */
export function tellOfBeginning(
  ctx: Context,
  booking: BookingRow,
  session: SessionWithPlaces,
  person: { name: string; email: string },
  terms: Terms,
): void {
  if (booking.walkIn) return;
  if (booking.state === "confirmed") tell(ctx, "booking confirmed", booking, session, {}, person);
  if (booking.state === "requested") tell(ctx, "booking requested", booking, session, {}, person);
  if (booking.state === "waiting") {
    const position = positionOf(ctx, booking.sessionId, booking.id, terms) ?? session.waiting + 1;
    tell(ctx, "booking waiting", booking, session, { position }, person);
  }
}
