// Every address of the service, made in one place.
const withQuery = (path: string, query: Record<string, string | undefined>) => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
};

export const paths = {
  home: () => "/",
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
  myAddressLink: (token: string) => `/my/account/address/${encodeURIComponent(token)}`,
  team: (query: Record<string, string | undefined> = {}) => withQuery("/team", query),
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
  trainerRegister: (meetingId: string) => `/trainer/registers/${encodeURIComponent(meetingId)}`,
  manage: () => "/manage",
  manageSchedule: () => "/manage/sessions/new",
  manageTrainers: () => "/manage/trainers",
  manageSession: (id: string) => `/manage/sessions/${encodeURIComponent(id)}`,
  impact: (query: Record<string, string | undefined> = {}) => withQuery("/impact", query),
  courseImpact: (slug: string) => `/impact/courses/${encodeURIComponent(slug)}`,
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
