// One person of each kind, and something of theirs to open: a booking, an offer, a session to teach, a letter.
import { eq } from "drizzle-orm";
import { linkToken } from "~/domain/accounts/accounts.server";
import { approvalToken, checkInToken } from "~/domain/bookings/bookings.server";
import { makeFeedAddress } from "~/domain/calendars/calendars.server";
import { evaluationToken } from "~/domain/evaluations/evaluations.server";
import { unsubscribeToken } from "~/domain/notifications/notifications.server";
import { assignTrainer } from "~/domain/sessions/sessions.server";
import { testSettings } from "../support/web";
import { makeWorld, type World } from "../support/world";
import type { Who } from "./access-matrix";
import { madeRelease } from "./cast-releases";
import {
  addedMeasure,
  askedApproval,
  certificateNumber,
  composedLetter,
  draftedQuestions,
  giveCertificate,
  leftWords,
  madeCharge,
  meetingOf,
  offeredPlace,
  receivedComplaint,
  requestedAddress,
  requestedLink,
  reservedPlaces,
  toldOfLearning,
} from "./cast-things";

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
  approvalId: string;
  heldPlacesId: string;
  learningId: string;
  chargeId: string;
  questions: { id: string; itemId: string };
  measureNumber: string;
  commentId: string;
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
  const assigned = assignTrainer(world.asSystem, {
    sessionId,
    personId: trainer,
    part: "lead",
    agreed: true,
  });
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
    approvalId: askedApproval(world, lineManager),
    heldPlacesId: reservedPlaces(world),
    learningId: toldOfLearning(world, practitioner),
    measureNumber: addedMeasure(world),
    commentId: leftWords(world, sessionId),
    questions: draftedQuestions(world),
    chargeId: madeCharge(world, { bookingId, sessionId, personId: practitioner }),
  };
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
  "approve.$token": ({ approvalId }) => ({ token: approvalToken(testSettings.secret, approvalId) }),
  "bookings.$id._index": ({ bookingId }) => ({ id: bookingId }),
  "bookings.$id.calendar[.]ics": ({ bookingId }) => ({ id: bookingId }),
  "bookings.$id.cancellation": ({ bookingId }) => ({ id: bookingId }),
  "bookings.$id.move": ({ bookingId }) => ({ id: bookingId }),
  "bookings.$id.offer": ({ offerId }) => ({ id: offerId }),
  "check-in.$token": ({ world, meetingId }) => ({
    token: checkInToken(testSettings.secret, { meetingId, at: world.clock.now() }),
  }),
  "courses.$slug": () => ({ slug: "neglect" }),
  "evaluate.$token._index": ({ bookingId }) => ({
    token: evaluationToken(testSettings.secret, { bookingId, stage: "T0" }),
  }),
  "evaluate.$token.draft": ({ bookingId }) => ({
    token: evaluationToken(testSettings.secret, { bookingId, stage: "T0" }),
  }),
  "feeds.board.$code[.]ics": () => ({ code: "KIDS" }),
  "feeds.course.$slug[.]ics": () => ({ slug: "neglect" }),
  "feeds.my.$token[.]ics": ({ world, people }) => ({
    token: makeFeedAddress(world.as(people.practitioner ?? ""), testSettings.secret).token,
  }),
  "feeds.theme.$slug[.]ics": () => ({ slug: "neglect" }),
  "impact.courses.$slug": () => ({ slug: "neglect" }),
  "impact.figures.$figure": () => ({ figure: "confidence" }),
  "impact.releases.$id._index": (cast) => madeRelease(cast, "in review"),
  "impact.releases.$id.edit": (cast) => madeRelease(cast, "draft"),
  "impact.releases.$id.sign-off": (cast) => madeRelease(cast, "in review"),
  "impact.releases.$id.publish": (cast) => madeRelease(cast, "signed off"),
  "impact.releases.$id.withdraw": (cast) => madeRelease(cast, "signed off"),
  "impact.releases.$id.actions": (cast) => madeRelease(cast, "signed off"),
  "impact.releases.$id[.]csv": (cast) => madeRelease(cast, "signed off"),
  "impact.releases.$id[.]xlsx": (cast) => madeRelease(cast, "signed off"),
  "impact.releases.$id[.]docx": (cast) => madeRelease(cast, "signed off"),
  "mail-tray.$id": ({ letterId }) => ({ id: letterId }),
  "unsubscribe.$token": ({ people }) => ({
    token: unsubscribeToken(testSettings.secret, { personId: people.practitioner ?? "", topic: "renewals" }),
  }),
  "manage.bookings.$id": ({ bookingId }) => ({ id: bookingId }),
  "manage.charges.$id": ({ chargeId }) => ({ id: chargeId }),
  "manage.terms.$code.new": () => ({ code: "KIDS" }),
  "my.charges.$id": ({ chargeId }) => ({ id: chargeId }),
  "manage.courses.$slug._index": () => ({ slug: "neglect" }),
  "manage.courses.$slug.booking-rules": () => ({ slug: "neglect" }),
  "manage.courses.$slug.edit": () => ({ slug: "neglect" }),
  "manage.courses.$slug.evaluations": () => ({ slug: "neglect" }),
  "manage.evaluations.$id._index": ({ questions }) => questions,
  "manage.evaluations.$id.items.$itemId": ({ questions }) => questions,
  "manage.evaluations.$id.items.new": ({ questions }) => questions,
  "manage.evaluations.$id.preview": ({ questions }) => questions,
  "manage.evaluations.$id.publish": ({ questions }) => questions,
  "manage.sessions.$id._index": ({ sessionId }) => ({ id: sessionId }),
  "manage.sessions.$id.answers": ({ sessionId }) => ({ id: sessionId }),
  "manage.sessions.$id.book": ({ sessionId }) => ({ id: sessionId }),
  "manage.sessions.$id.places": ({ sessionId }) => ({ id: sessionId }),
  "manage.sessions.$id.queue": ({ sessionId }) => ({ id: sessionId }),
  "manage.sessions.$id.cancel": ({ sessionId }) => ({ id: sessionId }),
  "manage.sessions.$id.duplicate": ({ sessionId }) => ({ id: sessionId }),
  "manage.sessions.$id.edit": ({ sessionId }) => ({ id: sessionId }),
  "manage.sessions.$id.postpone": ({ sessionId }) => ({ id: sessionId }),
  "manage.sessions.$id.write": ({ sessionId }) => ({ id: sessionId }),
  "manage.sessions.$id.series": ({ sessionId }) => ({ id: sessionId }),
  "manage.venues.$id": () => ({ id: "venue" }),
  "manage.comments.$id": ({ commentId }) => ({ id: commentId }),
  "manage.messages.wording.$kind": () => ({ kind: "booking-confirmed" }),
  "manage.measures.$number": ({ measureNumber }) => ({ number: measureNumber }),
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
  "sessions.$id.calendar[.]ics": ({ sessionId }) => ({ id: sessionId }),
  "sign-in.link.$token": ({ linkId }) => ({ token: linkToken(testSettings.secret, linkId) }),
  "sign-in.with.$provider._index": () => ({ provider: "council" }),
  "sign-in.with.$provider.return": () => ({ provider: "council" }),
  "team.bookings.$id.substitute": ({ bookingId }) => ({ id: bookingId }),
  "team.bookings.new.$sessionId": ({ sessionId }) => ({ sessionId }),
  "team.places.$id": ({ heldPlacesId }) => ({ id: heldPlacesId }),
  "team.people.$id": ({ people }) => ({ id: people.practitioner ?? "" }),
  "trainer.registers.$id._index": ({ meetingId }) => ({ id: meetingId }),
  "trainer.registers.$id.code": ({ meetingId }) => ({ id: meetingId }),
  "trainer.registers.$id.questions": ({ meetingId }) => ({ id: meetingId }),
  "trainer.registers.$id.register[.]csv": ({ meetingId }) => ({ id: meetingId }),
  "trainer.registers.$id.rows": ({ meetingId }) => ({ id: meetingId }),
  "trainer.registers.$id.sheet": ({ meetingId }) => ({ id: meetingId }),
  "trainer.registers.$id.taps": ({ meetingId }) => ({ id: meetingId }),
  "trainer.registers.$id.walk-in": ({ meetingId }) => ({ id: meetingId }),
  "trainer.sessions.$id._index": ({ sessionId }) => ({ id: sessionId }),
  "trainer.sessions.$id.answers": ({ sessionId }) => ({ id: sessionId }),
};

/** With what may stand after it in the same segment, such as ".csv". */
const parameter = /^\$(\w*)(\.\w+)?$/;

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
    const [, name, ending = ""] = parameter.exec(segment) ?? [];
    return name === undefined ? segment : `${given[name || "*"] ?? ""}${ending}`;
  });
  return `/${parts.join("/")}`;
}

const segmentsOf = (route: string) =>
  (route.match(/(\[[^\]]*\]|[^.[])+/g) ?? [])
    .map((segment) => segment.replace(/[[\]]/g, "").replace(/_$/, ""))
    .filter((segment) => !segment.startsWith("_"));
