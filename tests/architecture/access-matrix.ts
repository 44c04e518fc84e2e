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
  ["practitioner", "agency_lead", "coordinator"],
  "someone else's booking is not theirs to know of",
);
const whoseCertificate = "a certificate is its holder's to open; others check its number";
const whoReadImpact = only("coordinator", "sdg_member", "scrutineer");
/** A release that is not public: its page is open to strangers too, and for them there is nothing there. */
const whoReadsRelease = rowOf((who) =>
  ["coordinator", "sdg_member", "scrutineer"].includes(who)
    ? "open"
    : { notFound: "a release is for those who read impact figures until it is made public" },
);
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
  "approve.$token": anyone,
  "bookings.$id._index": whoseBooking,
  "bookings.$id.calendar[.]ics": privateTo(["practitioner"], "a place goes into one's own calendar only"),
  "bookings.$id.cancellation": whoseBooking,
  "bookings.$id.move": whoseBooking,
  "bookings.$id.offer": whoseBooking,
  "calendar._index": anyone,
  "calendar.subscribe": anyone,
  "check-in.$token": anyone,
  "check-in._index": signedIn,
  "check-in.questions": anyone,
  cookies: anyone,
  "courses.$slug": anyone,
  "courses._index": anyone,
  "evaluate.$token._index": anyone,
  "evaluate.$token.draft": anyone,
  "feeds.all[.]ics": anyone,
  "feeds.board.$code[.]ics": anyone,
  "feeds.course.$slug[.]ics": anyone,
  "feeds.my.$token[.]ics": anyone,
  "feeds.theme.$slug[.]ics": anyone,
  health: anyone,
  "theme[.]css": anyone,
  "hooks.resend": anyone,
  "impact._index": whoReadImpact,
  "impact.courses.$slug": whoReadImpact,
  "impact.figures.$figure": whoReadImpact,
  "impact.releases._index": anyone,
  "impact.releases.new": whoManage,
  "impact.releases.$id._index": whoReadsRelease,
  "impact.releases.$id.edit": whoManage,
  "impact.releases.$id.sign-off": only("sdg_member"),
  "impact.releases.$id.publish": only("coordinator", "sdg_member"),
  "impact.releases.$id.withdraw": only("coordinator", "sdg_member"),
  "impact.releases.$id.actions": whoReadImpact,
  "impact.releases.$id[.]csv": whoReadsRelease,
  "impact.releases.$id[.]xlsx": whoReadsRelease,
  "impact.releases.$id[.]docx": whoReadsRelease,
  "mail-tray.$id": anyone,
  "mail-tray._index": anyone,
  "manage._index": whoManage,
  "manage.bookings.$id": whoManage,
  "manage.approvals": whoManage,
  "manage.charges.$id": whoManage,
  "manage.charges._index": whoManage,
  "manage.charges[.]csv": whoManage,
  "manage.charges[.]xlsx": whoManage,
  "manage.courses.$slug._index": whoManage,
  "manage.courses.$slug.booking-rules": whoManage,
  "manage.courses.$slug.edit": whoManage,
  "manage.courses.$slug.evaluations": whoManage,
  "manage.courses._index": whoManage,
  "manage.courses.competencies": whoManage,
  "manage.courses.new": whoManage,
  "manage.courses.themes": whoManage,
  "manage.courses[.]csv": whoManage,
  "manage.evaluations.$id._index": whoManage,
  "manage.evaluations.$id.items.$itemId": whoManage,
  "manage.evaluations.$id.items.new": whoManage,
  "manage.evaluations.$id.preview": whoManage,
  "manage.evaluations.$id.publish": whoManage,
  "manage.evaluations._index": whoManage,
  "manage.messages.news": only("coordinator"),
  "manage.messages.wording.$kind": only("coordinator", "admin"),
  "manage.messages.wording._index": only("coordinator", "admin"),
  "manage.measures.$number": whoManage,
  "manage.messages._index": whoManage,
  "manage.measures._index": whoManage,
  "manage.measures.new": whoManage,
  "manage.registers._index": whoManage,
  "manage.registers[.]csv": whoManage,
  "manage.certificates": whoManage,
  "manage.comments.$id": whoManage,
  "manage.comments._index": whoManage,
  "manage.learning.$id": whoManage,
  "manage.learning._index": whoManage,
  "manage.sessions.$id._index": whoManage,
  "manage.sessions.$id.answers": whoManage,
  "manage.sessions.$id.book": whoManage,
  "manage.sessions.$id.cancel": whoManage,
  "manage.sessions.$id.duplicate": whoManage,
  "manage.sessions.$id.edit": whoManage,
  "manage.sessions.$id.places": whoManage,
  "manage.sessions.$id.postpone": whoManage,
  "manage.sessions.$id.queue": whoManage,
  "manage.sessions.$id.series": whoManage,
  "manage.sessions.$id.write": whoDeliver,
  "manage.sessions._index": whoManage,
  "manage.sessions.new": whoManage,
  "manage.sessions.publish": whoManage,
  "manage.sessions[.]csv": whoManage,
  "manage.terms.$code.new": whoManage,
  "manage.terms._index": whoManage,
  "manage.trainers": whoManage,
  "manage.venues.$id": whoManage,
  "manage.venues._index": whoManage,
  "manage.venues.new": whoManage,
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
  "my.account.messages": signedIn,
  "my.account.devices": signedIn,
  "my.account.password": signedIn,
  "my.account.second-factor": signedIn,
  "my.certificates.$number._index": privateTo(["practitioner"], whoseCertificate),
  "my.certificates.$number.certificate[.]pdf": privateTo(["practitioner"], whoseCertificate),
  "my.charges.$id": privateTo(
    ["practitioner", "agency_lead"],
    "a charge is for the person and the lead of the agency charged; coordinators have a page of their own",
  ),
  "my.learning.$id": privateTo(
    ["practitioner"],
    "what somebody else told of learning is not theirs to know of",
  ),
  "my.learning._index": signedIn,
  "my.learning.new": signedIn,
  "my.needs": signedIn,
  "my.record": signedIn,
  "my.record[.]csv": signedIn,
  needs: only("coordinator", "sdg_member"),
  "privacy._index": anyone,
  "privacy.complaint": anyone,
  "register._index": anyone,
  "register.details": anyone,
  "sessions.$id._index": anyone,
  "sessions.$id.book": signedIn,
  "sessions.$id.calendar[.]ics": anyone,
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
  "team.approvals": only("line_manager", "agency_lead"),
  "team.bookings.$id.substitute": only("agency_lead", "coordinator"),
  "team.bookings._index": only("agency_lead"),
  "team.bookings.new.$sessionId": only("agency_lead"),
  "team.bookings[.]csv": only("agency_lead"),
  "team.places.$id": only("agency_lead", "coordinator"),
  "team.statement._index": only("agency_lead"),
  "team.statement[.]csv": only("agency_lead"),
  "team.statement[.]xlsx": only("agency_lead"),
  "team.people.$id": only("line_manager", "agency_lead"),
  "trainer._index": whoDeliver,
  "trainer.registers.$id._index": whoDeliver,
  "trainer.registers.$id.code": whoDeliver,
  "trainer.registers.$id.questions": whoDeliver,
  "trainer.registers.$id.register[.]csv": whoDeliver,
  "trainer.registers.$id.rows": whoDeliver,
  "trainer.registers.$id.sheet": whoDeliver,
  "trainer.registers.$id.taps": whoDeliver,
  "trainer.registers.$id.walk-in": whoDeliver,
  "trainer.sessions.$id._index": whoDeliver,
  "trainer.sessions.$id.answers": whoDeliver,
  "unsubscribe.$token": anyone,
  "verify.$number": anyone,
  "verify._index": anyone,
};

/** Pages that tell the audit trail when somebody only looks: nothing else may change by looking. */
export const looksAreRecorded: readonly string[] = [
  "admin.people.$id._index",
  "team.people.$id",
  "admin.complaints.$id",
  "admin.people.$id.erasure",
  "admin.people.$id.merge",
];
