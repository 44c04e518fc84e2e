// What publishing changes: in this set, at other stages at the same moment, and for comparing before and after.
import { listed } from "~/shared/format";
import { stageNames } from "~/web/question-set-words";
import type { Change } from "./differences";
import type { CheckPage } from "./route";

export function WhatChanges({ page: { stage, own, others, drafts, compared } }: { page: CheckPage }) {
  return (
    <>
      <h2 className="govuk-heading-m">What changes for those who answer</h2>
      <Changes changes={own} />
      {others.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Published with it</h2>
          <p className="govuk-body">
            Questions that are compared have to read the same each time. So these stages get a new version at
            the same moment:
          </p>
          {others.map((other) => (
            <section key={other.stage}>
              <h3 className="govuk-heading-s">
                {stageNames[other.stage].name}, version {other.version}
              </h3>
              <Changes changes={other.changes} />
            </section>
          ))}
        </>
      )}
      {drafts.length > 0 && (
        <p className="govuk-body">
          The same is changed in the draft of{" "}
          {listed(drafts.map((one) => stageNames[one].name.toLowerCase()))}, which stays a draft.
        </p>
      )}
      {stage !== "M" && (
        <>
          <h2 className="govuk-heading-m">What can be compared</h2>
          <ul className="govuk-list govuk-list--bullet">
            {compared.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Changes({ changes }: { changes: Change[] }) {
  if (changes.length === 0) return <p className="govuk-body">Nothing.</p>;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {changes.map(({ what, text, before }) => (
        <li key={`${what} ${text}`}>
          {what !== "Otherwise" && <strong>{what}:</strong>} {text}
          {before && `, instead of ${before}`}
        </li>
      ))}
    </ul>
  );
}
