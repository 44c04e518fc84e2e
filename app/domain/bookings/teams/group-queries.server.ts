// Booking several people at once: what the session has for their agency, and what would become of each of them.
import { prepared } from "db/client";
import { people } from "db/schema";
import { and, eq, inArray, sql } from "drizzle-orm";
import { agencyLedBy, agencyOfAddress } from "~/domain/accounts/accounts.server";
import { workingDaysBefore } from "~/domain/calendars/calendars.server";
import type { Prerequisite } from "~/domain/catalogue/catalogue";
import { actorPersonId, type Context, holds } from "~/domain/context";
import { isOpenToAll, readSession } from "~/domain/sessions/sessions.server";
import { termsOfCourse } from "~/domain/terms/terms.server";
import { NotFound } from "~/shared/problems";
import { readEligibility } from "../places/eligibility.server";
import { modesOf, readPersonWishing, readPlaces, type SessionWithPlaces } from "../places.server";
import { type BookingRefusal, bookingWindow, decideBooking } from "../rules";
import { readAllocation } from "../waiting/queue.server";
import { standingOf } from "../waiting/wish.server";

type Reader = Pick<Context, "db" | "clock" | "actor">;

/**
 * What a lead needs to know of a session before booking several people onto it.
 * @throws NotFound for whoever leads no agency, and for a session that was never published
 */
export function readGroupChances(ctx: Reader, sessionId: string) {
  const agency = agencyLedBy(ctx);
  if (!agency) throw new NotFound("agency");
  const session = readPlaces(ctx, sessionId);
  if (!isOpenToAll(ctx, { id: sessionId, status: session.status })) throw new NotFound("session");
  const terms = termsOfCourse(ctx, session.courseId);
  const allocation = readAllocation(ctx, session, terms);
  const releasesAt = workingDaysBefore(session.startsAt, terms.rules.releaseWorkingDays);
  const { courseTitle, mode, venue, room, meetings } = readSession(ctx, sessionId);
  return {
    agency,
    session: {
      id: sessionId,
      courseId: session.courseId,
      courseTitle,
      mode,
      venueName: venue?.name ?? null,
      roomName: room?.name ?? null,
      opensAt: session.opensAt,
      dates: meetings.map(({ date, startTime, endTime }) => ({ date, startTime, endTime })),
    },
    window: bookingWindow(session, ctx.clock.now()),
    /** How many places their agency could have now, in each mode that the session has. */
    modes: modesOf(session).map((one) => ({ mode: one, places: allocation.placesFor(agency.id, one) })),
    waiting: session.waiting,
    /** How long free places are set aside for a group at the head of the queue. */
    groupHours: terms.rules.waiting.groupHours,
    offerHours: terms.rules.waiting.offerHours,
    /** When places reserved now would go back to everyone; null: it is too late to reserve any. */
    releasesAt: releasesAt > ctx.clock.now() ? releasesAt : null,
  };
}

export type GroupChances = ReturnType<typeof readGroupChances>;

/** What would become of one line: booked, booked once somebody has looked or agreed, or not, and why. */
export type GroupStanding =
  | "can be booked"
  | "looked at first"
  | "approved first"
  | "another agency"
  | "no account"
  | BookingRefusal;

export type GroupLine = {
  /** The address as it was typed; null for somebody picked. */
  typed: string | null;
  person: { id: string; name: string; email: string } | null;
  standing: GroupStanding;
  /** What the course asks for and our record does not show. */
  unmet: Prerequisite[];
};

const bookable: readonly GroupStanding[] = ["can be booked", "looked at first", "approved first"];
export const canBeBooked = (line: Pick<GroupLine, "standing">): boolean => bookable.includes(line.standing);

const byAddress = prepared((db) =>
  db
    .select({ id: people.id, email: people.email })
    .from(people)
    .where(
      and(
        eq(people.agencyId, sql.placeholder("agencyId")),
        inArray(
          sql`lower(${people.email})`,
          sql`(select value from json_each(${sql.placeholder("emails")}))`,
        ),
      ),
    )
    .prepare(),
);

/**
 * Each of these people and addresses, and what would become of them on the session; nothing is written. Whether an
 * address has an account with another agency is not told: its domain says where it belongs.
 * @throws NotFound for somebody of another agency
 */
export function weighGroup(
  ctx: Reader,
  wish: { sessionId: string; personIds: readonly string[]; emails: readonly string[] },
): GroupLine[] {
  const led = agencyLedBy(ctx);
  if (!led) throw new NotFound("agency");
  const session = readPlaces(ctx, wish.sessionId);
  const emails = [...new Set(wish.emails.map((email) => email.toLowerCase()))];
  const known = new Map(
    byAddress(ctx.db)
      .all({ agencyId: led.id, emails: JSON.stringify(emails) })
      .map(({ id, email }) => [email.toLowerCase(), id]),
  );
  const picked = new Set(wish.personIds);
  const lines: GroupLine[] = [...picked].map((personId) => ({
    typed: null,
    ...weighOne(ctx, session, led.id, personId),
  }));
  for (const email of emails) {
    const personId = known.get(email);
    if (personId === undefined) {
      const { settled } = agencyOfAddress(ctx, email);
      const standing = settled && settled.id !== led.id ? "another agency" : "no account";
      lines.push({ typed: email, person: null, standing, unmet: [] });
    } else if (!picked.has(personId)) {
      picked.add(personId);
      lines.push({ typed: email, ...weighOne(ctx, session, led.id, personId) });
    }
  }
  return lines;
}

function weighOne(
  ctx: Reader,
  session: SessionWithPlaces,
  agencyId: string,
  personId: string,
): Omit<GroupLine, "typed"> {
  const person = readPersonWishing(ctx, { sessionId: session.id, personId });
  if (person.agencyId !== agencyId) throw new NotFound("person");
  const decision = decideBooking(session, {
    ...standingOf(ctx, session, person, { actedAs: actsForGroup(ctx, personId), claims: [] }),
    hasPlace: true,
    ifFull: "wait",
  });
  const { id, name, email } = person;
  return {
    person: { id, name, email },
    standing: decision.ok ? inAGroup[decision.state] : decision.reason,
    unmet: decision.ok ? [] : readEligibility(ctx, session, person).unmet,
  };
}

const inAGroup = {
  confirmed: "can be booked",
  waiting: "can be booked",
  requested: "looked at first",
  "awaiting approval": "approved first",
} as const;

/** In what capacity the actor books this person within a group: nobody's word counts as approval of their own booking. */
const actsForGroup = (
  ctx: Pick<Context, "actor">,
  personId: string,
): "self" | "coordinator" | "agency lead" => {
  if (actorPersonId(ctx.actor) === personId) return "self";
  return holds(ctx.actor, "coordinator") ? "coordinator" : "agency lead";
};
