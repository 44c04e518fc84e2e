// What is known about somebody.
import { SummaryList, type SummaryRow } from "~/components/summary-list";
import { plainDateAt } from "~/shared/format";
import { paths } from "~/web/paths";
import type { PersonPage } from "./route";

const unsaid = "Not given";

export function WhoTheyAre({ page: { person } }: { page: PersonPage }) {
  const rows: SummaryRow[] = [
    { key: "Email address", value: <a href={`mailto:${person.email}`}>{person.email}</a> },
    { key: "Kind of work", value: person.kindOfWork ?? unsaid },
    { key: "Job title", value: person.jobTitle ? <bdi>{person.jobTitle}</bdi> : unsaid },
    { key: "Team", value: person.team ? <bdi>{person.team}</bdi> : unsaid },
    { key: "Line manager", value: <LineManager person={person} /> },
    { key: "Named as line manager by", value: <NamedBy person={person} /> },
    { key: "Joined", value: plainDateAt(person.createdAt) },
  ];
  if (person.needs) {
    const { accessNeeds, dietaryNeeds } = person.needs;
    rows.push(
      { key: "Access needs", value: accessNeeds ? <bdi>{accessNeeds}</bdi> : "None given" },
      { key: "Dietary needs", value: dietaryNeeds ? <bdi>{dietaryNeeds}</bdi> : "None given" },
    );
  }
  if (person.disabledAt !== null) rows.push({ key: "Closed on", value: plainDateAt(person.disabledAt) });
  if (person.mergedInto) {
    const { id, name } = person.mergedInto;
    rows.push({
      key: "Merged into",
      value: (
        <a className="govuk-link" href={paths.adminPerson(id)}>
          <bdi>{name}</bdi>
        </a>
      ),
    });
  }
  return (
    <section id="details">
      <h2 className="govuk-heading-m">Details</h2>
      <SummaryList rows={rows} />
    </section>
  );
}

type Person = PersonPage["person"];

function LineManager({ person: { lineManager } }: { person: Person }) {
  if (!lineManager) return <>{unsaid}</>;
  if (!lineManager.account) return <>{lineManager.email} (has no account)</>;
  return (
    <a className="govuk-link" href={paths.adminPerson(lineManager.account.id)}>
      <bdi>{lineManager.account.name}</bdi>
    </a>
  );
}

/** A list that is longer says nothing more here. */
const mostNamed = 20;

function NamedBy({ person: { namedBy } }: { person: Person }) {
  if (namedBy.length === 0) return <>Nobody</>;
  return (
    <ul className="govuk-list">
      {namedBy.slice(0, mostNamed).map(({ id, name }) => (
        <li key={id}>
          <a className="govuk-link" href={paths.adminPerson(id)}>
            <bdi>{name}</bdi>
          </a>
        </li>
      ))}
      {namedBy.length > mostNamed && <li>and {namedBy.length - mostNamed} more</li>}
    </ul>
  );
}
