// Who may open what: a row for every route, a cell for every kind of person. It is written apart from the routes, so
// that a route which opens itself to more people than here fails, and so does one that nobody thought about.

export const everyone = [
  "stranger",
  "practitioner",
  "line_manager",
  "agency_lead",
  "trainer",
  "coordinator",
  "sdg_member",
  "scrutineer",
  "admin",
] as const;
/**
 * The practitioner is the one whose booking, offer and evaluation it is, and names the line manager; the trainer teaches
 * their session.
 */
export type Who = (typeof everyone)[number];

/** Not found stands where even the page's existence is private, and says why. */
export type Cell = "open" | "sign in" | "forbidden" | { notFound: string };
export type Row = Record<Who, Cell>;

const rowOf = (cellOf: (who: Who) => Cell) =>
  Object.fromEntries(everyone.map((who) => [who, cellOf(who)])) as Row;

const anyone = rowOf(() => "open");
const nobody = (reason: string) => rowOf(() => ({ notFound: reason }));
const signedIn = rowOf((who) => (who === "stranger" ? "sign in" : "open"));
/** These people, and for the others a plain no. */
const only = (...these: Who[]) =>
  rowOf((who) => (who === "stranger" ? "sign in" : these.includes(who) ? "open" : "forbidden"));
/** These people; others who are signed in do not learn that there is such a thing. */
const privateTo = (these: Who[], reason: string) =>
  rowOf((who) => (who === "stranger" ? "sign in" : these.includes(who) ? "open" : { notFound: reason }));

const whoseBooking = privateTo(
  ["practitioner", "coordinator"],
  "someone else's booking is not theirs to know of",
);
const whoReadImpact = only("coordinator", "sdg_member", "scrutineer");
const whoDeliver = only("trainer", "coordinator");
const whoManage = only("coordinator");

/** By the name of the route's folder. */
export const matrix: Record<string, Row> = {
  $: nobody("it answers every address that is not there"),
  _index: anyone,
  accessibility: anyone,
  "admin._index": only("coordinator", "admin"),
  "admin.agencies.$id": only("admin"),
  "admin.agencies._index": only("coordinator", "admin"),
  "admin.audit._index": only("coordinator", "admin"),
  "admin.audit[.]csv": only("coordinator", "admin"),
  "admin.boards": only("admin"),
  "admin.complaints.$id": only("coordinator", "admin"),
  "admin.complaints._index": only("coordinator", "admin"),
  "admin.people.$id._index": only("coordinator", "admin"),
  "admin.people.$id.data[.]json": only("coordinator", "admin"),
  "admin.people.$id.erasure": only("admin"),
  "admin.people.$id.merge": only("admin"),
  "admin.people._index": only("coordinator", "admin"),
  "admin.people[.]csv": only("coordinator", "admin"),
  "admin.retention": only("coordinator", "admin"),
  "admin.settings": only("admin"),
  "bookings.$id._index": whoseBooking,
  "bookings.$id.cancellation": whoseBooking,
  "bookings.$id.offer": whoseBooking,
  cookies: anyone,
  "courses.$slug": anyone,
  "courses._index": anyone,
  "evaluate.$token": anyone,
  health: anyone,
  "theme[.]css": anyone,
  "impact._index": whoReadImpact,
  "impact.courses.$slug": whoReadImpact,
  "mail-tray.$id": anyone,
  "mail-tray._index": anyone,
  "manage._index": whoManage,
  "manage.sessions.$id": whoManage,
  "manage.sessions.new": whoManage,
  "manage.trainers": whoManage,
  "my._index": signedIn,
  "my.account._index": signedIn,
  "my.account.address.$token": privateTo(
    ["practitioner"],
    "a link to change somebody's address is theirs only",
  ),
  "my.account.address._index": signedIn,
  "my.account.data": signedIn,
  "my.account.data[.]csv": signedIn,
  "my.account.data[.]json": signedIn,
  "my.account.details": signedIn,
  "my.account.devices": signedIn,
  "my.account.password": signedIn,
  "my.account.second-factor": signedIn,
  "my.needs": signedIn,
  needs: only("coordinator", "sdg_member"),
  "privacy._index": anyone,
  "privacy.complaint": anyone,
  "register._index": anyone,
  "register.details": anyone,
  "sessions.$id._index": anyone,
  "sessions.$id.book": signedIn,
  "sign-in._index": anyone,
  "sign-in.again": signedIn,
  "sign-in.code": signedIn,
  "sign-in.link._index": anyone,
  "sign-in.link.$token": anyone,
  "sign-in.sent": anyone,
  "sign-in.with.$provider._index": nobody("no organisation signs people in where the matrix is run"),
  "sign-in.with.$provider.return": nobody("no organisation signs people in where the matrix is run"),
  "sign-out": anyone,
  "team._index": only("line_manager", "agency_lead"),
  "team.people.$id": only("line_manager", "agency_lead"),
  "trainer._index": whoDeliver,
  "trainer.registers.$id": whoDeliver,
  "trainer.sessions.$id": whoDeliver,
};

/** Pages that tell the audit trail when somebody only looks: nothing else may change by looking. */
export const looksAreRecorded: readonly string[] = [
  "admin.people.$id._index",
  "team.people.$id",
  "admin.complaints.$id",
  "admin.people.$id.erasure",
  "admin.people.$id.merge",
];
