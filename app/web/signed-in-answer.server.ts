// The answer to someone who has just signed in: their cookies, and the way on to where they were going.
import { redirect } from "@remix-run/node";
import { readSignedIn, signOut } from "~/domain/accounts/accounts.server";
import { keepKnownBrowser, keepSignedIn, readAuthSecret } from "./cookies.server";
import type { Visit } from "./enter.server";
import { paths, safeReturn } from "./paths";

/** Home is where people start, so someone who signed in there goes on to their own page. */
export function wayOn(to: string | null): string {
  const safe = safeReturn(to);
  return safe === paths.home() ? paths.my() : safe;
}

/** What the browser calls itself, for the person's list of where they are signed in. */
export const deviceOf = (request: Request) => request.headers.get("User-Agent");

/** A session that this browser had before ends: nobody is signed in twice from one browser. */
export async function answerSignedIn(
  visit: Visit,
  request: Request,
  given: { secret: string; email: string; to: string | null; alsoSet?: string[] },
): Promise<Response> {
  const before = await readAuthSecret(request, visit.settings);
  // A session that was renewed has ended by itself: its old secret opens nothing.
  const ended = before === null ? null : await readSignedIn(visit, before);
  if (before && ended) await signOut(visit, { secret: before, personId: ended.person.id });
  const headers = new Headers();
  headers.append("Set-Cookie", await keepSignedIn(given.secret, visit.settings));
  headers.append("Set-Cookie", await keepKnownBrowser(request, given.email, visit.settings));
  for (const cookie of given.alsoSet ?? []) headers.append("Set-Cookie", cookie);
  return redirect(wayOn(given.to), { headers });
}
