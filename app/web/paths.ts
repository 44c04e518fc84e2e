// Every address of the service, made in one place.
import { calendarPaths, messagePaths } from "./paths-of-messages";
import { withQuery } from "./with-query";

export const paths = {
  home: () => "/",
  ...calendarPaths,
  ...messagePaths,
  courses: (query: Record<string, string | undefined> = {}) => withQuery("/courses", query),
  course: (slug: string) => `/courses/${encodeURIComponent(slug)}`,
  session: (id: string) => `/sessions/${encodeURIComponent(id)}`,
  book: (sessionId: string) => `/sessions/${encodeURIComponent(sessionId)}/book`,
  bookCheck: (sessionId: string) => `/sessions/${encodeURIComponent(sessionId)}/book/check`,
  booking: (id: string) => `/bookings/${encodeURIComponent(id)}`,
  cancellation: (id: string) => `/bookings/${encodeURIComponent(id)}/cancellation`,
  offer: (id: string) => `/bookings/${encodeURIComponent(id)}/offer`,
  signIn: (to?: string) => withQuery("/sign-in", { to: to === "/" ? undefined : to }),
  signOut: () => "/sign-out",
  askForLink: (to?: string) => withQuery("/sign-in/link", { to: to === "/" ? undefined : to }),
  linkSent: () => "/sign-in/sent",
  link: (token: string) => `/sign-in/link/${encodeURIComponent(token)}`,
  signInCode: (to?: string) => withQuery("/sign-in/code", { to: to === "/" ? undefined : to }),
  signInAgain: (to?: string) => withQuery("/sign-in/again", { to: to === "/" ? undefined : to }),
  signInWith: (provider: string, to?: string) =>
    withQuery(`/sign-in/with/${encodeURIComponent(provider)}`, { to: to === "/" ? undefined : to }),
  signInWithReturn: (provider: string) => `/sign-in/with/${encodeURIComponent(provider)}/return`,
  register: (to?: string) => withQuery("/register", { to: to === "/" ? undefined : to }),
  registerDetails: () => "/register/details",
  my: () => "/my",
  myNeeds: () => "/my/needs",
  myRecord: () => "/my/record",
  myRecordCsv: () => "/my/record.csv",
  myCertificate: (number: string) => `/my/certificates/${encodeURIComponent(number)}`,
  myCertificatePdf: (number: string) => `/my/certificates/${encodeURIComponent(number)}/certificate.pdf`,
  myLearning: (done?: string) => withQuery("/my/learning", { done }),
  myLearningNew: () => "/my/learning/new",
  myLearningOne: (id: string) => `/my/learning/${encodeURIComponent(id)}`,
  /** With a number: what that certificate is worth now. */
  verify: (number?: string) => (number === undefined ? "/verify" : `/verify/${encodeURIComponent(number)}`),
  /** For the person charged, and for the lead of the agency charged. */
  myCharge: (id: string, done?: string) => withQuery(`/my/charges/${encodeURIComponent(id)}`, { done }),
  myAccount: () => "/my/account",
  myDetails: () => "/my/account/details",
  myAddress: () => "/my/account/address",
  myPassword: () => "/my/account/password",
  mySecondFactor: () => "/my/account/second-factor",
  myDevices: () => "/my/account/devices",
  myData: () => "/my/account/data",
  myDataJson: () => "/my/account/data.json",
  myDataCsv: () => "/my/account/data.csv",
  evaluation: (token: string) => `/evaluate/${encodeURIComponent(token)}`,
  /** Where a form that is not finished saves itself. */
  evaluationDraft: (token: string) => `/evaluate/${encodeURIComponent(token)}/draft`,
  myAddressLink: (token: string) => `/my/account/address/${encodeURIComponent(token)}`,
  team: (query: Record<string, string | undefined> = {}) => withQuery("/team", query),
  teamStatement: (query: Record<string, string | undefined> = {}) => withQuery("/team/statement", query),
  teamStatementCsv: (query: Record<string, string | undefined> = {}) =>
    withQuery("/team/statement.csv", query),
  teamStatementXlsx: (query: Record<string, string | undefined> = {}) =>
    withQuery("/team/statement.xlsx", query),
  teamApprovals: (query: Record<string, string | undefined> = {}) => withQuery("/team/approvals", query),
  teamBookings: (query: Record<string, string | undefined> = {}) => withQuery("/team/bookings", query),
  /** Booking several people onto a session, or reserving places on it. */
  teamBook: (sessionId: string) => `/team/bookings/new/${encodeURIComponent(sessionId)}`,
  teamBookingsCsv: (query: Record<string, string | undefined> = {}) => withQuery("/team/bookings.csv", query),
  teamHeldPlaces: (id: string, done?: string) =>
    withQuery(`/team/places/${encodeURIComponent(id)}`, { done }),
  teamSubstitute: (bookingId: string) => `/team/bookings/${encodeURIComponent(bookingId)}/substitute`,
  /** The link in a line manager's letter. */
  approve: (token: string) => `/approve/${encodeURIComponent(token)}`,
  moveBooking: (id: string) => `/bookings/${encodeURIComponent(id)}/move`,
  /** One booking in full: its history, its letters, and what a coordinator may do with it. */
  manageBooking: (id: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/manage/bookings/${encodeURIComponent(id)}`, query),
  manageApprovals: (query: Record<string, string | undefined> = {}) => withQuery("/manage/approvals", query),
  manageQueue: (sessionId: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/manage/sessions/${encodeURIComponent(sessionId)}/queue`, query),
  /** A coordinator books for somebody. */
  manageBookFor: (sessionId: string) => `/manage/sessions/${encodeURIComponent(sessionId)}/book`,
  managePlaces: (sessionId: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/manage/sessions/${encodeURIComponent(sessionId)}/places`, query),
  teamPerson: (id: string) => `/team/people/${encodeURIComponent(id)}`,
  admin: () => "/admin",
  adminPeople: (query: Record<string, string | undefined> = {}) => withQuery("/admin/people", query),
  adminPeopleCsv: (query: Record<string, string | undefined> = {}) => withQuery("/admin/people.csv", query),
  adminPerson: (id: string) => `/admin/people/${encodeURIComponent(id)}`,
  adminPersonData: (id: string) => `/admin/people/${encodeURIComponent(id)}/data.json`,
  adminMerge: (id: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/admin/people/${encodeURIComponent(id)}/merge`, query),
  adminErasure: (id: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/admin/people/${encodeURIComponent(id)}/erasure`, query),
  adminRetention: (query: Record<string, string | undefined> = {}) => withQuery("/admin/retention", query),
  adminComplaints: () => "/admin/complaints",
  adminComplaint: (id: string, done?: string) =>
    withQuery(`/admin/complaints/${encodeURIComponent(id)}`, { done }),
  adminAgencies: () => "/admin/agencies",
  adminAgency: (id: string) => `/admin/agencies/${encodeURIComponent(id)}`,
  adminBoards: (query: Record<string, string | undefined> = {}) => withQuery("/admin/boards", query),
  adminSettings: () => "/admin/settings",
  adminAudit: (query: Record<string, string | undefined> = {}) => withQuery("/admin/audit", query),
  adminAuditCsv: (query: Record<string, string | undefined> = {}) => withQuery("/admin/audit.csv", query),
  trainer: () => "/trainer",
  trainerSession: (id: string) => `/trainer/sessions/${encodeURIComponent(id)}`,
  trainerRegister: (meetingId: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/trainer/registers/${encodeURIComponent(meetingId)}`, query),
  /** Where marks go that were made without a form. */
  trainerTaps: (meetingId: string) => `/trainer/registers/${encodeURIComponent(meetingId)}/taps`,
  trainerWalkIn: (meetingId: string) => `/trainer/registers/${encodeURIComponent(meetingId)}/walk-in`,
  trainerCode: (meetingId: string) => `/trainer/registers/${encodeURIComponent(meetingId)}/code`,
  /** The code of the questions on arrival or at the end. */
  trainerQuestions: (meetingId: string) => `/trainer/registers/${encodeURIComponent(meetingId)}/questions`,
  trainerSheet: (meetingId: string) => `/trainer/registers/${encodeURIComponent(meetingId)}/sheet`,
  trainerRows: (meetingId: string) => `/trainer/registers/${encodeURIComponent(meetingId)}/rows`,
  trainerRowsCsv: (meetingId: string) => `/trainer/registers/${encodeURIComponent(meetingId)}/register.csv`,
  checkInHere: () => "/check-in",
  checkIn: (token: string) => `/check-in/${encodeURIComponent(token)}`,
  /** The same code, scanned for a form to answer. */
  checkInToAnswer: (token: string) => `/check-in/${encodeURIComponent(token)}?for=questions`,
  /** Where somebody in the room finds their own form. */
  findForm: () => "/check-in/questions",
  manage: (query: Record<string, string | undefined> = {}) => withQuery("/manage", query),
  manageSchedule: () => "/manage/sessions/new",
  manageTrainers: () => "/manage/trainers",
  manageCourses: (query: Record<string, string | undefined> = {}) => withQuery("/manage/courses", query),
  manageCoursesCsv: (query: Record<string, string | undefined> = {}) =>
    withQuery("/manage/courses.csv", query),
  manageCourseNew: () => "/manage/courses/new",
  manageCourse: (slug: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/manage/courses/${encodeURIComponent(slug)}`, query),
  manageCourseEdit: (slug: string) => `/manage/courses/${encodeURIComponent(slug)}/edit`,
  manageBookingRules: (slug: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/manage/courses/${encodeURIComponent(slug)}/booking-rules`, query),
  manageThemes: (query: Record<string, string | undefined> = {}) =>
    withQuery("/manage/courses/themes", query),
  manageCompetencies: (query: Record<string, string | undefined> = {}) =>
    withQuery("/manage/courses/competencies", query),
  manageCertificates: (done?: string) => withQuery("/manage/certificates", { done }),
  manageLearning: (query: Record<string, string | undefined> = {}) => withQuery("/manage/learning", query),
  manageLearningOne: (id: string) => `/manage/learning/${encodeURIComponent(id)}`,
  manageTerms: (query: Record<string, string | undefined> = {}) => withQuery("/manage/terms", query),
  manageTermsNew: (boardCode: string) => `/manage/terms/${encodeURIComponent(boardCode)}/new`,
  manageCharges: (query: Record<string, string | undefined> = {}) => withQuery("/manage/charges", query),
  manageChargesCsv: (query: Record<string, string | undefined> = {}) =>
    withQuery("/manage/charges.csv", query),
  manageChargesXlsx: (query: Record<string, string | undefined> = {}) =>
    withQuery("/manage/charges.xlsx", query),
  manageCharge: (id: string, done?: string) =>
    withQuery(`/manage/charges/${encodeURIComponent(id)}`, { done }),
  manageRegisters: (query: Record<string, string | undefined> = {}) => withQuery("/manage/registers", query),
  manageRegistersCsv: (query: Record<string, string | undefined> = {}) =>
    withQuery("/manage/registers.csv", query),
  manageSessions: (query: Record<string, string | undefined> = {}) => withQuery("/manage/sessions", query),
  manageSessionsCsv: (query: Record<string, string | undefined> = {}) =>
    withQuery("/manage/sessions.csv", query),
  managePublish: () => "/manage/sessions/publish",
  manageSession: (id: string) => `/manage/sessions/${encodeURIComponent(id)}`,
  manageSessionEdit: (id: string) => `/manage/sessions/${encodeURIComponent(id)}/edit`,
  manageSessionDuplicate: (id: string) => `/manage/sessions/${encodeURIComponent(id)}/duplicate`,
  manageSessionSeries: (id: string) => `/manage/sessions/${encodeURIComponent(id)}/series`,
  manageSessionPostpone: (id: string) => `/manage/sessions/${encodeURIComponent(id)}/postpone`,
  manageSessionCancel: (id: string) => `/manage/sessions/${encodeURIComponent(id)}/cancel`,
  manageVenues: (query: Record<string, string | undefined> = {}) => withQuery("/manage/venues", query),
  manageVenueNew: () => "/manage/venues/new",
  manageVenue: (id: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/manage/venues/${encodeURIComponent(id)}`, query),
  impact: (query: Record<string, string | undefined> = {}) => withQuery("/impact", query),
  courseImpact: (slug: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/impact/courses/${encodeURIComponent(slug)}`, query),
  /** What a figure means and the counts behind it. */
  impactFigure: (key: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/impact/figures/${encodeURIComponent(key)}`, query),
  releases: (query: Record<string, string | undefined> = {}) => withQuery("/impact/releases", query),
  newRelease: (query: Record<string, string | undefined> = {}) => withQuery("/impact/releases/new", query),
  release: (id: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/impact/releases/${encodeURIComponent(id)}`, query),
  editRelease: (id: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/impact/releases/${encodeURIComponent(id)}/edit`, query),
  signOffRelease: (id: string) => `/impact/releases/${encodeURIComponent(id)}/sign-off`,
  publishRelease: (id: string) => `/impact/releases/${encodeURIComponent(id)}/publish`,
  withdrawRelease: (id: string) => `/impact/releases/${encodeURIComponent(id)}/withdraw`,
  releaseActions: (id: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/impact/releases/${encodeURIComponent(id)}/actions`, query),
  /** `ending`: csv, xlsx or docx. */
  releaseFile: (id: string, ending: "csv" | "xlsx" | "docx") =>
    `/impact/releases/${encodeURIComponent(id)}.${ending}`,
  manageMeasures: () => "/manage/measures",
  newMeasure: () => "/manage/measures/new",
  manageMeasure: (number: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/manage/measures/${encodeURIComponent(number)}`, query),
  manageEvaluations: (query: Record<string, string | undefined> = {}) =>
    withQuery("/manage/evaluations", query),
  manageCourseEvaluations: (slug: string, done?: string) =>
    withQuery(`/manage/courses/${encodeURIComponent(slug)}/evaluations`, { done }),
  manageInstrument: (id: string, done?: string) =>
    withQuery(`/manage/evaluations/${encodeURIComponent(id)}`, { done }),
  publishInstrument: (id: string) => `/manage/evaluations/${encodeURIComponent(id)}/publish`,
  newItem: (id: string, kind: string) =>
    withQuery(`/manage/evaluations/${encodeURIComponent(id)}/items/new`, { kind }),
  changeItem: (id: string, itemId: string) =>
    `/manage/evaluations/${encodeURIComponent(id)}/items/${encodeURIComponent(itemId)}`,
  previewInstrument: (id: string, course?: string) =>
    withQuery(`/manage/evaluations/${encodeURIComponent(id)}/preview`, { course }),
  /** What people wrote in evaluations, for those who read and redact it. */
  manageComments: (query: Record<string, string | undefined> = {}) => withQuery("/manage/comments", query),
  manageComment: (id: string) => `/manage/comments/${encodeURIComponent(id)}`,
  manageSessionAnswers: (sessionId: string) => `/manage/sessions/${encodeURIComponent(sessionId)}/answers`,
  trainerSessionAnswers: (sessionId: string) => `/trainer/sessions/${encodeURIComponent(sessionId)}/answers`,
  needs: () => "/needs",
  mailTray: () => "/mail-tray",
  letter: (id: string) => `/mail-tray/${encodeURIComponent(id)}`,
  theme: () => "/theme.css",
  accessibility: () => "/accessibility",
  privacy: () => "/privacy",
  /** With a reference: how far that complaint has come. */
  complaint: (reference?: string) => withQuery("/privacy/complaint", { reference }),
  cookies: () => "/cookies",
} as const;

/**
 * Where to go after signing in, if `to` is an address of this service; home for anything that could lead elsewhere.
 * The answer is rebuilt from what a browser would make of it, so no trick of slashes or encoding survives.
 */
export function safeReturn(to: string | null): string {
  if (!to?.startsWith("/") || /[\\\p{Cc}]/u.test(to)) return paths.home();
  const here = "http://here.invalid";
  let url: URL;
  try {
    url = new URL(to, here);
  } catch {
    return paths.home();
  }
  const path = url.pathname;
  // No address of ours has two slashes together, or a slash or a control character in disguise.
  const strange = /\/\/|%(?:[01][0-9a-f]|2f|5c|7f)/i.test(path);
  return url.origin === here && !strange ? path + url.search : paths.home();
}
