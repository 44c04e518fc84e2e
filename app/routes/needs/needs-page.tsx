// The training needs analysis as a page: one sentence, by competency, by agency, what to put on next, and its limits.
import { EmptyState } from "~/components/empty-state";
import { plainDate, wholeNumber } from "~/shared/format";
import { ByAgency } from "./by-agency";
import { ByCompetency } from "./by-competency";
import { headline } from "./needs-in-words";
import type { ShownNeeds } from "./published";
import { PutOnNext } from "./put-on-next";

export type NeedsPage = ShownNeeds & {
  on: string;
  /** The competencies to put on next, the most pressing first, with how many people have a gap or are not known. */
  next: (ShownNeeds["competencies"][number] & { open: number })[];
  /** Names of competencies whose place among them is not known, for what is withheld. */
  unranked: string[];
};

export function Needs({ page }: { page: NeedsPage }) {
  return (
    <>
      <h1 className="govuk-heading-xl">Training needs</h1>
      {page.competencies.length > 0 ? (
        <>
          <p className="govuk-body-l">{headline(page)}</p>
          <p className="govuk-body">
            As it stands on {plainDate(page.on)}. <WithoutKindOfWork people={page.withoutKindOfWork} />
          </p>
          <ByCompetency page={page} />
          <ByAgency {...page} />
          <PutOnNext page={page} />
        </>
      ) : (
        <NothingToShow leftOut={page.leftOut} />
      )}
      <WhatThisCannotTell />
    </>
  );
}

function WithoutKindOfWork({ people }: { people: number | null }) {
  if (people === 0) return <>Everyone has said what kind of work they do.</>;
  const who = people === null ? "Fewer than 5 people have" : `${wholeNumber(people)} people have`;
  return (
    <>{who} not said what kind of work they do; what they need is not known, and they are not counted here.</>
  );
}

function NothingToShow({ leftOut }: { leftOut: string[] }) {
  return leftOut.length > 0 ? (
    <EmptyState
      title="Too few people to show"
      text="Fewer than 10 people need each competency, so figures would tell of single people. They appear as more people join."
    />
  ) : (
    <EmptyState
      title="No needs to show yet"
      text="Either the boards have set no requirements, or nobody with an account does a kind of work that has them."
    />
  );
}

function WhatThisCannotTell() {
  return (
    <>
      <h2 className="govuk-heading-l">What this cannot tell you</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>How many people work for each agency: only those with an account here are counted.</li>
        <li>
          Whether people do their work well. Held means that someone attended the whole course here, in time.
        </li>
        <li>
          Whether training elsewhere took place. Said to be held means that someone told us; nobody has
          checked.
        </li>
        <li>Whether not known is a gap. It may be either, so it is never counted as one.</li>
        <li>How agencies compare. Kinds of work differ between them, and so does who has answered.</li>
      </ul>
    </>
  );
}
