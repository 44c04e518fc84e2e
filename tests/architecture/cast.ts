// One person of each kind, and something of theirs to open: a booking, an offer, a session to teach, a letter.
import { transact } from "db/client";
import { eq } from "drizzle-orm";
import { linkToken, requestAddressChange, requestLink } from "~/domain/accounts/accounts.server";
import { cancelBooking, checkInToken } from "~/domain/bookings/bookings.server";
import { submitLearning } from "~/domain/certificates/certificates.server";
import { chargeFor } from "~/domain/charges/charges.server";
import { evaluationToken } from "~/domain/evaluations/evaluations.server";
import { receiveComplaint } from "~/domain/personal-data/personal-data.server";
import { assignTrainer } from "~/domain/sessions/sessions.server";
import { startingRules } from "~/domain/terms/terms";
import { setTerms } from "~/domain/terms/terms.server";
import { testSettings } from "../support/web";
import { makeWorld, type World } from "../support/world";
import type { Who } from "./access-matrix";

export type Cast = {
  world: World;
  people: Record<Who, string | undefined>;
  sessionId: string;
  meetingId: string;
  bookingId: string;
  offerId: string;
  letterId: string;
  linkId: string;
  addressLinkId: string;
  complaintId: string;
  learningId: string;
  chargeId: string;
};

export function castOf(): Cast {
  const world = makeWorld();
  const practitioner = world.person();
  const lineManager = world.person();
  world.db
    .update(world.tables.people)
    .set({ lineManagerEmail: `${lineManager}@police.example.org` })
    .where(eq(world.tables.people.id, practitioner))
    .run();
  const trainer = world.trainer();
  const sessionId = world.session();
  const assigned = assignTrainer(world.asSystem, { sessionId, personId: trainer, part: "lead" });
  if (!assigned.ok) throw new Error(`Not assigned: ${assigned.reason}`);
  const bookingId = world.book(sessionId, practitioner);
  giveCertificate(world, { bookingId, personId: practitioner });
  return {
    world,
    people: {
      stranger: undefined,
      practitioner,
      line_manager: lineManager,
      trainer,
      coordinator: world.coordinator,
      agency_lead: world.person({ roles: ["agency_lead"] }),
      sdg_member: world.person({ roles: ["sdg_member"] }),
      scrutineer: world.person({ roles: ["scrutineer"] }),
      admin: world.person({ roles: ["admin"] }),
    },
    sessionId,
    meetingId: meetingOf(world, sessionId),
    bookingId,
    offerId: offeredPlace(world, practitioner),
    letterId: composedLetter(world, bookingId),
    linkId: requestedLink(world),
    addressLinkId: requestedAddress(world, practitioner),
    complaintId: receivedComplaint(world, practitioner),
    learningId: toldOfLearning(world, practitioner),
    chargeId: madeCharge(world, { bookingId, sessionId, personId: practitioner }),
  };
}

const certificateNumber = "22222-33333-44444-55555";

