// What others do about people's bookings: coordinators look at claims and call sessions off, line managers and leads
// approve, and the agency's lead books for their team.
import { prepared } from "db/client";
import { bookingApprovals, people } from "db/schema";
import { and, asc, eq, isNull, like, sql } from "drizzle-orm";
import {
  answerApproval,
  answerRequest,
  bookGroup,
  callOffSession,
  holdPlaces,
} from "~/domain/bookings/bookings.server";
import { days, hours, minutes } from "~/shared/clock";
import { stateOf } from "./bookings-in";
import type { Live, Means } from "./lives";
import { must } from "./seeding";
import { byDay } from "./times";
import type { Row } from "./year";

const openApproval = prepared((db) =>
  db
    .select({ id: bookingApprovals.id, askedOf: bookingApprovals.askedOf })
    .from(bookingApprovals)
    .where(and(eq(bookingApprovals.bookingId, sql.placeholder("bookingId")), isNull(bookingApprovals.answer)))
    .prepare(),
);

/** Most are answered within a day or so, and nearly always with yes; those of the last hours are still open. */
export function planAnswer(means: Means, live: Live, bookingId: string): void {
  const { seeding, diary, coordinatorId } = means;
  const chance = live.comers.get(bookingId)?.chance;
  if (!chance) return;
  const soonest = seeding.clock.now() + minutes(10);
  const from = soonest + minutes(40);
  const wished = byDay(chance.between(from, from + hours(26)), from, from + hours(30));
  const at = Math.max(soonest, Math.min(wished, live.session.closesAt - hours(1)));
  const yes = chance.happens(0.93);
  // What is asked for a session far ahead can wait: some of it still does.
  if (live.session.startsAt > seeding.now + days(50) && stateOf(seeding.db, bookingId) === "requested")
    return;
  diary.plan(at, () => {
    const state = stateOf(seeding.db, bookingId);
    if (state === "requested") {
      must(answerRequest(seeding.as(coordinatorId), { bookingId, accept: yes }));
      planAnswer(means, live, bookingId);
    }
    if (state !== "awaiting approval") return;
    const approval = openApproval(seeding.db).get({ bookingId });
    if (!approval) return;
    const byLink = approval.askedOf === "line manager";
    const note = yes ? undefined : "The team is short that week";
    const answer = { approvalId: approval.id, approve: yes, byLink, ...(note && { note }) };
    must(answerApproval(byLink ? seeding.asStranger : seeding.as(coordinatorId), answer));
  });
}

export function planCallingOff({ seeding, diary, coordinatorId }: Means, { sessionId }: Live): void {
  diary.plan(seeding.now - days(2), () => {
    must(callOffSession(seeding.as(coordinatorId), { sessionId, reason: "no trainer" }));
  });
}

const ofAgency = prepared((db) =>
  db
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        eq(people.agencyId, sql.placeholder("agencyId")),
        eq(people.agencyStanding, "confirmed"),
        isNull(people.disabledAt),
        like(people.email, "learner%"),
      ),
    )
    .orderBy(asc(people.email))
    .prepare(),
);

/** The lead books colleagues of their agency together, and keeps places for others whom they name later. */
export function planTeam(
  { seeding, diary, lead }: Means,
  { sessionId, session }: Live,
  team: NonNullable<Row["team"]>,
  comers: ReadonlySet<string>,
): void {
  diary.plan(Math.min(session.opensAt + days(2), seeding.now - hours(30)), () => {
    const ctx = seeding.as(lead.personId);
    const { agencyId } = lead;
    const colleagues = ofAgency(seeding.db).all({ agencyId });
    const personIds = colleagues.map(({ id }) => id).filter((id) => !comers.has(id));
    must(bookGroup(ctx, { sessionId, personIds: personIds.slice(0, team.people), ifFull: "refuse" }));
    const places = team.reserved;
    must(holdPlaces(ctx, { sessionId, kind: "reserved", agencyId, mode: "in person", places }));
  });
}
