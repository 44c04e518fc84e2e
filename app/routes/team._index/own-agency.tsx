// Everyone of the lead's own agency: a search, and a page at a time.
import { EmptyState } from "~/components/empty-state";
import { Pagination } from "~/components/pagination";
import { SubmitButton } from "~/components/submit-button";
import { Table } from "~/components/table";
import { TextField } from "~/components/text-field";
import { counted } from "~/shared/format";
import { paths } from "~/web/paths";
import { NextBooking } from "./next-booking";
import { PersonCell } from "./person-cell";
import type { TeamPage } from "./route";

type Agency = NonNullable<TeamPage["agency"]>;

export function OwnAgency({ agency, q }: { agency: Agency; q: string }) {
  const { name, total, page, pages, people } = agency;
  return (
    <section id="people">
      <h2 className="govuk-heading-m">{name}</h2>
      <form method="get" action={`${paths.team()}#people`} className="app-filter-form">
        <TextField
          name="q"
          label="Name or email address"
          hint="Part of either will do"
          initial={q}
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
        />
        <SubmitButton variant="secondary">Search</SubmitButton>
      </form>
      {q && (
        <p className="govuk-body">
          {counted(total, "person", "people")} with “{q}” in their name or address.{" "}
          <a className="govuk-link" href={`${paths.team()}#people`}>
            Show everybody
          </a>
        </p>
      )}
      {total === 0 ? (
        <EmptyState
          title={q ? "Nobody fits this search" : "Nobody of your agency has joined yet"}
          text={
            q
              ? "Check the spelling. People who have left are not shown."
              : "People join by themselves with their work address."
          }
          headingLevel={3}
        />
      ) : (
        <Table
          caption={q ? "People found" : counted(total, "person", "people")}
          captionSize="s"
          columns={[
            { key: "who", heading: "Person" },
            { key: "work", heading: "Kind of work" },
            { key: "next", heading: "Next booking" },
          ]}
          rows={people.map((person) => ({
            id: person.id,
            cells: {
              who: <PersonCell person={person} linked />,
              work: person.kindOfWork,
              next: <NextBooking next={person.next} />,
            },
          }))}
        />
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefFor={(number) => `${paths.team({ q, page: String(number) })}#people`}
        label="Pages of people"
      />
    </section>
  );
}