/** As after a session, though none has been: whose it is is all that matters here. */
function giveCertificate({ db, tables, today }: World, whose: { bookingId: string; personId: string }): void {
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
function madeCharge(world: World, whose: { bookingId: string; sessionId: string; personId: string }): string {
  const set = setTerms(world.as(world.coordinator), { boardCode: "KIDS", rules: startingRules });
  if (!set.ok) throw new Error(`Not set: ${set.reason}`);
  const { bookingId: id, ...booking } = whose;
  const { termsId } = set.value;
  const asked = { kind: "did not attend" as const, booking: { id, ...booking, termsId }, at: 0 };
  const charge = transact(world.db, () => chargeFor(world.asSystem, asked));
  if (!charge) throw new Error("Nothing was due.");
  return charge.id;
}

function toldOfLearning(world: World, personId: string): string {
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
function offeredPlace(world: World, personId: string): string {
  const sessionId = world.session({ capacity: 1 });
  const taken = world.book(sessionId, world.person());
  const waiting = world.book(sessionId, personId);
  const cancelled = cancelBooking(world.asSystem, { bookingId: taken });
  if (!cancelled.ok) throw new Error(`Not cancelled: ${cancelled.reason}`);
  return waiting;
}

function meetingOf({ db, tables }: World, sessionId: string): string {
  const meeting = db.select().from(tables.meetings).where(eq(tables.meetings.sessionId, sessionId)).get();
  if (!meeting) throw new Error("The session has no meeting.");
  return meeting.id;
}

function receivedComplaint(world: World, personId: string): string {
  receiveComplaint(world.as(personId), { name: "Ann", email: "ann@home.example", text: "It is wrong." });
  const complaint = world.db.select().from(world.tables.dataComplaints).get();
  if (!complaint) throw new Error("No complaint was kept.");
  return complaint.id;
}

function requestedLink(world: World): string {
  requestLink(world.stranger, { email: "new@police.example.org", returnTo: "/" });
  const link = world.db.select().from(world.tables.signInLinks).get();
  if (!link) throw new Error("No link was made.");
  return link.id;
}

function requestedAddress(world: World, personId: string): string {
  const asked = { email: "newer@police.example.org", returnTo: "/" };
  const requested = requestAddressChange(world.as(personId), asked);
  if (!requested.ok) throw new Error(`Not requested: ${requested.reason}`);
  return requested.value.linkId;
}

function composedLetter({ db, tables }: World, bookingId: string): string {
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

/** What stands in the addresses of routes that have parameters. */
const params: Record<string, (cast: Cast) => Record<string, string>> = {
  $: () => ({ "*": "no/such/page" }),
  "admin.agencies.$id": () => ({ id: "police" }),
  "admin.complaints.$id": ({ complaintId }) => ({ id: complaintId }),
  "admin.people.$id._index": ({ people }) => ({ id: people.practitioner ?? "" }),
  "admin.people.$id.erasure": ({ people }) => ({ id: people.practitioner ?? "" }),
  "admin.people.$id.merge": ({ people }) => ({ id: people.practitioner ?? "" }),
  "admin.people.$id.data[.]json": ({ people }) => ({ id: people.practitioner ?? "" }),
  "bookings.$id._index": ({ bookingId }) => ({ id: bookingId }),
  "bookings.$id.cancellation": ({ bookingId }) => ({ id: bookingId }),
  "bookings.$id.move": ({ bookingId }) => ({ id: bookingId }),
  "bookings.$id.offer": ({ offerId }) => ({ id: offerId }),
  "check-in.$token": ({ world, meetingId }) => ({
    token: checkInToken(testSettings.secret, { meetingId, at: world.clock.now() }),
  }),
  "courses.$slug": () => ({ slug: "neglect" }),
  "evaluate.$token": ({ bookingId }) => ({
    token: evaluationToken(testSettings.secret, { bookingId, stage: "T0" }),
  }),
  "impact.courses.$slug": () => ({ slug: "neglect" }),
  "mail-tray.$id": ({ letterId }) => ({ id: letterId }),
  "manage.bookings.$id": ({ bookingId }) => ({ id: bookingId }),
  "manage.charges.$id": ({ chargeId }) => ({ id: chargeId }),
  "manage.terms.$code.new": () => ({ code: "KIDS" }),
  "my.charges.$id": ({ chargeId }) => ({ id: chargeId }),
  "manage.courses.$slug._index": () => ({ slug: "neglect" }),
  "manage.courses.$slug.booking-rules": () => ({ slug: "neglect" }),
  "manage.courses.$slug.edit": () => ({ slug: "neglect" }),
  "manage.sessions.$id._index": ({ sessionId }) => ({ id: sessionId }),
  "manage.sessions.$id.book": ({ sessionId }) => ({ id: sessionId }),
  "manage.sessions.$id.places": ({ sessionId }) => ({ id: sessionId }),
  "manage.sessions.$id.queue": ({ sessionId }) => ({ id: sessionId }),
  "manage.sessions.$id.cancel": ({ sessionId }) => ({ id: sessionId }),
  "manage.sessions.$id.duplicate": ({ sessionId }) => ({ id: sessionId }),
  "manage.sessions.$id.edit": ({ sessionId }) => ({ id: sessionId }),
  "manage.sessions.$id.postpone": ({ sessionId }) => ({ id: sessionId }),
  "manage.sessions.$id.series": ({ sessionId }) => ({ id: sessionId }),
  "manage.venues.$id": () => ({ id: "venue" }),
  "manage.learning.$id": ({ learningId }) => ({ id: learningId }),
  "my.certificates.$number._index": () => ({ number: certificateNumber }),
  "my.certificates.$number.certificate[.]pdf": () => ({ number: certificateNumber }),
  "my.learning.$id": ({ learningId }) => ({ id: learningId }),
  "verify.$number": () => ({ number: certificateNumber }),
  "my.account.address.$token": ({ addressLinkId }) => ({
    token: linkToken(testSettings.secret, addressLinkId),
  }),
  "sessions.$id._index": ({ sessionId }) => ({ id: sessionId }),
  "sessions.$id.book": ({ sessionId }) => ({ id: sessionId }),
  "sign-in.link.$token": ({ linkId }) => ({ token: linkToken(testSettings.secret, linkId) }),
  "sign-in.with.$provider._index": () => ({ provider: "council" }),
  "sign-in.with.$provider.return": () => ({ provider: "council" }),
  "team.people.$id": ({ people }) => ({ id: people.practitioner ?? "" }),
  "trainer.registers.$id._index": ({ meetingId }) => ({ id: meetingId }),
  "trainer.registers.$id.code": ({ meetingId }) => ({ id: meetingId }),
  "trainer.registers.$id.register[.]csv": ({ meetingId }) => ({ id: meetingId }),
  "trainer.registers.$id.rows": ({ meetingId }) => ({ id: meetingId }),
  "trainer.registers.$id.sheet": ({ meetingId }) => ({ id: meetingId }),
  "trainer.registers.$id.taps": ({ meetingId }) => ({ id: meetingId }),
  "trainer.registers.$id.walk-in": ({ meetingId }) => ({ id: meetingId }),
  "trainer.sessions.$id": ({ sessionId }) => ({ id: sessionId }),
};

const parameter = /^\$(\w*)$/;

/** @throws Error for a route whose address has parameters that nothing stands in for */
export function paramsOf(route: string, cast: Cast): Record<string, string> {
  const given = params[route]?.(cast) ?? {};
  const missing = segmentsOf(route).flatMap((segment) => {
    const name = parameter.exec(segment)?.[1];
    return name === undefined || given[name || "*"] !== undefined ? [] : [segment];
  });
  if (missing.length > 0)
    throw new Error(`tests/architecture/cast.ts has no ${missing.join(", ")} for ${route}.`);
  return given;
}

/** "bookings.$id._index" with an id becomes "/bookings/…"; a dot in brackets is a dot in the address. */
export function pathOf(route: string, given: Record<string, string>): string {
  const parts = segmentsOf(route).map((segment) => {
    const name = parameter.exec(segment)?.[1];
    return name === undefined ? segment : (given[name || "*"] ?? "");
  });
  return `/${parts.join("/")}`;
}

const segmentsOf = (route: string) =>
  (route.match(/(\[[^\]]*\]|[^.[])+/g) ?? [])
    .map((segment) => segment.replace(/[[\]]/g, "").replace(/_$/, ""))
    .filter((segment) => !segment.startsWith("_"));
