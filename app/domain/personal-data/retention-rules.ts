// Pure: which records end, when, and why. How many months each waits is the partnership's choice within these limits.
import { addDays, addMonths, type CivilDate, civilDateAt, startOfDay } from "~/shared/civil-time";

export const retentionCodes = [
  "letters",
  "delivery reports",
  "address stops",
  "reminders",
  "session notes",
  "sign-in links",
  "sign-ins",
  "calendar addresses",
  "self-assessments",
  "learning sent back",
  "charge notes",
  "evaluation drafts",
  "evaluations",
  "comments",
  "unread comments",
  "commitments",
  "complaints",
  "unconfirmed accounts",
  "leavers",
] as const;
export type RetentionCode = (typeof retentionCodes)[number];

export type RetentionRule = {
  records: string;
  /** What ends: a sentence about the records. */
  ends: string;
  /** From when the months count: "kept for 3 months after …". */
  after: string;
  because: string;
  /** Unless the partnership chose otherwise. */
  months: number;
  least: number;
};

export const mostMonths = 240;

/** In the order in which they run: accounts last, as erasing one takes other records with it. */
export const retentionRules: Record<RetentionCode, RetentionRule> = {
  letters: {
    records: "Words of messages",
    ends: "The words, the calendar entry and the facts they were made from are cleared. That a message was sent, what kind and when stays. A message that may or may not have arrived keeps its words until someone has looked into it.",
    after: "the message was sent, or written if it failed",
    because:
      "Long enough to answer a question about a message. UK GDPR, Article 5(1)(e): no longer than needed.",
    months: 3,
    least: 1,
  },
  "delivery reports": {
    records: "What the mail provider says of messages",
    ends: "Whether a message was delivered, opened or came back is deleted. That it was sent stays.",
    after: "we were told",
    because: "Long enough to see why somebody did not hear of something. Nobody asks later.",
    months: 3,
    least: 1,
  },
  "address stops": {
    records: "Addresses that email came back from",
    ends: "The address is taken off the list, and gets optional email again. If email comes back again, it is put on it anew.",
    after: "the email came back, or was called unwanted",
    because: "An address may be somebody else’s by then, or work again.",
    months: 24,
    least: 6,
  },
  reminders: {
    records: "Reminders that were sent or taken back",
    ends: "That a reminder was planned is deleted. That it was sent stays among the messages.",
    after: "it was sent or taken back",
    because: "So that no reminder is sent twice. The training is long over by then.",
    months: 12,
    least: 6,
  },
  "session notes": {
    records: "Notes to those on a session",
    ends: "The words are cleared. That somebody wrote, and to how many, stays.",
    after: "the note was sent",
    because: "Long enough to answer a question about it. UK GDPR, Article 5(1)(e): no longer than needed.",
    months: 12,
    least: 1,
  },
  "sign-in links": {
    records: "Links sent to sign in",
    ends: "The record of the link is deleted.",
    after: "the link was used or ran out",
    because: "A link works for minutes. The month lets us look into misuse.",
    months: 1,
    least: 1,
  },
  "sign-ins": {
    records: "Where people were signed in",
    ends: "The record of the browser is deleted.",
    after: "it was signed out by itself",
    because: "It opens nothing any more. The month lets us look into misuse.",
    months: 1,
    least: 1,
  },
  "calendar addresses": {
    records: "Secret addresses of calendars that were ended",
    ends: "The record of the address is deleted.",
    after: "the address was replaced or ended",
    because: "It opens nothing any more. The month lets us look into misuse.",
    months: 1,
    least: 1,
  },
  "self-assessments": {
    records: "Old answers about training needs",
    ends: "The answers are deleted, if the person has given a newer answer to each of them.",
    after: "they were given",
    because: "Needs are compared with a year before. Older answers say nothing about today.",
    months: 24,
    least: 12,
  },
  "learning sent back": {
    records: "Learning elsewhere that we could not count",
    ends: "What was told of it is deleted.",
    after: "we sent it back",
    because: "Whoever wanted it counted has changed it and sent it again by then.",
    months: 12,
    least: 3,
  },
  "charge notes": {
    records: "Appeals against charges",
    ends: "What was written, and what we answered, is cleared. The charge and what became of it stay.",
    after: "it was written, once the charge is settled",
    because: "An appeal may tell of illness or of a family. The boards’ year is closed by then.",
    months: 18,
    least: 3,
  },
  "evaluation drafts": {
    records: "Evaluations that were begun and not sent",
    ends: "What was typed is deleted.",
    after: "it was last saved",
    because: "Most evaluations have closed by then. Whoever comes back later begins anew.",
    months: 1,
    least: 1,
  },
  evaluations: {
    records: "Whose answers about training they are",
    ends: "Answers, words and commitments are parted from the person and the booking for good, and the time at which each was given is taken out. That somebody answered stays, and so does their certificate. What was answered stays, as that of nobody; what somebody answered who did not come is deleted.",
    after: "the last questions about a training have closed, half a year after it or later",
    because:
      "Until then one answer has to be compared with the next. After that only totals and averages are needed. UK GDPR, Article 5(1)(e): no longer than needed.",
    months: 3,
    least: 1,
  },
  comments: {
    records: "What people wrote about training",
    ends: "The words are deleted. What is quoted of them stays, with names taken out.",
    after: "a coordinator read it",
    because: "It has been read, and what may be shown of it has been decided. The months let that be undone.",
    months: 6,
    least: 1,
  },
  "unread comments": {
    records: "What people wrote about training and nobody read",
    ends: "The words are deleted.",
    after: "it was written",
    because: "What nobody read in two years nobody needs. UK GDPR, Article 5(1)(e): no longer than needed.",
    months: 24,
    least: 6,
  },
  commitments: {
    records: "What people said they would do because of training",
    ends: "The words are cleared. That somebody said so, and what became of it, stays to be counted. What is quoted of them stays, with names taken out.",
    after: "it was parted from who wrote it",
    because: "Nobody is asked about it any more. The months let a coordinator read what may be quoted.",
    months: 6,
    least: 1,
  },
  complaints: {
    records: "Answered complaints about personal data",
    ends: "The complaint and our answer are deleted.",
    after: "we answered",
    because: "A claim can be brought for six years (Limitation Act 1980).",
    months: 72,
    least: 12,
  },
  "unconfirmed accounts": {
    records: "Accounts whose agency is not confirmed",
    ends: "The account is made nameless, if it has not been closed and has no booking and no role.",
    after: "the account was made, or its agency was last in doubt anew",
    because: "Nobody who works here uses it.",
    months: 6,
    least: 1,
  },
  leavers: {
    records: "People who have left",
    ends: "Name, address, team, job title, line manager, needs, roles and everything to sign in with are taken out. What they told of learning elsewhere is deleted. Bookings, attendance, hours, certificates and charges stay, as those of nobody. Answers about training are parted from them for good. What was written about charges is taken out.",
    after: "the account was disabled",
    because:
      "Someone may come back, or ask for proof of training. The counts are evidence for the yearly reports of the boards.",
    months: 24,
    least: 6,
  },
};

export const isRetentionCode = (text: string): text is RetentionCode =>
  retentionCodes.some((code) => code === text);

/** The day on which something that began at an instant has been kept for so many months, in London. */
export const dueOn = (since: number, months: number): CivilDate => addMonths(civilDateAt(since), months);

/**
 * The instant before which something must have begun to be due now. The last days of a longer month are due with the
 * last day of a shorter one: what began on 29, 30 and 31 August is due after six months on 28 February.
 */
export function dueBefore(months: number, now: number): number {
  const today = civilDateAt(now);
  let first = addMonths(today, -months);
  do first = addDays(first, 1);
  while (addMonths(first, months) <= today);
  return startOfDay(first);
}
