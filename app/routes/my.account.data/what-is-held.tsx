// What a download holds, kind by kind, and what there is none of.
import { Details } from "~/components/details";
import { Table } from "~/components/table";
import { counted, wholeNumber } from "~/shared/format";

type Section = { heading: string; records: number };

export function WhatIsHeld({ sections }: { sections: Section[] }) {
  const held = sections.filter(({ records }) => records > 0);
  const empty = sections.filter(({ records }) => records === 0);
  return (
    <>
      <Table
        caption="What the files hold now"
        dense
        columns={[
          { key: "what", heading: "What" },
          { key: "records", heading: "Records", numeric: true },
        ]}
        rows={held.map(({ heading, records }) => ({
          id: heading,
          cells: { what: heading, records: wholeNumber(records) },
        }))}
      />
      {empty.length > 0 && (
        <Details summary={`Nothing is held under ${counted(empty.length, "other heading")}`}>
          <ul className="govuk-list govuk-list--bullet">
            {empty.map(({ heading }) => (
              <li key={heading}>{heading}</li>
            ))}
          </ul>
        </Details>
      )}
      <p className="govuk-body">
        Passwords, codes and keys are kept in a form that nobody can read. The files say that they are there,
        not what they are. Other people appear as what they are here, such as a coordinator.
      </p>
    </>
  );
}
