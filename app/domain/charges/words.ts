// A charge in words: the same on pages, in letters and in files.
import type { NoticeUnit } from "~/domain/terms/terms";
import { counted, poundsAndPence } from "~/shared/format";
import type { Basis, ChargeKind, ChargeState } from "./charges";

export const kindInWords: Record<ChargeKind, string> = {
  "late cancellation": "Cancelled late",
  "late move": "Moved late",
  "did not attend": "Did not attend",
  "left early": "Left early",
};

export const stateInWords: Record<ChargeState, string> = {
  due: "Due",
  appealed: "Appealed",
  waived: "Waived",
  withdrawn: "Withdrawn",
};

const unitInWords: Record<NoticeUnit, string> = {
  "working days": "full working day",
  "calendar days": "day",
  hours: "hour",
};
const amount = (count: number, unit: NoticeUnit) =>
  count === 0 ? `less than one ${unitInWords[unit]}` : counted(count, unitInWords[unit]);

const what: Record<ChargeKind, (basis: Basis) => string> = {
  "late cancellation": (basis) => `The place was cancelled with ${noticeInWords(basis)}.`,
  "late move": (basis) => `The place was given up for another session with ${noticeInWords(basis)}.`,
  "did not attend": () => "The place was not used, and nobody cancelled it.",
  "left early": () => "The place was given up before the end of the session.",
};

function noticeInWords({ notice }: Basis): string {
  if (!notice) return "too little notice";
  return `${amount(notice.given, notice.unit)} of notice. The terms ask for ${counted(notice.under, unitInWords[notice.unit])}`;
}

/** Why there is a charge and how its amount came about, in two or three short sentences without a name. */
export function becauseInWords(kind: ChargeKind, basis: Basis): string {
  const rate = `The rate for a ${basis.length} is ${poundsAndPence(basis.ratePence)}${
    basis.sectorRate === null ? "" : ` for agencies of the kind “${basis.sectorRate}”`
  }`;
  const share = basis.percent === 100 ? "" : `, and ${basis.percent}% of it is charged`;
  const days = basis.days === 1 ? "" : `, for each of ${counted(basis.days, "day")}`;
  return `${what[kind](basis)} ${rate}${share}${days}.`;
}
