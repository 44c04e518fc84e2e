// How someone stands with what their role needs, in words.
import type { LastTrained, Need, NeedStatus } from "~/domain/needs/needs";
import { counted, listed, plainDate } from "~/shared/format";

export const lastTrainedInWords: Record<LastTrained, string> = {
  "within a year": "Within the last year",
  "one to three years ago": "One to three years ago",
  "over three years ago": "Over three years ago",
  never: "Never",
  "not sure": "Not sure",
};

/** "Renew by 12 March 2027." */
export function statusInWords(status: NeedStatus): string {
  if (status.kind === "held") {
    return status.until === null
      ? "In date. Once is enough."
      : `In date. Renew by ${plainDate(status.until)}.`;
  }
  if (status.kind === "reported") {
    return `You told us on ${plainDate(status.saidOn)} that you have been trained. We have no record of it here.`;
  }
  if (status.kind === "gap") {
    if (status.because === "ran out")
      return `Out of date. It was to be renewed by ${plainDate(status.until)}.`;
    return status.because === "said never"
      ? `You told us on ${plainDate(status.saidOn)} that you have not been trained in this.`
      : `From what you told us on ${plainDate(status.saidOn)}, your training is out of date.`;
  }
  if (status.because === "nothing said") return "We do not know yet. Answer the questions below.";
  return status.because === "not sure"
    ? `You told us on ${plainDate(status.saidOn)} that you are not sure.`
    : `What you told us on ${plainDate(status.saidOn)} does not show whether you are in date. Answer the questions again.`;
}

/** "Every 3 years", "Every 18 months", "Once" */
export function renewalInWords(months: number | null): string {
  if (months === null) return "Once";
  if (months === 12) return "Every year";
  return months % 12 === 0 ? `Every ${months / 12} years` : `Every ${counted(months, "month")}`;
}

/** "Of 5 requirements, 2 are in date, 1 is a gap and 2 are not known." */
export function summaryInWords(needs: readonly Pick<Need, "status">[]): string {
  const kinds = [
    ["held", "in date"],
    ["reported", "in date by what you told us"],
    ["gap", "a gap", "gaps"],
    ["unknown", "not known"],
  ] as const;
  const parts = kinds.flatMap(([kind, one, many = one]) => {
    const n = needs.filter((need) => need.status.kind === kind).length;
    return n === 0 ? [] : [n === 1 ? `1 is ${one}` : `${n} are ${many}`];
  });
  return `Of ${counted(needs.length, "requirement")}, ${listed(parts)}.`;
}
