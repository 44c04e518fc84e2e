// Each deed in plain words, and what its entry says besides. A deed without words does not compile. Safe in a browser.
import type { GrantedRole } from "db/schema";
import { counted, listed, plainDate, poundsAndPence, wholeNumber } from "~/shared/format";
import type { AuditAction, AuditDetails, AuditGroup } from "./actions";

/** The name behind an id that an entry holds. */
export type NameOf = (kind: "agency" | "person", id: string) => string;
type More<Detail> = (detail: Detail, nameOf: NameOf) => string;
/** The deed; for one whose entries say more, also how that reads after it. */
type Words<Detail> = Detail extends undefined ? string : readonly [deed: string, more: More<Detail>];

const roleInWords: Record<GrantedRole, string> = {
  agency_lead: "agency lead",
  trainer: "trainer",
  coordinator: "coordinator",
  sdg_member: "strategic delivery group member",
  scrutineer: "independent scrutineer",
  admin: "admin",
};
const role = (detail: AuditDetails["accounts.role granted"]) => roleInWords[detail.role];

const methods: Record<AuditDetails["accounts.signed in"]["method"], string> = {
  password: "with a password",
  link: "with an emailed link",
  "single sign-on": "with single sign-on",
};
const agency = (detail: { agencyId: string }, nameOf: NameOf) => nameOf("agency", detail.agencyId);
const fields = (detail: { fields: string[] }) => listed(detail.fields);
const months = (count: number) => counted(count, "month");

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
const undelivered = ({ kind, attempts }: AuditDetails["notifications.failed"]) =>
  `${kind}, after ${counted(attempts, "try", "tries")}`;

const words: { readonly [Action in AuditAction]: Words<AuditDetails[Action]> } = {
  "accounts.registered": ["Registered", agency],
  "accounts.added": [
    "Added a person",
    (detail, nameOf) => [agency(detail, nameOf), detail.left && "has left"].filter(Boolean).join(", "),
  ],
  "accounts.people imported": [
    "Imported people",
    ({ file, added, unchanged }) => `${file}: ${wholeNumber(added)} new, ${wholeNumber(unchanged)} known`,
  ],
  "accounts.partnership set up": [
    "Set up the partnership",
    ({ boards, agencies }) => `${counted(boards, "board")}, ${counted(agencies, "agency", "agencies")}`,
  ],
  "accounts.signed in": ["Signed in", ({ method }) => methods[method]],
  "accounts.sign-in refused": ["Could not sign in", ({ reason }) => reason],
  "accounts.signed out": "Signed out",
  "accounts.signed out everywhere": [
    "Signed out everywhere",
    ({ places }) => counted(places, "place where they were signed in", "places where they were signed in"),
  ],
  "accounts.link asked for": ["Asked for an emailed link", ({ purpose }) => `to ${purpose}`],
  "accounts.password changed": "Changed the password",
  "accounts.address changed": "Changed the email address",
  "accounts.second factor begun": "Began to set up a second factor",
  "accounts.second factor set up": "Set up a second factor",
  "accounts.second factor removed": "Removed the second factor",
  "accounts.second factor refused": "Gave a wrong second factor",
  "accounts.recovery codes made": "Made new recovery codes",
  "accounts.recovery code used": [
    "Used a recovery code",
    ({ left }) => (left === 0 ? "none left" : `${wholeNumber(left)} left`),
  ],
  "accounts.proved again": ["Proved again who they are", ({ method }) => method],
  "accounts.identity linked": ["Linked single sign-on", ({ issuer }) => issuer],
  "accounts.details changed": ["Changed details", fields],
  "accounts.agency confirmed": ["Confirmed the agency", agency],
  "accounts.agency declined": ["Declined the agency", agency],
  "accounts.agency changed": [
    "Changed the agency",
    ({ from, to }, nameOf) => `from ${nameOf("agency", from)} to ${nameOf("agency", to)}`,
  ],
  "accounts.disabled": ["Disabled the account", ({ reason }) => reason ?? ""],
  "accounts.enabled": "Enabled the account",
  "accounts.role granted": ["Gave a role", role],
  "accounts.role removed": ["Took a role away", role],
  "accounts.viewed": "Looked at a person's record",
  "accounts.agency added": "Added an agency",
  "accounts.agency details changed": ["Changed an agency", fields],
  "accounts.board changed": ["Changed a board", fields],
  "accounts.group added": "Added a strategic delivery group",
  "accounts.group changed": ["Changed a strategic delivery group", fields],
  "accounts.people exported": [
    "Downloaded a list of people",
    ({ rows }) => counted(rows, "person", "people"),
  ],
  "accounts.settings changed": ["Changed settings", fields],

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
  "bookings.marked": [
    "Marked attendance",
    ({ meeting, mark, before }) =>
      `meeting ${meeting}: ${mark ?? "mark taken back"}${before === null ? "" : `, before: ${before}`}`,
  ],
  "bookings.exported": [
    "Downloaded an agency’s bookings",
    (detail, nameOf) => `${agency(detail, nameOf)}: ${counted(detail.rows, "booking")}`,
  ],
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
  "sessions.trainer assigned": ["Put a trainer on a session", ({ part }) => part],
  "sessions.trainer taken off": "Took a trainer off a session",
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

  "evaluations.answered": ["Answered an evaluation", ({ stage }) => stageInWords[stage]],
  "evaluations.answers moved": ["Answers moved with their booking", ({ stage }) => stageInWords[stage]],
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
  "needs.assessed": ["Completed a self-assessment", ({ answers }) => counted(answers, "answer")],
  "impact.practice measures recorded": [
    "Imported practice measures",
    ({ file, added, completed }) => `${file}: ${wholeNumber(added)} new, ${wholeNumber(completed)} completed`,
  ],

  "notifications.failed": ["A message could not be sent", undelivered],
  "notifications.unsure": ["A message may not have arrived", undelivered],

  "audit.exported": ["Downloaded audit entries", ({ rows }) => counted(rows, "entry", "entries")],

  "personal-data.exported": [
    "Downloaded what is held on a person",
    ({ format, by }) => `${format.toUpperCase()}, ${by === "self" ? "by themselves" : "for them"}`,
  ],
  "personal-data.merged": [
    "Merged two accounts",
    ({ from, into }, nameOf) => `${nameOf("person", from)} into ${nameOf("person", into)}`,
  ],
  "personal-data.erased": ["Erased a person's data", ({ reason }) => reason],
  "personal-data.retention run": [
    "Removed what was kept long enough",
    ({ rule, rows }) => `${rule}: ${counted(rows, "row")}`,
  ],
  "personal-data.retention changed": [
    "Changed how long data is kept",
    ({ rule, from, to }) => `${rule}: from ${months(from)} to ${months(to)}`,
  ],
  "personal-data.complaint received": "Complaint received",
  "personal-data.complaint acknowledged": "Acknowledged a complaint",
  "personal-data.complaint answered": [
    "Answered a complaint",
    ({ acknowledgedToo }) => (acknowledgedToo ? "and acknowledged it by that" : ""),
  ],
};

