// What the tables say after a deed, read without the code under test: bookings, what is held, and what was added.
import type { BookingState, PlaceMode } from "~/domain/bookings/bookings";
import { statement } from "./checks";
import type { Scene } from "./stage";

export type SeenBooking = {
  id: string;
  sessionId: string;
  personId: string;
  state: BookingState;
  queuedAt: number | null;
  offerEndsAt: number | null;
  updatedAt: number;
  mode: PlaceMode;
  groupId: string | null;
  heldPlacesId: string | null;
  walkIn: number;
  revision: number;
  agencyId: string;
  able: number;
};
export type SeenHold = {
  id: string;
  sessionId: string;
  kind: "quota" | "reserved";
  agencyId: string;
  mode: PlaceMode;
  places: number;
};
type SeenGroup = { id: string; setAsideSince: number | null; splitAt: number | null };
export type SeenSession = { id: string; status: string; room: number; online: number; closesAt: number };

const bookingColumns = `b.id, b.session_id sessionId, b.person_id personId, b.state, b.queued_at queuedAt,
  b.offer_ends_at offerEndsAt, b.updated_at updatedAt, b.mode, b.group_id groupId, b.held_places_id heldPlacesId,
  b.walk_in walkIn, b.revision, p.agency_id agencyId,
  p.agency_standing = 'confirmed' and p.disabled_at is null able`;

/** Everything about the scene's two sessions. */
export function see({ world, sessions }: Scene) {
  const ids = sessions.map(({ id }) => id);
  const all = <Row>(query: string) => statement(world.db.$client, query).all(...ids) as Row[];
  return {
    now: world.clock.now(),
    bookings: all<SeenBooking>(
      `select ${bookingColumns} from bookings b join people p on p.id = b.person_id
        where b.session_id in (?, ?) order by b.id`,
    ),
    holds: all<SeenHold>(
      `select id, session_id sessionId, kind, agency_id agencyId, mode, places from held_places
        where session_id in (?, ?) and ended_at is null`,
    ),
    groups: all<SeenGroup>(
      "select id, set_aside_since setAsideSince, split_at splitAt from booking_groups where session_id in (?, ?)",
    ),
    sessions: all<SeenSession>(
      `select id, status, capacity room, coalesce(online_capacity, 0) online, booking_closes_at closesAt
        from sessions where id in (?, ?)`,
    ),
    unanswered: all<string>(
      `select a.booking_id from booking_approvals a join bookings b on b.id = a.booking_id
        where b.session_id in (?, ?) and a.answer is null`,
    ).map((row) => (row as unknown as { booking_id: string }).booking_id),
  };
}

export type Seen = ReturnType<typeof see>;

export type SeenChange = {
  id: number;
  bookingId: string;
  fromState: BookingState | null;
  toState: BookingState;
  cause: string | null;
};
export type SeenPromotion = {
  id: number;
  bookingId: string;
  kind: "policy" | "override";
  policy: string;
  byPersonId: string | null;
  overrideReason: string | null;
  inputs: string;
};

/** Reads what each deed added to the append-only tables, each time from where it stopped. */
export function ledgerOf({ world: { db } }: Pick<Scene, "world">) {
  const { $client } = db;
  const last = (table: string) => $client.prepare(`select coalesce(max(id), '') from ${table}`).pluck().get();
  const after = {
    changes: Number(last("booking_changes")),
    audit: Number(last("audit_entries")),
    outbox: String(last("outbox")),
    promotions: Number(last("promotions")),
  };
  return () => {
    const changes = statement(
      $client,
      `select id, booking_id bookingId, from_state fromState, to_state toState, cause from booking_changes
          where id > ? order by id`,
    ).all(after.changes) as SeenChange[];
    const audit = statement(
      $client,
      "select id, action, subject_id subjectId from audit_entries where id > ? order by id",
    ).all(after.audit) as { id: number; action: string; subjectId: string }[];
    const messages = statement(
      $client,
      "select id, kind, facts ->> 'bookingId' bookingId from outbox where id > ? order by id",
    ).all(after.outbox) as { id: string; kind: string; bookingId: string | null }[];
    const promotions = statement(
      $client,
      `select id, booking_id bookingId, kind, policy, by_person_id byPersonId, override_reason overrideReason, inputs
          from promotions where id > ? order by id`,
    ).all(after.promotions) as SeenPromotion[];
    after.changes = changes.at(-1)?.id ?? after.changes;
    after.audit = audit.at(-1)?.id ?? after.audit;
    after.outbox = messages.at(-1)?.id ?? after.outbox;
    after.promotions = promotions.at(-1)?.id ?? after.promotions;
    return { changes, audit, messages, promotions };
  };
}

export type Added = ReturnType<ReturnType<typeof ledgerOf>>;
