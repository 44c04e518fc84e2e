// What is told about children, adults and families: beside the figures, never as what training did.
import type { Quote, Report } from "../report";

export const familiesInWords = (report: Report): string => {
  const told = report.quotes.some(({ about }) => about === "family");
  const examples = told
    ? "What people told of children, adults and families is quoted below: single examples, chosen by coordinators, without names. They show what can happen, not how often."
    : "Nobody’s example has been released for this time.";
  return `The figures above say nothing of what changed for children, adults or families. ${examples} Audit and dataset figures stand further below, beside the training that was meant to move them.`;
};

/** When the words were written; a commitment was written at the end. */
const stageWords: Record<string, string> = {
  before: "before the training",
  end: "at the end of the training",
  commitment: "as something to do, at the end of the training",
  "weeks later": "weeks later",
  "six months later": "six months later",
};

/** "Written weeks later": where a quote comes from, without agency, role or course. */
export const quoteSource = ({ stage }: Quote) =>
  Object.hasOwn(stageWords, stage) ? `Written ${stageWords[stage]}` : "Written in an evaluation";
