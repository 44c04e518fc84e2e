// What one session's people said, with its limits: the same page for its trainers and for coordinators.
import { Details } from "~/components/details";
import { EmptyState } from "~/components/empty-state";
import { InsetText } from "~/components/inset-text";
import type { SessionReport, SessionResults } from "~/domain/impact/impact.server";
import { longDate } from "~/shared/format";
import { WhatChanged } from "./learning";
import { HowItWas } from "./reactions";
import { WhoAnswered } from "./returns";
import { limitsInWords, practiceSentences } from "./words";

type Props = Pick<SessionReport, "courseTitle" | "firstDay" | "returns" | "results">;

export function SessionResultsPage({ courseTitle, firstDay, returns, results }: Props) {
  return (
    <>
      <h1 className="govuk-heading-xl">
        <span className="govuk-caption-xl">
          {courseTitle}, {longDate(firstDay)}
        </span>
        What they said
      </h1>
      {results === null ? (
        <EmptyState
          title="Nothing to show yet"
          text="People are asked what changed once every register of this session is finished. What they say is shown here when at least five have answered."
        />
      ) : (
        <Results results={results} />
      )}
      {returns.length > 0 && <WhoAnswered returns={returns} />}
      {results !== null && (
        <Details summary="What these figures do not show">
          <ul className="govuk-list govuk-list--bullet">
            {limitsInWords.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

function Results({ results }: { results: SessionResults }) {
  return (
    <>
      <InsetText>
        Every figure is of at least five people. Nothing is shown of fewer, and nobody’s own answers are.
        {!results.endClosed &&
          " The questions at the end are still open: their answers are added five at a time."}
      </InsetText>
      <WhatChanged results={results} />
      <HowItWas reactions={results.reactions} choices={results.choices} />
      <section aria-labelledby="practice">
        <h2 className="govuk-heading-l" id="practice">
          What they will do
        </h2>
        {practiceSentences(results.practice).map((sentence) => (
          <p key={sentence} className="govuk-body">
            {sentence}
          </p>
        ))}
      </section>
    </>
  );
}
