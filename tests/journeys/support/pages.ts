// Every page behind a sign-in, by who opens it and how they get there.
import { messages } from "./pages-of-messages";
import { aSession, begins, by, ends, ofASession, type Reached } from "./ways";

const aPerson = (name: string, ...links: string[]): Reached =>
  by(`/admin/people?left=either&q=${name}`, "main table a[href^='/admin/people/']", ...links);
const merge = ends("/merge");
const erasure = ends("/erasure");

/** Whoever looks after the service, with more rights or fewer. */
const lookingAfter: Record<string, Reached> = {
  admin: "/admin",
  people: "/admin/people",
  "people who wait for their agency's word": "/admin/people?standing=awaiting",
  "nobody found": "/admin/people?q=nobody-is-called-this",
  "a person": aPerson("practitioner2@"),
  "a person who has left": aPerson("Foamcrester"),
  "a person who waits for their agency's word": by(
    "/admin/people?standing=awaiting&q=morfaber",
    "main table a[href^='/admin/people/']",
  ),
  agencies: "/admin/agencies",
  "the audit trail": "/admin/audit",
  "the audit trail of a person": aPerson("practitioner2@", begins("/admin/audit?person=")),
  complaints: "/admin/complaints",
  "a complaint": by("/admin/complaints", begins("/admin/complaints/")),
  "how long records are kept": "/admin/retention",
};

const practitioner: Record<string, Reached> = {
  "my training": "/my",
  "my training in my own calendar": "/calendar/subscribe",
  "what my role needs": "/my/needs",
  "a booking": by("/my", "main a[href^='/bookings/']:not([href$='/offer'])"),
  "cancelling a booking": by("/my", ends("/cancellation")),
  "moving a booking": by("/my", "main h3 a", ends("/move")),
  "an offer": by("/my", ends("/offer")),
  "an evaluation": by("/my", begins("/evaluate/")),
  "finding my questions": "/check-in/questions",
  "a session": by("/courses/gcp2-antenatal", begins("/sessions/")),
  "booking a place": by("/courses/gcp2-antenatal", begins("/sessions/"), ends("/book")),
  "booking where a line manager has to agree": by(
    "/courses/impact-chronology",
    begins("/sessions/"),
    ends("/book"),
  ),
  "my record": by("/my", ends("/my/record")),
  "a certificate": by("/my/record", begins("/my/certificates/")),
  "checking a certificate": by("/my/record", begins("/my/certificates/"), begins("/verify/")),
  "learning elsewhere": by("/my", ends("/my/learning")),
  "telling of learning elsewhere": by("/my/learning", ends("/my/learning/new")),
  "checking in": "/check-in",
  "the mail tray": "/mail-tray",
  "my account": by("/", ".app-header__account a"),
  "my details": by("/my/account", ends("/my/account/details")),
  "my address": by("/my/account", ends("/my/account/address")),
  "my password": by("/my/account", ends("/my/account/password")),
  "my second step": by("/my/account", ends("/my/account/second-factor")),
  "where I am signed in": by("/my/account", ends("/my/account/devices")),
  "my data": by("/my/account", ends("/my/account/data")),
  "my messages": by("/my/account", ends("/my/account/messages")),
  "the training calendar": "/calendar",
  "the training calendar as a list": "/calendar?view=list",
  "complaining about my data": "/privacy/complaint",
};

const lead: Record<string, Reached> = {
  team: "/team",
  "one of the agency": by("/team", "#people a[href^='/team/people/']"),
  "nobody found": "/team?q=nobody-is-called-this",
  approvals: "/team/approvals",
  "the agency's bookings": by("/team", ends("/team/bookings")),
  "no bookings found": "/team/bookings?from=2099-01-01",
  "giving a place to a colleague": by("/team/bookings", ends("/substitute")),
  "reserved places": by("/team", begins("/team/places/")),
  "booking for the team": by("/courses/gcp2-antenatal", begins("/sessions/"), begins("/team/bookings/new/")),
  "the agency's statement": by("/team", ends("/team/statement")),
  "a charge to the agency": by("/team/statement", begins("/my/charges/")),
};

