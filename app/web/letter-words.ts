// Every kind of letter: who gets it and when, group by group, for those who look after the words.
import type { MessageKind } from "~/domain/notifications/notifications";

type Told = { to: string; when: string };

const account = {
  welcome: { to: "Someone new", when: "They have made an account" },
  "sign-in link": { to: "Whoever asked for it", when: "They ask for a link to sign in or to join" },
  "address to confirm": { to: "The new address", when: "Someone changes their address" },
  "account changed": { to: "The person, at the old address too", when: "How they sign in was changed" },
  "account to confirm": { to: "Agency leads, or coordinators", when: "Someone new names an agency" },
  "agency confirmed": { to: "Someone new", when: "Their agency confirms them" },
  "agency declined": { to: "Someone new", when: "Their agency does not confirm them" },
} satisfies Partial<Record<MessageKind, Told>>;

const booking = {
  "booking requested": { to: "Whoever books", when: "A coordinator has to look first" },
  "booking awaiting approval": { to: "Whoever books", when: "Somebody has to approve first" },
  "approval asked": { to: "Their line manager or agency lead", when: "They have to approve a place" },
  "booking declined": { to: "Whoever booked", when: "It was not approved or accepted" },
  "booking confirmed": { to: "Whoever has a place", when: "The place is theirs" },
  "booking waiting": { to: "Whoever books a full session", when: "They join the waiting list" },
  "booking offered": { to: "The next on the waiting list", when: "A place is held for them" },
  "offer expired": {
    to: "Whoever was offered a place",
    when: "They did not answer in time, or we closed booking",
  },
  "waiting ended": { to: "Everyone still waiting", when: "Booking closes" },
  "booking moved": { to: "Whoever booked", when: "Their booking moved to another date" },
  "booking cancelled": { to: "Whoever booked", when: "The booking ends, by them or by us" },
  "invitation declined": { to: "Someone with a place", when: "Their calendar declined our invitation" },
  "calendar entry": {
    to: "Someone with a place",
    when: "A further day comes, or one is taken out; or an entry is there twice",
  },
} satisfies Partial<Record<MessageKind, Told>>;

const around = {
  "joining details": { to: "Everyone with a place", when: "Seven days before" },
  reminder: { to: "Everyone with a place", when: "The working morning before" },
  "session changed": { to: "Everyone booked", when: "Title, time, place or link is another" },
  "session note": { to: "Those it was written to", when: "A coordinator or trainer writes to a session" },
  "minimum not met": { to: "Coordinators", when: "Too few have booked, and the day to decide is near" },
} satisfies Partial<Record<MessageKind, Told>>;

const teaching = {
  "trainer invited": { to: "A trainer", when: "We ask them to teach a session" },
  "trainer confirmed": { to: "A trainer", when: "They said that they can" },
  "trainer declined": { to: "Coordinators", when: "A trainer said that they cannot" },
  "trainer released": { to: "A trainer", when: "They are off a session" },
  "teaching changed": { to: "Those who teach it", when: "Their session is another, or called off" },
  "teaching entry": {
    to: "Those who teach it",
    when: "A further day comes, or one is taken out; or an entry is there twice",
  },
  "teaching reminder": { to: "Those who teach it", when: "Two working days before" },
} satisfies Partial<Record<MessageKind, Told>>;

const afterwards = {
  "end evaluation": { to: "Everyone who came", when: "The training has ended" },
  "evaluation due": { to: "Whoever has not answered", when: "An evaluation is open, or still unanswered" },
  "manager evaluation": { to: "A line manager", when: "Some weeks after, if the learner agreed" },
  certificate: { to: "Whoever completed a course", when: "A certificate is ready, or withdrawn" },
  "renewal due": { to: "Whoever holds a certificate", when: "Three months and one month before it runs out" },
  "external learning answered": { to: "Whoever told us of learning", when: "We have looked at it" },
  "charge made": { to: "Whoever did not use a place", when: "Their agency is charged" },
  "charge answered": { to: "Whoever was charged", when: "An appeal is answered, or we withdraw it" },
} satisfies Partial<Record<MessageKind, Told>>;

const regular = {
  "agency digest": { to: "Agency leads", when: "Weekly, if there is anything to say" },
  "offer news": { to: "Subscribers", when: "Monthly, if there is anything new" },
  "release signed off": { to: "Those who read impact reports", when: "A report is signed off" },
} satisfies Partial<Record<MessageKind, Told>>;

const complaints = {
  "complaint received": { to: "Whoever complains about their data", when: "It has arrived" },
  "complaint to acknowledge": { to: "The partnership", when: "A complaint has arrived" },
  "complaint acknowledged": { to: "Whoever complained", when: "A person has read it" },
  "complaint answered": { to: "Whoever complained", when: "It is answered" },
} satisfies Partial<Record<MessageKind, Told>>;

/** Complete by its type: a kind that nobody put in a group does not compile. */
export const toldInWords: Record<MessageKind, Told> = {
  ...account,
  ...booking,
  ...around,
  ...teaching,
  ...afterwards,
  ...regular,
  ...complaints,
};

const keysOf = <Group extends object>(group: Group) => Object.keys(group) as (keyof Group & MessageKind)[];

export const letterGroups: readonly { title: string; kinds: readonly MessageKind[] }[] = [
  { title: "Bookings", kinds: keysOf(booking) },
  { title: "Around a session", kinds: keysOf(around) },
  { title: "Trainers", kinds: keysOf(teaching) },
  { title: "After training", kinds: keysOf(afterwards) },
  { title: "Accounts", kinds: keysOf(account) },
  { title: "News and summaries", kinds: keysOf(regular) },
  { title: "Complaints about data", kinds: keysOf(complaints) },
];

/** "booking-confirmed", as its page is addressed. */
export const slugOfKind = (kind: MessageKind): string => kind.replaceAll(" ", "-");
