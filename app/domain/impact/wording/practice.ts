// What people said they would do, what became of it, and what their managers saw.
import { counted, listed, wholeNumber } from "~/shared/format";
import { isWithheld } from "../disclosure/limits";
import type { Practice, Report, Share, Shown } from "../report";
import { peopleInWords, shareOfInWords, withheldInWords } from "./figures";

const known = (share: Shown<Share | null>): Share | null => (isWithheld(share) ? null : share);

/** The plain sentence of the section on practice. */
export function practiceInWords({ practice }: Report): string {
  const { made, people } = practice;
  if (isWithheld(made)) return `What people said they would do: ${withheldInWords(made)}.`;
  if (made === 0) return "Nobody has written down yet what they would do.";
  const who = isWithheld(people) ? "" : `${peopleInWords(people)} made `;
  const commitments = `${wholeNumber(made)} ${made === 1 ? "commitment" : "commitments"}`;
  const first =
    who === "" ? `${capital(commitments)} ${made === 1 ? "was" : "were"} made.` : `${who}${commitments}.`;
  const done = known(practice.doneOfAsked);
  if (done === null) return `${first} What became of them is not yet known.`;
  return `${first} Of those that people have been asked about since, ${shareOfInWords(done)} had been done, as they told themselves. Those who did not answer count as not done.`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What managers saw, told by somebody other than the learner. */
export function lineManagersInWords({ managersSaw, managersNoOpportunity }: Practice): string {
  const without =
    isWithheld(managersNoOpportunity) || managersNoOpportunity === 0
      ? ""
      : ` ${counted(managersNoOpportunity, "manager")} saw no opportunity, and ${managersNoOpportunity === 1 ? "is" : "are"} not counted in it.`;
  const share = known(managersSaw);
  if (share === null)
    return isWithheld(managersSaw)
      ? `What managers saw: ${withheldInWords(managersSaw)}.${without}`
      : `No manager has told yet what they saw.${without}`;
  return `${capital(shareOfInWords(share))} of the managers who could say, and saw an opportunity, saw it applied in full or in part.${without}`;
}

/** A title that answers what became of the commitments. */
export function practiceTitle({ outcomes }: Practice): string {
  if (isWithheld(outcomes)) return "What became of the commitments is not shown";
  return `Of ${wholeNumber(outcomes.n)} commitments told of, ${listed(
    outcomes.bands.map((band) => `${wholeNumber(band.count)} ${band.labels.map(outcomeWords).join(" or ")}`),
  )}`;
}

const outcomeWords = (label: "done" | "partly" | "not yet" | "no longer relevant") =>
  label === "no longer relevant"
    ? "no longer relevant"
    : label === "not yet"
      ? "not yet done"
      : label === "partly"
        ? "partly done"
        : "done";

/** The shares beside one another: of all asked about, of those told of, as managers confirmed, and whether there was a chance. */
export function practiceShares(
  practice: Practice,
): { label: string; share: Shown<Share | null>; told: string }[] {
  return [
    {
      label: "Done, of those asked about since",
      share: practice.doneOfAsked,
      told: "by learners; silence is not counted as done",
    },
    { label: "Done, of those told of weeks later", share: practice.doneOfAnswered, told: "by learners" },
    {
      label: "Confirmed by a manager, of those asked about since",
      share: practice.confirmedOfAsked,
      told: "by managers",
    },
    { label: "Had an opportunity, of those who said", share: practice.opportunity, told: "by learners" },
    {
      label: "Seen applied, of managers who could say and saw an opportunity",
      share: practice.managersSaw,
      told: "by managers",
    },
  ];
}

/** "38% (118 of 310; 95% interval …)", that it is not shown, or that there is nothing yet. */
export const shownShare = (share: Shown<Share | null>): string =>
  isWithheld(share) ? withheldInWords(share) : share === null ? "Nothing yet" : shareOfInWords(share);

type Outcome = "done" | "partly" | "not yet" | "no longer relevant";

/** "Partly done or not yet done", for bands that had to be merged. */
export const outcomeBand = (labels: readonly Outcome[]) => capital(labels.map(outcomeWords).join(" or "));

export const practiceMethod =
  "At the end people may write down up to three things they will do. Weeks later they are asked what became of each. Both shares are given, of all that were asked about and of those told of, because the truth lies between: some who did not answer will have done it. The intervals are Wilson’s. Managers are asked only where the learner agreed; those who saw no opportunity are left out of the share and told beside it.";
