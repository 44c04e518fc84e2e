// Each deed in plain words, and what its entry says besides. A deed without words does not compile. Safe in a browser.
import type { GrantedRole } from "db/schema";
import { counted, wholeNumber } from "~/shared/format";
import type { AuditAction, AuditDetails, AuditGroup } from "./actions";
import { agency, fields, type NameOf, type WordsOf } from "./wording";
import { impactWords } from "./words-of-impact";
import { messageWords } from "./words-of-messages";
import { trainingWords } from "./words-of-training";

export type { NameOf };

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
const months = (count: number) => counted(count, "month");

const words: WordsOf = {
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
  "needs.assessed": ["Completed a self-assessment", ({ answers }) => counted(answers, "answer")],
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
  ...trainingWords,
  ...impactWords,
  ...messageWords,
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
  calendars: "Calendars",
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