const aRegister = [begins("/trainer/registers/")];
const trainer: Record<string, Reached> = {
  teaching: "/trainer",
  "who is coming": by("/trainer", begins("/trainer/sessions/")),
  "a register": by("/trainer", ...aRegister),
  "the code to check in with": by("/trainer", ...aRegister, ends("/code")),
  "my messages": by("/my/account", ends("/my/account/messages")),
  "my teaching in my own calendar": "/calendar/subscribe",
  "writing to those who come": by(
    "/trainer",
    // Not one that they are still asked about: those are in the banner.
    "#next-session ~ * a[href^='/trainer/sessions/']",
    ends("/write"),
  ),
  "the sheet to sign": by("/trainer", ...aRegister, ends("/sheet")),
  "marks from a file": by("/trainer", ...aRegister, ends("/rows")),
  "adding someone who just came": by("/trainer", ...aRegister, ends("/walk-in")),
  "the code for the questions": by("/trainer", ...aRegister, ends("/questions")),
  "what people said": by(
    "/trainer",
    "main table:has-text('What you have taught lately') a[href^='/trainer/sessions/']",
    ends("/answers"),
  ),
};

/** Of the questions that fewest journeys answer; begun by the first who looks. */
const aDraft =
  "main button[name='draft'][value='T4'], main a:has-text('Go on with version'):has-text('Six months')";
const questions: Record<string, Reached> = {
  "evaluation questions": by("/manage", ends("/manage/evaluations")),
  "a question set": by("/manage/evaluations", begins("/manage/evaluations/")),
  "a question set as people see it": by(
    "/manage/evaluations",
    begins("/manage/evaluations/"),
    ends("/preview"),
  ),
  "a draft of questions": by("/manage/evaluations", aDraft),
  "a new question": by("/manage/evaluations", aDraft, "main a[href*='/items/new']"),
  "changing a question": by(
    "/manage/evaluations",
    aDraft,
    "main a[href*='/items/']:not([href*='/items/new'])",
  ),
  "publishing questions": by("/manage/evaluations", aDraft, ends("/publish")),
  "what a course asks besides": by("/manage/evaluations", "main table a[href^='/manage/courses/']"),
  "what people wrote": by("/manage", ends("/manage/comments")),
  "what was quoted of it": "/manage/comments?state=quoted",
  "reading what somebody wrote": by("/manage/comments", begins("/manage/comments/")),
  "practice measures": by("/manage", ends("/manage/measures")),
  "a practice measure": by("/manage/measures", "main table a[href^='/manage/measures/']"),
  "a new practice measure": by("/manage/measures", ends("/manage/measures/new")),
  // The oldest: all its stages are over.
  "what a session's people said": by(
    "/manage/sessions?status=delivered&sort=date&order=asc",
    aSession,
    ends("/answers"),
  ),
  "a session of which nothing is said yet": ofASession(ends("/answers")),
};

const inReview = "main tr:has-text('In review') a";
const madePublic = "main tr:has-text('Public') a";
/** Of those who read figures. */
const impact: Record<string, Reached> = {
  impact: "/impact",
  "impact of a course": by("/impact", begins("/impact/courses/")),
  "what a figure means": by("/impact", begins("/impact/figures/")),
  "what a figure of a course means": by("/impact", begins("/impact/courses/"), begins("/impact/figures/")),
  "impact reports": by("/impact", ends("/impact/releases")),
  "an impact report": by("/impact/releases", madePublic),
  "an impact report in review": by("/impact/releases", inReview),
};

