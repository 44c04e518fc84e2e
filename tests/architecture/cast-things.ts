// What the cast has to open: made as somebody would, or put there as if it had been.
import { transact } from "db/client";
import { eq } from "drizzle-orm";
import { requestAddressChange, requestLink } from "~/domain/accounts/accounts.server";
import { cancelBooking, holdPlaces } from "~/domain/bookings/bookings.server";
import { submitLearning } from "~/domain/certificates/certificates.server";
import { chargeFor } from "~/domain/charges/charges.server";
import { draftInstrument, readSet } from "~/domain/evaluations/evaluations.server";
import { receiveComplaint } from "~/domain/personal-data/personal-data.server";
import { startingRules } from "~/domain/terms/terms";
import { setTerms } from "~/domain/terms/terms.server";
import type { World } from "../support/world";

export const certificateNumber = "22222-33333-44444-55555";

/** As after a session, though none has been: whose it is is all that matters here. */
export function giveCertificate(
  { db, tables, today }: World,
  whose: { bookingId: string; personId: string },
): void {
  db.insert(tables.certificates)
    .values({
      ...whose,
      id: "certificate",
      number: certificateNumber,
      courseId: "course",
      courseTitle: "Neglect",
      minutes: 360,
      completedOn: today,
      givenAt: 0,
    })
    .run();
}

/** As after a place that was not used, though no session has been: whose it is is all that matters here. */
export function madeCharge(
  world: World,
  whose: { bookingId: string; sessionId: string; personId: string },
): string {
  const set = setTerms(world.as(world.coordinator), { boardCode: "KIDS", rules: startingRules });
  if (!set.ok) throw new Error(`Not set: ${set.reason}`);
  const { bookingId: id, ...booking } = whose;
  const { termsId } = set.value;
  const asked = { kind: "did not attend" as const, booking: { id, ...booking, termsId }, at: 0 };
  const charge = transact(world.db, () => chargeFor(world.asSystem, asked));
  if (!charge) throw new Error("Nothing was due.");
  return charge.id;
}

/** Words about a session, parted from who wrote them. */
export function leftWords({ db, tables }: World, sessionId: string): string {
  const given = { respondentId: "respondent", stage: "T2" } as const;
  db.insert(tables.respondents)
    .values({ id: given.respondentId, bookingId: null, unlinkedAt: 0, sessionId, agencyId: "police" })
    .run();
  db.insert(tables.responses)
    .values({ ...given, instrumentId: "instrument-T2", submittedAt: 0 })
    .run();
  db.insert(tables.comments)
    .values({ ...given, id: "comment", itemId: "item-act", text: "More time." })
    .run();
  return "comment";
}

export function toldOfLearning(world: World, personId: string): string {
  const told = {
    title: "Elsewhere",
    provider: "Others",
    completedOn: world.today,
    minutes: 60,
    evidence: "Ask",
  };
  const submitted = submitLearning(world.as(personId), { ...told, competencyIds: [] });
  if (!submitted.ok) throw new Error(`Not told: ${submitted.reason}`);
  return submitted.value.learningId;
}

/** A session with one place, taken and given up again while this person waited. */
export function offeredPlace(world: World, personId: string): string {
  const sessionId = world.session({ capacity: 1 });
  const taken = world.book(sessionId, world.person());
  const waiting = world.book(sessionId, personId);
  const cancelled = cancelBooking(world.asSystem, { bookingId: taken });
  if (!cancelled.ok) throw new Error(`Not cancelled: ${cancelled.reason}`);
  return waiting;
}

export function meetingOf({ db, tables }: World, sessionId: string): string {
  const meeting = db.select().from(tables.meetings).where(eq(tables.meetings.sessionId, sessionId)).get();
  if (!meeting) throw new Error("The session has no meeting.");
  return meeting.id;
}

/** Somebody else's: nobody approves their own place, and the practitioner asks as well. */
export function askedApproval(world: World, lineManager: string): string {
  const { db, tables } = world;
  const personId = world.person();
  const lineManagerEmail = `${lineManager}@police.example.org`;
  const approving = (approval: "line manager" | "none") =>
    db.update(tables.courses).set({ approval }).where(eq(tables.courses.id, "course")).run();
  db.update(tables.people).set({ lineManagerEmail }).where(eq(tables.people.id, personId)).run();
  approving("line manager");
  world.book(world.session(), personId);
  approving("none");
  const asked = db.select().from(tables.bookingApprovals).get();
  if (!asked) throw new Error("Nobody was asked.");
  return asked.id;
}

export function reservedPlaces(world: World): string {
  const sessionId = world.session({
    meetings: [{ date: "2026-12-15", startTime: "09:30", endTime: "16:30" }],
  });
  const hold = { sessionId, kind: "reserved", agencyId: "police", mode: "in person", places: 1 } as const;
  const held = holdPlaces(world.as(world.coordinator), hold);
  if (!held.ok) throw new Error(`Not held: ${held.reason}`);
  return held.value.heldPlacesId;
}

export function receivedComplaint(world: World, personId: string): string {
  receiveComplaint(world.as(personId), { name: "Ann", email: "ann@home.example", text: "It is wrong." });
  const complaint = world.db.select().from(world.tables.dataComplaints).get();
  if (!complaint) throw new Error("No complaint was kept.");
  return complaint.id;
}

export function requestedLink(world: World): string {
  requestLink(world.stranger, { email: "new@police.example.org", returnTo: "/" });
  const link = world.db.select().from(world.tables.signInLinks).get();
  if (!link) throw new Error("No link was made.");
  return link.id;
}

export function requestedAddress(world: World, personId: string): string {
  const asked = { email: "newer@police.example.org", returnTo: "/" };
  const requested = requestAddressChange(world.as(personId), asked);
  if (!requested.ok) throw new Error(`Not requested: ${requested.reason}`);
  return requested.value.linkId;
}

export function composedLetter({ db, tables }: World, bookingId: string): string {
  const letter = db
    .select()
    .from(tables.outbox)
    .all()
    .find(({ key }) => key.includes(bookingId));
  if (!letter) throw new Error("The booking sent no message.");
  const { id } = letter;
  db.update(tables.outbox)
    .set({ subject: "A letter", html: "<p>Hello</p>", text: "Hello" })
    .where(eq(tables.outbox.id, id))
    .run();
  return id;
}

/** As after an import: whose it is is nobody's. */
export function addedMeasure({ db, tables }: World): string {
  db.insert(tables.practiceMeasures)
    .values({ number: "4", name: "Assessments", unit: "% graded good" })
    .run();
  return "4";
}

/** A question set that is being written, and a question in it. */
export function draftedQuestions(world: World): { id: string; itemId: string } {
  const me = world.as(world.coordinator);
  const { instrumentId } = draftInstrument(me, { stage: "T0", courseId: null });
  return { id: instrumentId, itemId: readSet(me, instrumentId).items[0]?.id ?? "" };
}
