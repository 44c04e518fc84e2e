// The words of commitments: what learners say they will do, what became of it, what their managers saw. Safe in a browser.
import type { commitmentFollowUps } from "db/schema";

type FollowUpRow = typeof commitmentFollowUps.$inferSelect;
export type CommitmentOutcome = NonNullable<FollowUpRow["outcome"]>;
export type EvidenceKind = NonNullable<FollowUpRow["evidence"]>;
export type LineManagerView = NonNullable<FollowUpRow["seen"]>;

/** In the order in which a form offers them. */
export const outcomesInWords: Record<CommitmentOutcome, string> = {
  done: "Done",
  partly: "Partly done",
  "not yet": "Not yet",
  "no longer relevant": "No longer relevant",
};
export const evidenceInWords: Record<EvidenceKind, string> = {
  supervision: "In supervision",
  audit: "In an audit of cases",
  referral: "In a referral",
  meeting: "In a meeting with other agencies",
  "tool used": "In a tool or form that was used",
  "something else": "In something else",
};
export const viewsInWords: Record<LineManagerView, string> = {
  yes: "Yes",
  partly: "Partly",
  no: "No",
  "no opportunity": "There was no opportunity to see it",
  "cannot say": "I cannot say",
};
/** The stages that ask what became of a commitment. */
export type FollowUpStage = "T3" | "M" | "T4";

export const mostCommitments = 3;
/** Characters: of the commitment itself, and of each thing said beside it. */
export const longestCommitment = 500;
export const longestBeside = 200;

/** What somebody says they will do; blank where it was not said. */
export type NewCommitment = {
  what: string;
  byWhen: string | null;
  withWhom: string | null;
  /** How sure they are to do it, 0 to 10. */
  sure: number | null;
  obstacle: string | null;
  quotable: boolean;
};

/** What became of one: at T3 and T4 by the learner (`outcome`), at M by the manager (`seen`); blank where not said. */
export type NewFollowUp = {
  commitmentId: string;
  outcome: CommitmentOutcome | null;
  seen: LineManagerView | null;
  evidence: EvidenceKind | null;
  opportunity: boolean | null;
};

/**
 * The commitments worth keeping: those that say what, with blanks as blanks, renumbered from 1.
 * @throws Error for more than three, one that is too long or a number off its scale: the form has asked for better before
 */
export function commitmentsToKeep(given: NewCommitment[]): (NewCommitment & { position: number })[] {
  const kept = given.flatMap(({ what, byWhen, withWhom, obstacle, ...rest }) =>
    what.trim() === ""
      ? []
      : [
          {
            ...rest,
            what: what.trim(),
            byWhen: orNull(byWhen),
            withWhom: orNull(withWhom),
            obstacle: orNull(obstacle),
          },
        ],
  );
  if (kept.length > mostCommitments) throw new Error("More than three commitments.");
  if (kept.some((one) => !isWell(one))) throw new Error("A commitment is too long or off its scale.");
  return kept.map((one, index) => ({ ...one, position: index + 1 }));
}

const orNull = (text: string | null) => text?.trim() || null;

const isWell = ({ what, byWhen, withWhom, obstacle, sure }: NewCommitment) =>
  what.length <= longestCommitment &&
  [byWhen, withWhom, obstacle].every((text) => (text?.length ?? 0) <= longestBeside) &&
  (sure === null || (Number.isInteger(sure) && sure >= 0 && sure <= 10));

/**
 * What of a follow-up a stage may say: the learner an outcome, and for what was at least partly done how it can be seen;
 * the manager what they saw. Null where nothing is left to say.
 */
export function followUpToKeep(stage: FollowUpStage, given: NewFollowUp): NewFollowUp | null {
  const { commitmentId, seen, outcome, opportunity } = given;
  if (stage === "M") return seen && { commitmentId, seen, outcome: null, evidence: null, opportunity: null };
  const evidence = outcome === "done" || outcome === "partly" ? given.evidence : null;
  if (outcome === null && opportunity === null) return null;
  return { commitmentId, seen: null, outcome, evidence, opportunity };
}
