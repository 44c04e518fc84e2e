// The words of a course's booking rules: who has to agree, whom it is for, what must be done first. Safe in a browser.
import { counted, listed } from "~/shared/format";

/** What a certificate waits for. */
export type CertificateNeeds = "attendance and evaluation" | "attendance";
export type Approval = "none" | "line manager" | "agency lead";

/** Something to have done before; `name` is the course's, the competency's or the e-learning's. */
export type Prerequisite = {
  id: string;
  kind: "course" | "competency" | "e-learning";
  requiredCourseId: string | null;
  competencyId: string | null;
  name: string;
  /** How recently, in months; null: ever. */
  withinMonths: number | null;
};

export type BookingRules = {
  approval: Approval;
  certificateNeeds: CertificateNeeds;
  /** How long a certificate counts, in months; null: it does not run out. */
  certificateMonths: number | null;
  /** Whose terms of booking hold; null: the course's first board's. */
  termsBoardCode: string | null;
  /** The kinds of work it is for; none: for everyone. */
  audience: { id: string; name: string }[];
  prerequisites: Prerequisite[];
};

/** "3 years", "18 months", "1 month", from months. */
export const monthsInWords = (months: number) =>
  months % 12 === 0 ? counted(months / 12, "year") : counted(months, "month");

/** "within the last 3 years", "within the last year"; nothing where any time will do. */
function recentlyInWords(months: number | null): string {
  if (months === null) return "";
  const span = monthsInWords(months);
  return `, within the last ${span.startsWith("1 ") ? span.slice(2) : span}`;
}

/** What has to be done first, as a sentence to the person who books. */
export function prerequisiteInWords({
  kind,
  name,
  withinMonths,
}: Pick<Prerequisite, "kind" | "name" | "withinMonths">): string {
  const recently = recentlyInWords(withinMonths);
  switch (kind) {
    case "course":
      return `You need to have attended “${name}” first${recently}.`;
    case "competency":
      return `You need training in “${name}” first${recently}.`;
    case "e-learning":
      return `You need to have done the e-learning “${name}” first${recently}.`;
  }
}

const approvalInWords: Record<Approval, string[]> = {
  none: [],
  "line manager": ["Your line manager has to agree before your place is confirmed."],
  "agency lead": ["Your agency’s training lead has to agree before your place is confirmed."],
};

const audienceInWords = (audience: { name: string }[]): string[] =>
  audience.length === 0
    ? []
    : [
        `It is for this work: ${listed(audience.map(({ name }) => name))}. If you do other work you can ask, and a coordinator decides.`,
      ];

const certificateInWords = ({
  certificateNeeds,
  certificateMonths,
}: Pick<BookingRules, "certificateNeeds" | "certificateMonths">) =>
  [
    certificateNeeds === "attendance"
      ? "You get a certificate when you have attended all of it."
      : "You get a certificate when you have attended all of it and answered the evaluation at the end.",
    certificateMonths === null
      ? "It does not run out."
      : `It counts for ${monthsInWords(certificateMonths)}.`,
  ].join(" ");

/** What a practitioner reads before booking, a sentence or two each: who can book, what comes first, who agrees. */
export function rulesInWords(rules: Omit<BookingRules, "termsBoardCode">): string[] {
  const asked = [
    ...audienceInWords(rules.audience),
    ...rules.prerequisites.map(prerequisiteInWords),
    ...approvalInWords[rules.approval],
  ];
  return [
    ...(asked.length > 0 ? asked : ["Everyone who works for one of the partnership’s agencies can book."]),
    certificateInWords(rules),
  ];
}
