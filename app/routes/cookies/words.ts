// What each cookie is for and when it is kept, in words: one for every cookie that there is, or this does not compile.
import { counted } from "~/shared/format";
import type { cookieList } from "~/web/cookies.server";

export type CookieKind = keyof typeof cookieList;

export const cookieWords: Record<CookieKind, { purpose: string; when: string; until: string }> = {
  signedIn: {
    purpose: "Keeps you signed in. It holds a random secret and nothing about you.",
    when: "When you sign in",
    until: "or until you sign out, or have not used the service for a while",
  },
  knownBrowser: {
    purpose:
      "Knows this browser again, so that strangers who guess at your password cannot lock you out. It holds marks that tell nobody who you are.",
    when: "When you sign in",
    until: "after you last signed in",
  },
  joining: {
    purpose:
      "Remembers that an email address is yours while you make an account. It holds the address and what your organisation told us.",
    when: "When you make an account",
    until: "or until the account is made",
  },
  signingIn: {
    purpose:
      "Makes sure that the answer from your organisation belongs to what you began. It holds random numbers and the page you were going to.",
    when: "When you sign in with your organisation’s account",
    until: "or until you are signed in",
  },
  checkingIn: {
    purpose:
      "Remembers that you scanned the code in the room in time, so that you can sign in and check in, or find the questions that you are asked there. It holds the number of the session and nothing about you.",
    when: "When you scan the code at a session",
    until: "after you scan it",
  },
};

const minute = 60;
const day = 24 * 60 * minute;

/** "10 minutes", "90 days", "1 year" */
export function spanOf(seconds: number): string {
  if (seconds < day) return counted(Math.round(seconds / minute), "minute");
  const days = Math.round(seconds / day);
  return days % 365 === 0 ? counted(days / 365, "year") : counted(days, "day");
}
