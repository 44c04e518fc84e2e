// The forms of booking several people: what is chosen so far, what would become of it, and doing it.
import {
  bookGroup,
  canBeBooked,
  findColleagues,
  type GroupRefusal,
  mostInAGroup,
  readGroupChances,
  weighGroup,
} from "~/domain/bookings/bookings.server";
import type { FormState } from "~/shared/form-state";
import type { Visit } from "~/web/enter.server";
import { formWith } from "~/web/forms.server";
import { readPasted } from "~/web/pasted-addresses";

const pageSize = 25;
const longestPaste = 6000;
/** More than can be booked, so that ticking too many is said and not cut short. */
const mostTicked = 100;

export type Choice = { personIds: string[]; q: string; page: number; pasted: string };
export const nothingChosen: Choice = { personIds: [], q: "", page: 1, pasted: "" };

export const readChoice = (posted: FormData): Choice => ({
  personIds: [...new Set(posted.getAll("personId").map(String))],
  q: String(posted.get("q") ?? "")
    .trim()
    .slice(0, 100),
  page: Number(posted.get("page") ?? "1"),
  pasted: String(posted.get("pasted") ?? ""),
});

/** Whom to choose from: those chosen so far, and a page of the others that the search finds. */
export function showPick(visit: Visit, sessionId: string, choice: Choice, form?: FormState) {
  const { agency } = readGroupChances(visit, sessionId);
  const chosen = choice.personIds.slice(0, mostTicked);
  const picked = weighGroup(visit, { sessionId, personIds: chosen, emails: [] }).flatMap(
    ({ person }) => person ?? [],
  );
  const wanted = { number: choice.page, size: pageSize };
  const { total, page, people } = findColleagues(visit, { agencyId: agency.id, q: choice.q }, wanted);
  return {
    step: "pick" as const,
    form,
    q: choice.q,
    pasted: choice.pasted,
    picked,
    others: people.filter(({ id }) => !chosen.includes(id)),
    total,
    page,
    pages: Math.ceil(total / pageSize),
  };
}

function showCheck(
  visit: Visit,
  sessionId: string,
  wish: { personIds: string[]; emails: string[] },
  form?: FormState,
) {
  const lines = weighGroup(visit, { sessionId, ...wish });
  return {
    step: "check" as const,
    form,
    bookable: lines.filter(canBeBooked),
    others: lines.filter((line) => !canBeBooked(line)),
  };
}

/** Checks what is chosen: the lines, or what to put right first. */
export function check(visit: Visit, sessionId: string, posted: FormData) {
  const choice = readChoice(posted);
  const again = (errors: Record<string, string>) =>
    ({ status: 400, shown: showPick(visit, sessionId, choice, formWith(posted, errors)) }) as const;
  if (choice.pasted.length > longestPaste)
    return again({ pasted: `Paste ${mostInAGroup} addresses or fewer at once` });
  const { emails, unreadable } = readPasted(choice.pasted);
  if (unreadable.length > 0)
    return again({ pasted: `“${unreadable[0]?.slice(0, 60)}” is not an email address` });
  const many = choice.personIds.length + emails.length;
  if (many === 0) return again({ personId: "Select at least one person, or paste an address" });
  if (many > mostInAGroup) return again({ personId: `Book ${mostInAGroup} people or fewer at once` });
  return {
    status: 200,
    shown: showCheck(visit, sessionId, { personIds: choice.personIds, emails }),
  } as const;
}

/** Books those who are ticked, all or none: how they stand then, or the check to show again. */
export function book(visit: Visit, sessionId: string, posted: FormData) {
  const { personIds } = readChoice(posted);
  const again = (errors: Record<string, string>) =>
    ({
      ok: false,
      shown: showCheck(
        visit,
        sessionId,
        { personIds: personIds.slice(0, mostInAGroup), emails: [] },
        formWith(posted, errors),
      ),
    }) as const;
  // Read first: an id of somebody else's agency is not found, whatever else was posted.
  weighGroup(visit, { sessionId, personIds: personIds.slice(0, mostInAGroup), emails: [] });
  const { modes } = readGroupChances(visit, sessionId);
  const mode =
    modes.find((one) => one.mode === posted.get("mode"))?.mode ??
    (modes.length === 1 ? modes[0]?.mode : undefined);
  if (!mode) return again({ mode: "Select in the room or online" });
  const ifFull = posted.get("ifFull") === "wait" ? "wait" : "refuse";
  const booked = bookGroup(visit, { sessionId, personIds, ifFull, mode });
  if (booked.ok) return { ok: true, state: booked.value.state } as const;
  return again(refusalsInWords(booked.reason));
}

function refusalsInWords(reason: GroupRefusal): Record<string, string> {
  if (reason === "nobody") return { personId: "Select at least one person" };
  if (reason === "too many") return { personId: `Book ${mostInAGroup} people or fewer at once` };
  if (reason === "full")
    return {
      ifFull: "There are not enough places for all of them. Untick some, or let them wait as a group",
    };
  return {
    "": "Nobody was booked: some of them cannot be booked any more. Check the list and book the others",
  };
}
