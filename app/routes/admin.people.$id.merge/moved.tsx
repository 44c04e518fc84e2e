// It is done: what moved, and where to go on.
import { ButtonLink } from "~/components/button-link";
import { Panel } from "~/components/panel";
import type { MergeSide } from "~/domain/personal-data/personal-data";
import { counted, longDateTimeAt } from "~/shared/format";
import { paths } from "~/web/paths";
import { countsInWords } from "./merge-words";
import type { MergePage } from "./route";

export function Moved({ person, merged }: { person: MergeSide; merged: NonNullable<MergePage["merged"]> }) {
  const moved = countsInWords(merged.moved);
  return (
    <>
      <Panel title="The accounts are merged">{longDateTimeAt(merged.at)}</Panel>
      <p className="govuk-body">
        {merged.from.email} is closed. It leads to {person.email}.
      </p>
      <h2 className="govuk-heading-m">What moved</h2>
      {moved.length === 0 ? (
        <p className="govuk-body">The closed account held nothing that could move.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {moved.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {merged.ended > 0 && (
        <p className="govuk-body">
          {counted(merged.ended, "booking")} ended, because both accounts had booked the same session.
        </p>
      )}
      <ButtonLink href={paths.adminPerson(person.personId)}>Go to the account</ButtonLink>
    </>
  );
}
