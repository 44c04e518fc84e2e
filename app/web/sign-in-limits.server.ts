// How often signing in may be tried, so that passwords and codes cannot be guessed and no stranger locks an owner out.
import { minutesInWords } from "~/shared/format";
import { knownBrowserOf } from "./cookies.server";
import type { Visit } from "./enter.server";
import type { LimitKind } from "./limits.server";

type Count = [kind: LimitKind, key: string];
export type Try = { ok: true; wentWell(): Promise<void> } | { ok: false; wait: string };

/** Takes from each limit in turn; the first that is used up ends it. */
async function take(visit: Visit, counts: Count[]): Promise<Try> {
  for (const [kind, key] of counts) {
    const taken = await visit.limits.take(kind, key);
    if (!taken.ok) return { ok: false, wait: minutesInWords(taken.retryAfterSeconds) };
  }
  return {
    ok: true,
    async wentWell() {
      for (const [kind, key] of counts) await visit.limits.giveBack(kind, key);
    },
  };
}

/** One guess at a password. Each browser that was signed in to the account before has its own count. */
export async function tryPassword(visit: Visit, request: Request, email: string): Promise<Try> {
  const known = await knownBrowserOf(request, email, visit.settings);
  return take(
    visit,
    known !== null
      ? [["guessesFromKnownBrowser", `${known} ${email}`]]
      : [
          ["guessesFromClient", visit.address],
          ["guessesAtAccount", email],
        ],
  );
}

/** One letter with a link. What is used up for a mailbox is so for its owner too, but the letters are in it. */
export const tryLink = (visit: Visit, email: string): Promise<Try> =>
  take(visit, [
    ["linksFromClient", visit.address],
    ["linksToMailbox", email],
  ]);

/** One letter to prove a new address. Counted apart from links: whoever asks must not use up the links of its owner. */
export const tryAddress = (visit: Visit, personId: string, email: string): Promise<Try> =>
  take(visit, [
    ["addressLettersOfPerson", personId],
    ["addressLettersToMailbox", email],
  ]);

export const tryCode = (visit: Visit, personId: string): Promise<Try> =>
  take(visit, [["codesOfPerson", personId]]);

export const tryRegistration = (visit: Visit): Promise<Try> =>
  take(visit, [["registrationsFromClient", visit.address]]);
