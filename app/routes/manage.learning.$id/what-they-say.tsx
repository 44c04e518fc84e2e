// Who tells of it and what they say.
import { SummaryList } from "~/components/summary-list";
import { duration, listed, plainDate, plainDateAt } from "~/shared/format";
import { Evidence } from "~/web/evidence";
import type { ReviewPage } from "./route";

const stateInWords = { submitted: "Not looked at yet", accepted: "Accepted", refused: "Sent back" } as const;

export function WhatTheySay({ learning }: Pick<ReviewPage, "learning">) {
  const { reviewedAt, reviewNote, competencies } = learning;
  const names = competencies.map(({ name }) => name);
  return (
    <SummaryList
      rows={[
        {
          key: "Person",
          value: (
            <>
              <bdi>{learning.personName}</bdi>, {learning.agencyName}
            </>
          ),
        },
        { key: "Given by", value: <bdi>{learning.provider}</bdi> },
        { key: "Finished", value: plainDate(learning.completedOn) },
        { key: "Length", value: duration(learning.minutes) },
        { key: "Taught", value: names.length === 0 ? "Nothing ticked" : listed(names) },
        { key: "Shown by", value: <Evidence text={learning.evidence} /> },
        { key: "Sent", value: plainDateAt(learning.submittedAt) },
        {
          key: "Answer",
          value: `${stateInWords[learning.state]}${reviewedAt === null ? "" : ` on ${plainDateAt(reviewedAt)}`}`,
        },
        ...(reviewNote === null ? [] : [{ key: "Note", value: <bdi>{reviewNote}</bdi> }]),
      ]}
    />
  );
}
