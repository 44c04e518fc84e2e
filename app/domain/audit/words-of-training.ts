// The deeds around training in plain words: the offer, sessions, bookings, charges and certificates.
import { counted, plainDate, poundsAndPence, wholeNumber } from "~/shared/format";
import type { AuditAction, AuditDetails } from "./actions";
import { agency, fields, type WordsOf } from "./wording";

const months = (count: number) => counted(count, "month");

type Room = "bookings" | "sessions" | "catalogue" | "trainers" | "terms" | "charges" | "certificates";
type TrainingAction = Extract<AuditAction, `${Room}.${string}`>;

const change = ({ from, actedAs, cause, late, reasonGiven }: AuditDetails["bookings.cancelled"]) =>
  [
    from && `it was: ${from}`,
    actedAs && actedAs !== "self" && `by: ${actedAs}`,
    cause,
    late && "late",
    reasonGiven && "a reason is kept with the booking",
  ]
    .filter(Boolean)
    .join("; ");
const charge = ({ kind, pence, from, noteGiven }: AuditDetails["charges.due"]) =>
  [`${kind}, ${poundsAndPence(pence)}`, from && `it was: ${from}`, noteGiven && "why is kept with the charge"]
    .filter(Boolean)
    .join("; ");

export const trainingWords: WordsOf<TrainingAction> = {
  "bookings.requested": ["Asked for a place", change],
  "bookings.awaiting approval": ["Awaits approval of a place", change],
  "bookings.confirmed": ["Confirmed a place", change],
  "bookings.waiting": ["Joined the waiting list", change],
  "bookings.offered": ["Offered a place", change],
  "bookings.declined": ["A place was declined", change],
  "bookings.expired": ["An offer, a request or waiting ended", change],
  "bookings.moved": ["Moved a booking to another date", change],
  "bookings.cancelled": ["Cancelled a booking", change],
  "bookings.attended": ["Attended the whole session", change],
  "bookings.partly attended": ["Attended part of the session", change],
  "bookings.did not attend": ["Did not attend", change],
  "bookings.reminded": ["Reminded somebody of their training", ({ kind }) => kind],
  "bookings.note sent": [
    "Wrote to those on a session",
    ({ audience, people }) => `${audience}: ${counted(people, "person", "people")}`,
  ],
  "sessions.announced": [
    "Told those on a session of a correction",
    ({ changed }) => changed.map((what) => (what === "title" ? "the title" : "the place")).join(", "),
  ],
  "certificates.renewal asked": [
    "Wrote that a certificate runs out",
    ({ number }) => (number === 0 ? "three months before" : "a month before"),
  ],
  "bookings.marked": [
    "Marked attendance",
    ({ meeting, mark, before }) =>
      `meeting ${meeting}: ${mark ?? "mark taken back"}${before === null ? "" : `, before: ${before}`}`,
  ],
  "bookings.exported": [
    "Downloaded an agency’s bookings",
    (detail, nameOf) => `${agency(detail, nameOf)}: ${counted(detail.rows, "booking")}`,
  ],
  "bookings.invitation declined": ["Declined the calendar invitation", () => "asked whether to cancel"],
  "bookings.imported": [
    "Imported bookings",
    ({ file, added, unchanged }) => `${file}: ${wholeNumber(added)} new, ${wholeNumber(unchanged)} known`,
  ],
  "bookings.checked in": ["Checked in", ({ meeting, mark }) => `meeting ${meeting}: ${mark}`],
  "bookings.places held": [
    "Held places",
    ({ kind, places, agencyId }, nameOf) =>
      `${kind}, ${counted(places, "place")}, ${nameOf("agency", agencyId)}`,
  ],
  "bookings.places released": [
    "Released held places",
    ({ kind, places, because }) => `${kind}, ${counted(places, "place")}, ${because}`,
  ],
  "bookings.approval asked": ["Asked for approval", ({ of }) => of],
  "bookings.approval answered": ["Answered an approval", ({ outcome }) => outcome],
  "bookings.group split": ["A group waits one by one", ({ people }) => counted(people, "person", "people")],
  "bookings.group waits": ["Places are set aside for a group", ({ setAside }) => counted(setAside, "place")],
  "bookings.register finished": [
    "Finished a register",
    ({ meeting, people }) => `meeting ${meeting}, ${counted(people, "person", "people")}`,
  ],
  "sessions.scheduled": [
    "Scheduled a session",
    ({ status, capacity, meetings }) =>
      [status, counted(capacity, "place"), ...meetings.map(({ date }) => plainDate(date))].join(", "),
  ],
  "sessions.published": "Published a session",
  "sessions.changed": ["Changed a session", fields],
  "sessions.postponed": [
    "Postponed a session",
    ({ from, to }) => `from ${plainDate(from)} to ${plainDate(to)}`,
  ],
  "sessions.booking closed": "Closed booking of a session",
  "sessions.booking reopened": "Opened booking of a session again",
  "sessions.goes ahead": [
    "Decided that a session goes ahead",
    ({ minimum }) => `whether or not ${counted(minimum, "person books", "people book")}`,
  ],
  "sessions.cancelled": ["Cancelled a session", ({ reason }) => reason],
  "sessions.material added": ["Added material to a session", ({ shownTo }) => `for ${shownTo}`],
  "sessions.material removed": "Removed material from a session",
  "sessions.venue added": "Added a venue",
  "sessions.venue changed": ["Changed a venue", fields],
  "sessions.venue archived": "Archived a venue",
  "sessions.venue restored": "Took up an archived venue again",
  "sessions.room added": "Added a room",
  "sessions.room changed": ["Changed a room", fields],
  "sessions.room archived": "Archived a room",
  "sessions.room restored": "Took up an archived room again",
  "sessions.delivered": "Session delivered",
  "sessions.trainer assigned": [
    "Put a trainer on a session",
    ({ part, agreed }) => `${part}${agreed ? ", who had agreed" : ""}`,
  ],
  "sessions.trainer taken off": "Took a trainer off a session",
  "sessions.trainer confirmed": "Said that they can teach a session",
  "sessions.trainer reminded": "Reminded a trainer",
  "sessions.trainer declined": [
    "Said that they cannot teach a session",
    ({ hadConfirmed }) => (hadConfirmed ? "after they had said that they can" : ""),
  ],
  "sessions.past deliveries recorded": [
    "Imported past deliveries",
    ({ file, added, unchanged }) => `${file}: ${wholeNumber(added)} new, ${wholeNumber(unchanged)} known`,
  ],
  "catalogue.offer set up": ["Set up the courses", ({ courses }) => counted(courses, "course")],
  "catalogue.course added": ["Added a course", ({ offered }) => (offered ? "on offer" : "not on offer yet")],
  "catalogue.course changed": ["Changed a course", fields],
  "catalogue.course offered": "Put a course on offer",
  "catalogue.course withdrawn": "Withdrew a course",
  "catalogue.booking rules changed": ["Changed the booking rules of a course", fields],
  "catalogue.prerequisite added": [
    "Asked for something to be done before a course",
    ({ kind, withinMonths }) =>
      withinMonths === null ? kind : `${kind}, within the last ${months(withinMonths)}`,
  ],
  "catalogue.prerequisite ended": ["No longer asks for something before a course", ({ kind }) => kind],
  "catalogue.theme added": "Added a theme",
  "catalogue.theme changed": ["Changed a theme", fields],
  "catalogue.theme moved": ["Moved a theme in the list", ({ direction }) => direction],
  "catalogue.theme removed": "Removed a theme",
  "catalogue.competency added": "Added a competency",
  "catalogue.competency changed": ["Changed a competency", fields],
  "catalogue.competency moved": ["Moved a competency in the list", ({ direction }) => direction],
  "catalogue.competency removed": "Removed a competency",
  "trainers.joined": ["Joined the training pool", ({ kind, joinedOn }) => `${kind}, ${plainDate(joinedOn)}`],
  "terms.set": [
    "Set a board's terms of booking",
    ({ version, from }) => `version ${version}, from ${plainDate(from)}`,
  ],
  "charges.due": ["Made a charge, or let it stand", charge],
  "charges.appealed": ["Appealed against a charge", charge],
  "charges.waived": ["Waived a charge", charge],
  "charges.withdrawn": ["Withdrew a charge", charge],
  "charges.exported": ["Downloaded charges", ({ rows }) => counted(rows, "charge")],
  "trainers.approved": ["Approved a trainer for a course", ({ until }) => `until ${plainDate(until)}`],
  "certificates.given": [
    "Gave a certificate",
    ({ expiresOn, without }) =>
      [expiresOn && `until ${plainDate(expiresOn)}`, without && `without the ${without}`]
        .filter(Boolean)
        .join(", "),
  ],
  "certificates.withdrawn": ["Withdrew a certificate", ({ because }) => because],
  "certificates.learning submitted": [
    "Told of external learning",
    ({ again }) => (again ? "changed and sent again" : ""),
  ],
  "certificates.learning taken back": "Took back external learning",
  "certificates.learning accepted": [
    "Accepted external learning",
    ({ validUntil }) => (validUntil ? `until ${plainDate(validUntil)}` : "for good"),
  ],
  "certificates.learning refused": [
    "Did not accept external learning",
    ({ before }) => (before === "accepted" ? "it was accepted before" : ""),
  ],
};
