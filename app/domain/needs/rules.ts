// Pure rules of training needs: how someone stands with a requirement on a day, and what to put on next.
import { addMonths, type CivilDate } from "~/shared/civil-time";
import { minutes } from "~/shared/clock";
import type { AssessmentAnswer, CourseToBook, NeedKind, NeedStatus, Said } from "./needs";

/**
 * How long before the day of the answer the training was, in months: more than `over`, at most `atMost`.
 * Exactly a year ago is "within a year", exactly three years ago "one to three years ago".
 */
const ago = {
  "within a year": { over: 0, atMost: 12 },
  "one to three years ago": { over: 12, atMost: 36 },
  "over three years ago": { over: 36, atMost: Number.POSITIVE_INFINITY },
} as const;

/** An answer that puts someone in date is taken at its word this long; after that only what it still proves counts. */
const takenAtItsWord = 6;

/** What is known of someone and one competency on a day; nothing from after that day. */
export type Known = {
  /** Last day of the newest session attended in full here of a course that teaches it. */
  trainedOn: CivilDate | null;
  /** Learning elsewhere that a coordinator accepted: the day it was done, and the last day it counts (null: no end). */
  elsewhere?: readonly { on: CivilDate; until: CivilDate | null }[];
  /** Their newest answer that is not blank. */
  said: Said | null;
};

/**
 * How someone stands on a day with a requirement that is renewed every `renewMonths` (null: once is enough).
 *
 * A record here counts up to and including its renewal day: trained on 12 March 2024 with 36 months is held through
 * 12 March 2027. The renewal of 29 February in a year without one is 28 February. Accepted learning elsewhere is a
 * record like it, and ends sooner where the coordinator said so; of several records the one that counts longest counts.
 *
 * Without a record that is in date, what they said counts, for as long as it can:
 * - in date for certain while even the earliest day they may mean is (and for six months from the answer): reported
 * - out of date for certain once even the latest day they may mean is: gap
 * - between the two, and for "not sure" or no answer: unknown
 *
 * As said, before time passes:
 * | renewal              | within a year | one to three years ago | over three years ago | never |
 * | under 12 months      | unknown       | gap                    | gap                  | gap   |
 * | 12 months            | reported      | gap                    | gap                  | gap   |
 * | 13 to 35 months      | reported      | unknown                | gap                  | gap   |
 * | 36 months            | reported      | reported               | gap                  | gap   |
 * | over 36 months       | reported      | reported               | unknown              | gap   |
 * | once is enough       | reported      | reported               | reported             | gap   |
 *
 * A record that has run out is a gap, unless they say they were trained more recently than that record: an answer the
 * record itself explains, or that is older than the record, tells nothing new.
 *
 * @param later adds months to a date; a caller with many people passes one that remembers
 */
export function needStatus(
  renewMonths: number | null,
  { trainedOn: trainedHere, elsewhere = [], said }: Known,
  on: CivilDate,
  later: (date: CivilDate, months: number) => CivilDate = addMonths,
): NeedStatus {
  const record = lastingRecord(renewMonths, { trainedHere, elsewhere }, later);
  if (record === null) return statusAsSaid(renewMonths, said, on, later);
  const { trainedOn, until } = record;
  if (until === null || on <= until) return { kind: "held", trainedOn, until };
  if (said && tellsOfLaterTraining(said, trainedOn, later)) {
    const asSaid = statusAsSaid(renewMonths, said, on, later);
    if (asSaid.kind === "reported") return asSaid;
  }
  return { kind: "gap", because: "ran out", until };
}

/** The record that counts longest, with its last day (null: for ever); null where there is none. */
function lastingRecord(
  renewMonths: number | null,
  { trainedHere, elsewhere }: { trainedHere: CivilDate | null; elsewhere: NonNullable<Known["elsewhere"]> },
  later: (date: CivilDate, months: number) => CivilDate,
): { trainedOn: CivilDate; until: CivilDate | null } | null {
  const here = trainedHere === null ? [] : [{ on: trainedHere, until: null }];
  let lasting: { trainedOn: CivilDate; until: CivilDate | null } | null = null;
  for (const { on: trainedOn, until: saidUntil } of [...here, ...elsewhere]) {
    const renewal = renewMonths === null ? null : later(trainedOn, renewMonths);
    const until = earlier(renewal, saidUntil);
    if (lasting === null || (lasting.until !== null && (until === null || until > lasting.until)))
      lasting = { trainedOn, until };
  }
  return lasting;
}

const earlier = (a: CivilDate | null, b: CivilDate | null) => (a === null || (b !== null && b < a) ? b : a);