const coordinator: Record<string, Reached> = {
  manage: "/manage",
  programme: by("/manage", ends("/manage/sessions")),
  "a programme that is empty": "/manage/sessions?q=nothing-is-called-this",
  "a session to manage": ofASession(),
  "a new session": by("/manage", ends("/manage/sessions/new")),
  "changing a session": ofASession(ends("/edit")),
  "duplicating a session": ofASession(ends("/duplicate")),
  "repeating a session": ofASession(ends("/series")),
  "postponing a session": ofASession(ends("/postpone")),
  "cancelling a session": ofASession(ends("/cancel")),
  "a waiting list": ofASession(ends("/queue")),
  "places kept": ofASession(ends("/places")),
  "booking for somebody": ofASession(ends("/book")),
  "publishing when nothing is ticked": "/manage/sessions/publish",
  "a booking in full": ofASession(begins("/manage/bookings/")),
  "requests and approvals": by("/manage", ends("/manage/approvals")),
  courses: by("/manage", ends("/manage/courses")),
  "a course": by("/manage/courses", "main table a[href^='/manage/courses/']"),
  "changing a course": by("/manage/courses", "main table a[href^='/manage/courses/']", ends("/edit")),
  "a course's booking rules": by(
    "/manage/courses",
    "main table a[href^='/manage/courses/']",
    ends("/booking-rules"),
  ),
  "a new course": by("/manage/courses", ends("/manage/courses/new")),
  themes: by("/manage/courses", ends("/manage/courses/themes")),
  competencies: by("/manage/courses", ends("/manage/courses/competencies")),
  venues: by("/manage", ends("/manage/venues")),
  "a venue": by("/manage/venues", "main a[href^='/manage/venues/']:not([href$='/new'])"),
  "a new venue": by("/manage/venues", ends("/manage/venues/new")),
  "the training pool": by("/manage", ends("/manage/trainers")),
  registers: by("/manage", ends("/manage/registers")),
  certificates: by("/manage", ends("/manage/certificates")),
  "learning elsewhere": by("/manage", ends("/manage/learning")),
  "learning to look at": by("/manage/learning", begins("/manage/learning/")),
  charges: by("/manage", ends("/manage/charges")),
  "a charge": by("/manage/charges", begins("/manage/charges/")),
  terms: by("/manage", ends("/manage/terms")),
  "new terms": by("/manage/terms", ends("/new")),
  needs: "/needs",
  ...messages,
  ...questions,
  ...impact,
  "drafting an impact report": by("/impact/releases", ends("/impact/releases/new")),
  "what a report decided": by("/impact/releases", madePublic, ends("/actions")),
  "withdrawing an impact report": by("/impact/releases", madePublic, ends("/withdraw")),
  ...lookingAfter,
};

export const pages: Record<string, Record<string, Reached>> = {
  "practitioner@example.org": practitioner,
  "manager@example.org": {
    team: "/team",
    "one of the team": by("/team", begins("/team/people/")),
    approvals: "/team/approvals",
  },
  "practitioner2@example.org": {
    "what is asked before": by("/my", "main a:has-text('Answer the questions before')"),
    "what is asked at the end": by("/my", "main a:has-text('Say what changed')"),
    "what is asked weeks later": by("/my", "main a:has-text('Say what you kept')"),
  },
  "lead@example.org": lead,
  "trainer@example.org": trainer,
  "coordinator@example.org": coordinator,
  "sdg@example.org": {
    ...impact,
    "signing off an impact report": by("/impact/releases", inReview, ends("/sign-off")),
    needs: "/needs",
  },
  "scrutineer@example.org": impact,
  "admin@example.org": {
    ...lookingAfter,
    "an agency": by("/admin/agencies", "main table a[href^='/admin/agencies/']"),
    boards: "/admin/boards",
    settings: "/admin/settings",
    "the words of the letters": by("/admin", ends("/manage/messages/wording")),
    "the words of a letter": by(
      "/admin",
      ends("/manage/messages/wording"),
      ends("/wording/booking-confirmed"),
    ),
    "finding an account to merge": aPerson("learner0306@", merge),
    "erasing someone who is booked": aPerson("practitioner2@", erasure),
    "erasing someone who has left": aPerson("Foamcrester", erasure),
    "their own account": aPerson("admin@"),
  },
};
