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
  register: (to?: string) => withQuery("/register", { to }),
  my: () => "/my",
  myNeeds: () => "/my/needs",
  evaluation: (token: string) => `/evaluate/${encodeURIComponent(token)}`,
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
  const doubled = /^\/(\/|\\|%2f|%5c)/i.test(path) || /\/\//.test(path);
  return url.origin === here && !doubled ? path + url.search : paths.home();
}
