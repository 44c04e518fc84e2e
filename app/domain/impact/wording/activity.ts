// How much was done and how well: places, answers given, and what people thought of it.
import { counted, decimal, percent, wholeNumber } from "~/shared/format";
import { isWithheld } from "../disclosure/limits";
import type { Reaction, Report, ReturnRate } from "../report";
import { shareInWords, withheldInWords } from "./figures";

/** The plain sentence on how much was done. */
export function activityInWords({ activity }: Report): string {
  const { sessions, booked, came, absent, walkIns } = activity;
  if (sessions === 0) return "No session has been delivered and registered in this time.";
  const parts = [
    `${counted(sessions, "session")} took place.`,
    !isWithheld(booked) && !isWithheld(came)
      ? `${wholeNumber(booked)} places were booked and ${wholeNumber(came)} taken up, in full or in part.`
      : isWithheld(came)
        ? ""
        : `${wholeNumber(came)} places were taken up, in full or in part.`,
    isWithheld(absent) || absent === 0 ? "" : `${wholeNumber(absent)} were booked and not taken up.`,
    isWithheld(walkIns) || walkIns === 0 ? "" : `${wholeNumber(walkIns)} came without a booking.`,
    isWithheld(came) ? "How many came is not shown, to keep people from being recognised." : "",
  ];
  return parts.filter(Boolean).join(" ");
}

export const countingNote =
  "Somebody who came to two sessions counts twice. A course that serves several boards counts for each of them, so boards do not add up to a total. “Not shown” keeps people from being recognised: a count of 1 to 4, or one from which such a count could be worked out.";

/** A cell of a table of counts. */
export const cellInWords = (count: number | null) => (count === null ? "Not shown" : wholeNumber(count));

export const stageNames: Record<ReturnRate["stage"], string> = {
  T0: "At booking",
  T1: "On arrival",
  T2: "At the end",
  T3: "Weeks later",
  M: "Managers",
  T4: "Six months later",
};

/** The plain sentence on how well it was done: what people said, and how many said anything. */
export function howWellInWords(report: Report): string {
  const { reactions, returns } = report;
  const shown = reactions.filter(({ mean }) => !isWithheld(mean));
  const said =
    shown.length === 0
      ? reactions.length === 0
        ? "Nobody was asked at the end what they thought of it."
        : "Too few have answered at the end to show what they thought of it."
      : `${shown.map(meanInWords).join("; ")}.`;
  const end = returns.find(({ stage }) => stage === "T2");
  return [said, end ? `${returnInWords(end)}.` : "", "Liking a course is not learning from it."]
    .filter(Boolean)
    .join(" ");
}

/** "“Relevant to my work”: 4.3 of 5 on average (120 answers)" */
export function meanInWords({ wording, mean, highest, answers }: Reaction): string {
  if (isWithheld(mean)) return `“${wording}”: ${withheldInWords(mean)}`;
  const many = isWithheld(answers) ? "" : ` (${counted(answers, "answer")})`;
  return `“${wording}”: ${decimal(mean)} of ${highest} on average${many}`;
}

/** "At the end, 412 of 500 asked answered (82%)" */
export function returnInWords({ stage, owed, answered, rate }: ReturnRate): string {
  const when = stageNames[stage];
  if (!isWithheld(owed) && owed === 0) return `${when}: nobody has been asked`;
  if (isWithheld(rate)) return `${when}: ${withheldInWords(rate)}`;
  if (rate === null) return `${when}: nobody has been asked`;
  if (isWithheld(owed) || isWithheld(answered))
    return `${when}, ${shareInWords(rate)} of those asked answered`;
  return `${when}, ${wholeNumber(answered)} of ${wholeNumber(owed)} asked answered (${shareInWords(rate)})`;
}

/** Whether a stage came up to what was planned for; a planning value and no mark. */
export function aimInWords({ aim, rate }: ReturnRate): string {
  if (aim === null) return "none";
  if (isWithheld(rate) || rate === null) return percent(aim);
  return `${percent(aim)}${rate < aim ? ", not reached yet" : ", reached"}`;
}

/** A title that answers how many told us anything. */
export function returnsTitle(returns: readonly ReturnRate[]): string {
  const end = returns.find(({ stage }) => stage === "T2");
  const later = returns.find(({ stage }) => stage === "T3");
  const share = (one: ReturnRate | undefined) =>
    one === undefined || isWithheld(one.rate) || one.rate === null ? null : shareInWords(one.rate);
  const [now, then] = [share(end), share(later)];
  if (now === null && then === null) return "How many answered";
  if (then === null) return `${now} of those asked answered at the end`;
  if (now === null) return `${then} of those asked answered weeks later`;
  return `${now} of those asked answered at the end, ${then} weeks later`;
}

const bandWords = { low: "low answers", middle: "middle answers", high: "high answers" } as const;

/** "Low or middle answers", for bands that had to be merged. */
export const bandInWords = (labels: readonly (keyof typeof bandWords)[]) => {
  const words = labels.map((label) => bandWords[label].replace(" answers", "")).join(" or ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} answers`;
};

/** A title that answers where most places were taken up; in words only, as the bars say how many. */
export function placesTitle(rows: readonly { label: string; came: number | null }[], by: string): string {
  const known = rows.flatMap(({ label, came }) => (came === null ? [] : [{ label, came }]));
  const most = Math.max(0, ...known.map(({ came }) => came));
  const first = known.filter(({ came }) => came === most);
  if (most === 0 || first.length !== 1 || known.length < rows.length)
    return `Places taken up by ${by.toLowerCase()}`;
  return `Most places were taken up for ${first[0]?.label ?? ""}`;
}

/** A title that answers what people thought, by the first question that may be shown. */
export function reactionsTitle(reactions: readonly Reaction[]): string {
  const first = reactions.find(({ mean }) => !isWithheld(mean));
  return first ? meanInWords({ ...first, answers: withheldCount }) : "Too few answers to show";
}

const withheldCount = { withheld: true, reason: "gives a small number back" } as const;

export const bandsMethod =
  "A mean is the sum of all answers to a question divided by their number; blank is not counted as 0. Where few gave low, middle or high answers, neighbours are counted together. What is planned for (70% at both times, 40% weeks later, 30% of managers) helps with planning and is no pass mark.";
