// Pure: when the monthly news of the offer leaves, and what is in it for whom.
import { isWorkingDay } from "~/domain/calendars/calendars.server";
import type { OfferNews } from "~/domain/notifications/notifications";
import { addDays, addMonths, type CivilDate, civilDateAt, instantOf } from "~/shared/civil-time";
import { days } from "~/shared/clock";

const leavesAt = "09:00";
/** Later than this an issue is left out: the next one says it. */
const latest = days(2);
/** No issue looks further ahead than this. */
export const monthsAhead = 4;
/** How many sessions a letter lists; more are counted. */
export const mostListed = 20;

/** A monthly issue: when it leaves, and since when what has come is new in it. */
export type Issue = { month: string; at: number; since: number };

/** The issue of a month, "2026-12": nine in the morning of its first working day. */
export function issueOf(month: string): Issue {
  const previous = addMonths(`${month}-01`, -1).slice(0, 7);
  return { month, at: momentOf(month), since: momentOf(previous) };
}

function momentOf(month: string): number {
  let day: CivilDate = `${month}-01`;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return instantOf(day, leavesAt);
}

/** The issue that is to leave now; null outside its time. */
export function issueDue(now: number): Issue | null {
  const issue = issueOf(civilDateAt(now).slice(0, 7));
  return issue.at <= now && now < issue.at + latest ? issue : null;
}

/** The next one to leave. */
export function nextIssue(now: number): Issue {
  const month = civilDateAt(now).slice(0, 7);
  const issue = issueOf(month);
  return issue.at > now ? issue : issueOf(addMonths(`${month}-01`, 1).slice(0, 7));
}

/** A session that takes bookings and has places. */
export type NewsSession = OfferNews["sessions"][number] & { boards: readonly string[]; theme: string };

/** Whether a session is part of what somebody asked for: "all", "board/CODE" or "theme/slug". */
const isAbout = ({ boards, theme }: NewsSession, about: string): boolean =>
  about === "all" || about === `theme/${theme}` || boards.some((code) => about === `board/${code}`);

/**
 * What an issue says to somebody with these subscriptions: all that fits, the new ones first to be listed, in the order of
 * their dates. Null where nothing is new: then there is no letter.
 * @param sessions soonest first
 */
export function newsFor(
  sessions: readonly NewsSession[],
  abouts: readonly string[],
): Pick<OfferNews, "sessions" | "more"> | null {
  const fitting = sessions.filter((session) => abouts.some((about) => isAbout(session, about)));
  if (!fitting.some(({ isNew }) => isNew)) return null;
  const listed = new Set(
    [...fitting.filter(({ isNew }) => isNew), ...fitting.filter(({ isNew }) => !isNew)].slice(0, mostListed),
  );
  return {
    sessions: fitting
      .filter((session) => listed.has(session))
      .map(({ boards: _boards, theme: _theme, ...session }) => session),
    more: fitting.length - listed.size,
  };
}
