// What was told of learning elsewhere, and what a coordinator said to it.
import { InsetText } from "~/components/inset-text";
import { SummaryList } from "~/components/summary-list";
import { duration, listed, plainDate, plainDateAt } from "~/shared/format";
import { Evidence } from "~/web/evidence";
import type { LearningPage } from "./route";

export function WhatWasTold({ learning }: Pick<LearningPage, "learning">) {
  const { provider, completedOn, minutes, competencies, evidence, validUntil, state } = learning;
  return (
    <>
      <InsetText>
        <Answer learning={learning} />
      </InsetText>
      <SummaryList
        rows={[
          { key: "Given by", value: <bdi>{provider}</bdi> },
          { key: "Finished", value: plainDate(completedOn) },
          { key: "Length", value: duration(minutes) },
          {
            key: "Taught",
            value:
              competencies.length === 0 ? "Nothing ticked" : listed(competencies.map(({ name }) => name)),
          },
          { key: "Shown by", value: <Evidence text={evidence} /> },
          ...(state === "accepted"
            ? [
                {
                  key: "Counts until",
                  value: validUntil === null ? "It does not run out" : plainDate(validUntil),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

function Answer({
  learning: { state, submittedAt, reviewedAt, reviewNote },
}: Pick<LearningPage, "learning">) {
  if (state === "submitted") {
    return <>You sent it on {plainDateAt(submittedAt)}. A coordinator looks at it and writes to you.</>;
  }
  return (
    <>
      {state === "accepted" ? "It counts" : "It does not count yet"}
      {reviewedAt !== null && `: we looked at it on ${plainDateAt(reviewedAt)}`}.
      {reviewNote !== null && (
        <span className="app-line">
          We said: <bdi>{reviewNote}</bdi>
        </span>
      )}
      {state === "refused" && (
        <span className="app-line">Change what you told us below, and send it again.</span>
      )}
    </>
  );
}
