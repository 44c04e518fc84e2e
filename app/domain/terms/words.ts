// A board's terms in plain sentences: the same on the pages of coordinators and of those who book.
import { civilDateAt, startOfDay } from "~/shared/civil-time";
import { counted, duration, listed, longDate, longDateTimeAt, poundsAndPence } from "~/shared/format";
import type { GraceKind, NoticeUnit, Rates, TermsRules, WaitingPolicy } from "./terms";

export type TermsPart = {
  about: "cancelling" | "not coming" | "rates" | "waiting" | "approval" | "reserved places" | "also";
  heading: string;
  sentences: string[];
};

const unitInWords: Record<NoticeUnit, string> = {
  "working days": "full working day",
  "calendar days": "day",
  hours: "hour",
};
/** "3 full working days’ notice" */
function noticeInWords(count: number, unit: NoticeUnit): string {
  const amount = counted(count, unitInWords[unit]);
  return `${amount}${count === 1 ? "’s" : "’"} notice`;
}
const shareInWords = (percent: number) => (percent === 100 ? "the full rate" : `${percent}% of the rate`);

const howCounted: Record<NoticeUnit, string> = {
  "working days":
    "The day you cancel and the day of the session do not count. Nor do weekends and bank holidays in England.",
  "calendar days": "Every day counts, weekends and bank holidays too.",
  hours: "Every hour counts, at weekends and on bank holidays too.",
};

function cancelling({ notice: { unit, tiers } }: TermsRules): string[] {
  const [first, ...more] = [...tiers].sort((one, other) => other.under - one.under);
  if (!first) return ["Cancelling is free until the session starts."];
  return [
    `Cancelling is free with at least ${noticeInWords(first.under, unit)}.`,
    howCounted[unit],
    `With less notice, ${shareInWords(first.percent)} is charged to your agency.`,
    ...more.map(
      (tier) => `With less than ${noticeInWords(tier.under, unit)} it is ${shareInWords(tier.percent)}.`,
    ),
    "Moving to another session counts as cancelling.",
  ];
}

const graceInWords: Record<GraceKind, string> = {
  "every session": "",
  "full days": " to a full day",
  online: " to online training",
};

function notComing(rules: TermsRules): string[] {
  const { noShowPercent, lateGraceMinutes: grace } = rules;
  const where = graceInWords[rules.lateGraceFor];
  return [
    noShowPercent === null
      ? "Nothing is charged for not coming. Please cancel all the same, so that someone else can come."
      : `Not coming without cancelling costs ${shareInWords(noShowPercent)}.`,
    ...(grace === null
      ? []
      : [
          `Coming ${grace === 0 ? "late" : `more than ${counted(grace, "minute")} late`}${where} counts as not coming.`,
        ]),
    ...(rules.leavingEarlyIsNoShow ? ["Leaving early counts as not coming."] : []),
  ];
}

const ratesInWords = (rates: Rates) =>
  rates.halfDayPence === rates.fullDayPence
    ? poundsAndPence(rates.fullDayPence)
    : `${poundsAndPence(rates.halfDayPence)} for a half day and ${poundsAndPence(rates.fullDayPence)} for a full day`;

function rates(rules: TermsRules): string[] {
  const { notice, noShowPercent, exempt } = rules;
  if (notice.tiers.length === 0 && noShowPercent === null) return ["Nothing is charged."];
  const lengthMatters = [rules.rates, ...rules.sectorRates].some(
    (one) => one.halfDayPence !== one.fullDayPence,
  );
  return [
    `The rate is ${ratesInWords(rules.rates)}.`,
    ...rules.sectorRates.map((own) => `For agencies of the kind “${own.sector}” it is ${ratesInWords(own)}.`),
    ...(lengthMatters ? [`Up to ${duration(rules.halfDayUpToMinutes)} of taught time is a half day.`] : []),
    rules.perDay
      ? "Each day of a session is charged."
      : "A session is charged once, however many days it has.",
    ...(exempt.sectors.length === 0
      ? []
      : [
          `Agencies of these kinds are not charged for cancelling late: ${listed(exempt.sectors)}.`,
          exempt.notForNoShows ? "They are charged for not coming." : "Nor are they charged for not coming.",
        ]),
  ];
}

const policyInWords: Record<WaitingPolicy, string> = {
  "first come": "A free place goes to whoever has waited longest.",
  "mixed agencies":
    "A free place goes first to agencies with fewer places on the session, then to whoever has waited longest.",
  "needs first":
    "A free place goes first to those who need the training most, then to whoever has waited longest.",
};

const waiting = ({ waiting: { policy, offerHours, offersAtOnce, groupHours } }: TermsRules): string[] => [
  policyInWords[policy],
  `An offer of a place is open for ${counted(offerHours, "hour")}.`,
  offersAtOnce === null
    ? "One offer is open for each free place."
    : `No more than ${counted(offersAtOnce, "offer is", "offers are")} open at a time on a session.`,
  `Places are set aside for a group at the head of the queue for ${counted(groupHours, "hour")}. After that its people wait one by one.`,
];

/** The terms, part by part, in sentences of 25 words at most; what people add themselves comes last, as they wrote it. */
export function termsInWords(rules: TermsRules): TermsPart[] {
  const { workingDays, silence } = rules.approval;
  return [
    { about: "cancelling", heading: "Cancelling", sentences: cancelling(rules) },
    { about: "not coming", heading: "Not coming", sentences: notComing(rules) },
    { about: "rates", heading: "What it costs", sentences: rates(rules) },
    { about: "waiting", heading: "Waiting list", sentences: waiting(rules) },
    {
      about: "approval",
      heading: "Approval",
      sentences: [
        `Where a course asks for approval, there are ${counted(workingDays, "working day")} to give it.`,
        `No answer counts as ${silence}.`,
      ],
    },
    {
      about: "reserved places",
      heading: "Reserved places",
      sentences: [
        `Places kept for an agency go back to everyone ${counted(rules.releaseWorkingDays, "working day")} before the session.`,
      ],
    },
    ...(rules.note === null ? [] : [{ about: "also" as const, heading: "Also", sentences: [rules.note] }]),
  ];
}

/** "the end of Friday 20 November 2026" for the last millisecond of a day, otherwise the day and the time. */
export function lastMomentInWords(instant: number): string {
  const date = civilDateAt(instant);
  const endsDay = startOfDay(civilDateAt(instant + 1)) === instant + 1;
  return endsDay ? `the end of ${longDate(date)}` : longDateTimeAt(instant);
}

/**
 * Until when cancelling is free, in one sentence. `lastFree` as `lastDayToCancelFree` gives it; null also where no terms
 * were agreed, so that nothing is charged.
 */
export function freeToCancelInWords(lastFree: number | null, now: number): string {
  if (lastFree === null) return "Cancelling is free until the session starts.";
  const last = lastMomentInWords(lastFree);
  return now <= lastFree ? `Cancelling is free until ${last}.` : `Cancelling was free until ${last}.`;
}
