// Every deed that the audit trail can tell of, and what each entry says besides who, whom, when and from where.
// No entry holds words that somebody typed, a name or an address: an entry can never be put right or taken out, so it
// says which and what kind, and the records that can be erased say the rest.
import type { GrantedRole } from "db/schema";
import type { CivilDate, WallTime } from "~/shared/civil-time";
import type { Field, FileName, Id, Issuer, Kind, Nothing } from "./action-parts";
import type { EvaluationDetails, ImpactDetails } from "./actions-of-impact";
import type { MessageDetails } from "./actions-of-messages";

type Role = { role: GrantedRole };
type Method = { method: "password" | "link" | "single sign-on" };

type AccountDetails = {
  "accounts.registered": { agencyId: Id; roleGroupId: Id | null };
  /** Entered by those who run the service; `left`: as somebody who has left. */
  "accounts.added": { agencyId: Id; roleGroupId: Id | null; left?: true };
  "accounts.people imported": {
    file: FileName;
    read: number;
    added: number;
    unchanged: number;
    left: number;
  };
  "accounts.partnership set up": { boards: number; groups: number; agencies: number; roleGroups: number };
  "accounts.signed in": Method;
  "accounts.sign-in refused": { reason: Kind };
  "accounts.signed out": Nothing;
  "accounts.signed out everywhere": { places: number };
  "accounts.link asked for": { purpose: Kind };
  "accounts.password changed": Nothing;
  "accounts.address changed": Nothing;
  "accounts.second factor begun": Nothing;
  "accounts.second factor set up": Nothing;
  "accounts.second factor removed": Nothing;
  "accounts.second factor refused": Nothing;
  "accounts.recovery codes made": Nothing;
  "accounts.recovery code used": { left: number };
  "accounts.proved again": { method: Kind };
  "accounts.identity linked": { issuer: Issuer };
  "accounts.details changed": { fields: Field[] };
  "accounts.agency confirmed": { agencyId: Id };
  "accounts.agency declined": { agencyId: Id };
  "accounts.agency changed": { from: Id; to: Id };
  "accounts.disabled": { reason?: Kind };
  "accounts.enabled": Nothing;
  "accounts.role granted": Role;
  "accounts.role removed": Role;
  "accounts.viewed": Nothing;
  "accounts.agency added": Nothing;
  "accounts.agency details changed": { fields: Field[] };
  "accounts.board changed": { fields: Field[] };
  "accounts.group added": Nothing;
  "accounts.group changed": { fields: Field[] };
  "accounts.people exported": { rows: number };
  "accounts.settings changed": { fields: Field[] };
};

type BookingState =
  | "requested"
  | "awaiting approval"
  | "confirmed"
  | "waiting"
  | "offered"
  | "declined"
  | "expired"
  | "cancelled"
  | "moved"
  | "attended"
  | "partly attended"
  | "did not attend";
/** Why somebody cancels is their own words: the booking keeps them, the trail says that there are some. */
type BookingChange = {
  sessionId: Id;
  from: BookingState | null;
  actedAs: Kind;
  cause?: Kind;
  late?: true;
  reasonGiven?: true;
};
type Mark = "present" | "late" | "left early" | "absent" | "excused";

type BookingDetails = { [State in BookingState as `bookings.${State}`]: BookingChange } & {
  "bookings.marked": { meeting: number; mark: Mark | null; before: Mark | null };
  /** By themselves, with the code in the room. */
  "bookings.checked in": { meeting: number; mark: Mark };
  "bookings.register finished": { meeting: number; people: number };
  /** An agency's bookings to come, by its lead. */
  "bookings.exported": { agencyId: Id; rows: number };
  /** By their calendar program: they are asked whether they want to cancel, and nothing else follows. */
  "bookings.invitation declined": { sessionId: Id };
  "bookings.imported": { file: FileName; read: number; added: number; unchanged: number };
  "bookings.places held": { sessionId: Id; agencyId: Id; kind: "quota" | "reserved"; places: number };
  "bookings.places released": { sessionId: Id; kind: "quota" | "reserved"; places: number; because: Kind };
  "bookings.approval asked": { of: "line manager" | "agency lead" };
  "bookings.approval answered": { outcome: Kind };
  "bookings.group split": { sessionId: Id; people: number };
  "bookings.group waits": { sessionId: Id; setAside: number };
};