function statusAsSaid(
  renewMonths: number | null,
  said: Said | null,
  on: CivilDate,
  later: (date: CivilDate, months: number) => CivilDate,
): NeedStatus {
  if (!said) return { kind: "unknown", because: "nothing said" };
  const { lastTrained, on: saidOn } = said;
  if (lastTrained === "not sure") return { kind: "unknown", because: "not sure", saidOn };
  if (lastTrained === "never") return { kind: "gap", because: "said never", saidOn };
  if (renewMonths === null) return { kind: "reported", saidOn, until: null };

  const { over, atMost } = ago[lastTrained];
  const outOfDate = over >= renewMonths || on > later(saidOn, renewMonths - over);
  if (outOfDate) return { kind: "gap", because: "said out of date", saidOn };
  if (atMost <= renewMonths) {
    const until = later(saidOn, Math.max(renewMonths - atMost, takenAtItsWord));
    if (on <= until) return { kind: "reported", saidOn, until };
  }
  return { kind: "unknown", because: "cannot tell", saidOn };
}

function tellsOfLaterTraining(
  said: Said,
  trainedOn: CivilDate,
  later: (date: CivilDate, months: number) => CivilDate,
): boolean {
  if (said.lastTrained !== "within a year" && said.lastTrained !== "one to three years ago") return false;
  return trainedOn < later(said.on, -ago[said.lastTrained].atMost);
}

const soon = 3;

/** Whether what is held must be renewed within three months: time to book. */
export const isDueSoon = (status: NeedStatus, on: CivilDate) =>
  status.kind === "held" && status.until !== null && status.until <= addMonths(on, soon);

const weakestFirst: readonly NeedKind[] = ["gap", "unknown", "reported", "held"];

/** What needs doing first comes first: gaps, not known, said, and then held by the day to renew. */
export function byUrgency(a: { status: NeedStatus }, b: { status: NeedStatus }): number {
  const order = weakestFirst.indexOf(a.status.kind) - weakestFirst.indexOf(b.status.kind);
  return order !== 0 ? order : dayOf(a.status).localeCompare(dayOf(b.status));
}

const dayOf = (status: NeedStatus) => (status.kind === "held" ? (status.until ?? "9999-12-31") : "");

/** At most two courses to offer someone: those with a free place first, then full ones, then those without a date. */
export function bestToBook(courses: readonly CourseToBook[]): CourseToBook[] {
  const rank = ({ next }: CourseToBook) => {
    const first = next?.dates[0];
    if (!next || !first) return "3";
    return `${next.placesLeft > 0 ? 1 : 2} ${first.date} ${first.startTime}`;
  };
  return [...courses].sort((a, b) => rank(a).localeCompare(rank(b))).slice(0, 2);
}

/** Counts of people who need one thing, null where they are not to be shown. */
export type ShownCounts = Record<NeedKind | "required", number | null>;

/**
 * Competencies by the share of the people who need them that have a gap or are not known, the largest first; among
 * equals the one that more people need. Those that nobody lacks are left out. `unranked`: those whose shown counts do
 * not say how many that are.
 */
export function rankByNeed<Row extends { counts: ShownCounts }>(
  rows: readonly Row[],
): { ranked: (Row & { open: number })[]; unranked: Row[] } {
  const share = ({ open, counts }: Row & { open: number }) => open / (counts.required ?? open);
  const ranked = rows.flatMap((row) => {
    const open = openIn(row.counts);
    return open === null || open === 0 ? [] : [{ ...row, open }];
  });
  return {
    ranked: ranked.sort((a, b) => share(b) - share(a) || (b.counts.required ?? 0) - (a.counts.required ?? 0)),
    unranked: rows.filter((row) => openIn(row.counts) === null),
  };
}

/** People with a gap or not known, from whichever shown counts give it; null where none do. */
function openIn({ required, held, reported, gap, unknown }: ShownCounts): number | null {
  if (required === null) return null;
  if (gap !== null && unknown !== null) return gap + unknown;
  return held !== null && reported !== null ? required - held - reported : null;
}

const sameFormSent = minutes(1);

/** Whether an assessment is the one before it sent again: the same answers within a minute. */
export function isRepeat(
  before: { takenAt: number; answers: readonly AssessmentAnswer[] },
  answers: readonly AssessmentAnswer[],
  now: number,
): boolean {
  const asText = (list: readonly AssessmentAnswer[]) =>
    list
      .map(({ competencyId, lastTrained, confidence }) =>
        JSON.stringify([competencyId, lastTrained, confidence]),
      )
      .sort()
      .join();
  return now - before.takenAt < sameFormSent && asText(before.answers) === asText(answers);
}