const stageInWords: Record<AuditDetails["evaluations.answered"]["stage"], string> = {
  T0: "before the session",
  T2: "at the end of the session",
};

/** Where deeds are done, as the search offers them. */
export const auditGroups: Record<AuditGroup, string> = {
  accounts: "Accounts",
  catalogue: "Courses",
  bookings: "Bookings",
  sessions: "Sessions",
  terms: "Terms of booking",
  charges: "Charges",
  trainers: "Trainers",
  evaluations: "Evaluations",
  certificates: "Certificates and external learning",
  needs: "Training needs",
  impact: "Impact",
  notifications: "Messages",
  "personal-data": "Personal data",
  audit: "Audit trail",
};

export const auditActions = Object.keys(words) as AuditAction[];

export const isAuditAction = (text: string): text is AuditAction => Object.hasOwn(words, text);
export const isAuditGroup = (text: string): text is AuditGroup => Object.hasOwn(auditGroups, text);
export const groupOf = (action: AuditAction) => action.slice(0, action.indexOf(".")) as AuditGroup;

export function deedInWords(action: AuditAction): string {
  const said: string | readonly [string, unknown] = words[action];
  return typeof said === "string" ? said : said[0];
}

/**
 * What an entry says besides its deed, "" where that is nothing. An entry can be older or newer than these words: one
 * that says something else is shown without.
 */
export function detailInWords(action: string, detail: unknown, nameOf: NameOf): string {
  if (!isAuditAction(action)) return "";
  const said = words[action];
  if (typeof said === "string") return "";
  const more = said[1] as (detail: unknown, nameOf: NameOf) => string | undefined;
  try {
    return more(detail, nameOf) ?? "";
  } catch {
    return "";
  }
}
