// The agencies as rows: how many people, who waits, and which domains prove somebody works there.
import { Table } from "~/components/table";
import { listed } from "~/shared/format";
import { paths } from "~/web/paths";
import type { AgenciesPage } from "./route";

type Agency = AgenciesPage["agencies"][number];

export function Agencies({ agencies, mayChange }: AgenciesPage) {
  return (
    <Table
      caption="Agencies of the partnership"
      captionSize="hidden"
      dense
      columns={[
        { key: "name", heading: "Agency" },
        { key: "sector", heading: "Sector" },
        { key: "people", heading: "People", numeric: true },
        { key: "awaiting", heading: "Awaiting", numeric: true },
        { key: "domains", heading: "Email domains" },
      ]}
      rows={agencies.map((agency) => ({
        id: agency.id,
        cells: {
          name: mayChange ? (
            <a className="govuk-link" href={paths.adminAgency(agency.id)}>
              {agency.name}
            </a>
          ) : (
            agency.name
          ),
          sector: agency.sector,
          people: (
            <People href={paths.adminPeople({ agency: agency.id })} count={agency.people} of={agency.name} />
          ),
          awaiting: agency.awaiting > 0 && (
            <People
              href={paths.adminPeople({ agency: agency.id, standing: "awaiting" })}
              count={agency.awaiting}
              of={agency.name}
            />
          ),
          domains: <Domains domains={agency.domains} />,
        },
      }))}
    />
  );
}

function People({ href, count, of }: { href: string; count: number; of: string }) {
  if (count === 0) return <>0</>;
  return (
    <a className="govuk-link" href={href}>
      {count}
      <span className="govuk-visually-hidden"> at {of}</span>
    </a>
  );
}

function Domains({ domains }: Pick<Agency, "domains">) {
  if (domains.length === 0) return <>None: people pick it, and someone confirms them</>;
  return (
    <>
      {domains.map(({ domain, sharedWith }) => (
        <span key={domain} className="app-line">
          {domain}
          {sharedWith.length > 0 &&
            `, shared with ${listed(sharedWith)}: people pick, and someone confirms them`}
        </span>
      ))}
    </>
  );
}