type SessionDetails = {
  "sessions.scheduled": {
    courseId: Id;
    status: "draft" | "published";
    capacity: number;
    meetings: { date: CivilDate; startTime: WallTime; endTime: WallTime }[];
    /** Planned together with others. */
    seriesId?: Id;
    /** The session whose plan it takes up. */
    like?: Id;
  };
  "sessions.published": Nothing;
  "sessions.changed": { fields: Field[] };
  "sessions.postponed": { from: CivilDate; to: CivilDate };
  "sessions.booking closed": Nothing;
  "sessions.booking reopened": Nothing;
  "sessions.goes ahead": { minimum: number };
  "sessions.cancelled": { reason: Kind };
  "sessions.material added": { shownTo: Kind };
  "sessions.material removed": Nothing;
  "sessions.venue added": Nothing;
  "sessions.venue changed": { fields: Field[] };
  "sessions.venue archived": Nothing;
  "sessions.venue restored": Nothing;
  "sessions.room added": Nothing;
  "sessions.room changed": { fields: Field[] };
  "sessions.room archived": Nothing;
  "sessions.room restored": Nothing;
  "sessions.delivered": Nothing;
  /** `agreed`: they had told a coordinator that they can. */
  "sessions.trainer assigned": { part: "lead" | "co-trainer" | "lived experience"; agreed?: true };
  "sessions.trainer taken off": Nothing;
  /** By themselves. */
  "sessions.trainer confirmed": Nothing;
  "sessions.trainer declined": { hadConfirmed: boolean };
  /** By letter, some days before. */
  "sessions.trainer reminded": Nothing;
  "sessions.past deliveries recorded": {
    file: FileName;
    read: number;
    added: number;
    unchanged: number;
    titles: number;
    attended: number;
    notCounted: number;
  };
};

type ChargeState = "due" | "appealed" | "waived" | "withdrawn";
/** Why is the words of whoever appeals, waives or answers: the charge keeps them, the trail says that there are some. */
type ChargeChange = {
  kind: "late cancellation" | "late move" | "did not attend" | "left early";
  pence: number;
  from: ChargeState | null;
  noteGiven?: true;
};
type ChargeDetails = { [State in ChargeState as `charges.${State}`]: ChargeChange } & {
  "charges.exported": { rows: number };
};

type OtherDetails = {
  "terms.set": { termsId: Id; version: number; from: CivilDate };
  "catalogue.offer set up": { competencies: number; requirements: number; courses: number };
  "catalogue.course added": { offered: boolean };
  "catalogue.course changed": { fields: Field[] };
  "catalogue.course offered": Nothing;
  "catalogue.course withdrawn": Nothing;
  "catalogue.booking rules changed": { fields: Field[] };
  "catalogue.prerequisite added": { prerequisiteId: Id; kind: Kind; withinMonths: number | null };
  "catalogue.prerequisite ended": { prerequisiteId: Id; kind: Kind };
  "catalogue.theme added": Nothing;
  "catalogue.theme changed": { fields: Field[] };
  "catalogue.theme moved": { direction: "up" | "down" };
  "catalogue.theme removed": Nothing;
  "catalogue.competency added": Nothing;
  "catalogue.competency changed": { fields: Field[] };
  "catalogue.competency moved": { direction: "up" | "down" };
  "catalogue.competency removed": Nothing;
  "trainers.joined": { kind: "practitioner" | "lived experience"; joinedOn: CivilDate };
  "trainers.approved": { until: CivilDate };
  "certificates.given": { bookingId: Id; courseId: Id; expiresOn: CivilDate | null; without?: "evaluation" };
  "certificates.withdrawn": { bookingId: Id; because: Kind };
  "certificates.learning submitted": { again: boolean; competencies: number };
  "certificates.learning taken back": Nothing;
  "certificates.learning accepted": {
    competencies: number;
    validUntil: CivilDate | null;
    countsAs: Id | null;
    before: "submitted" | "accepted" | "refused";
  };
  "certificates.learning refused": { before: "submitted" | "accepted" | "refused" };
  "needs.assessed": { answers: number };
  "audit.exported": { rows: number };
};

type PersonalDataDetails = {
  "personal-data.exported": { format: "json" | "csv"; by: "self" | "other" };
  "personal-data.merged": {
    from: Id;
    into: Id;
    /** How many records of each kind. */
    moved: Record<Kind, number>;
    /** The bookings that moved, and those that ended because both accounts had booked the session. */
    bookings: Id[];
    ended: Id[];
  };
  "personal-data.erased": { reason: Kind };
  "personal-data.retention run": { rule: Kind; rows: number };
  "personal-data.retention changed": { rule: Kind; from: number; to: number };
  "personal-data.complaint received": Nothing;
  "personal-data.complaint acknowledged": Nothing;
  "personal-data.complaint answered": { acknowledgedToo: boolean };
};

/** What an entry says, by its action: the room and the deed. */
export type AuditDetails = AccountDetails &
  BookingDetails &
  SessionDetails &
  ChargeDetails &
  OtherDetails &
  EvaluationDetails &
  ImpactDetails &
  MessageDetails &
  PersonalDataDetails;

export type AuditAction = keyof AuditDetails;
export type AuditGroup = AuditAction extends `${infer Group}.${string}` ? Group : never;
