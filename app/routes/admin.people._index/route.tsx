// Everybody's accounts: a search whose address can be shared, a page at a time.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ChosenFilters } from "~/components/chosen-filters";
import { EmptyState } from "~/components/empty-state";
import { Pagination } from "~/components/pagination";
import { listAgencies, searchPeople } from "~/domain/accounts/accounts.server";
import { counted } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { readPeopleFilters } from "~/web/people-filters";
import { pageTitle } from "~/web/title";
import { filtersInWords } from "./chosen";
import { Download } from "./download";
import { Filters } from "./filters";
import { Found } from "./found";

export const handle = { access: ["coordinator", "admin"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data && data.pages > 1 ? `People (page ${data.page} of ${data.pages})` : "People");

const pageSize = 50;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const query = visit.url.searchParams;
    const { filter, typed } = readPeopleFilters(query);
    const wanted = { number: Number(query.get("page") ?? "1"), size: pageSize };
    const { total, page, people } = searchPeople(visit, filter, wanted);
    return {
      typed,
      agencies: listAgencies(visit).map(({ id, name }) => ({ id, name })),
      total,
      page,
      pages: Math.ceil(total / pageSize),
      people: people.map(({ jobTitle: _title, team: _team, ...person }) => person),
    };
  });

export type PeoplePage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function People() {
  const { typed, agencies, total, page, pages, people } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={paths.admin()} text="Admin" />
      <h1 className="govuk-heading-xl">People</h1>
      <Filters typed={typed} agencies={agencies} />
      <h2 className="govuk-heading-m" id="results">
        {total === 0 ? "Nobody" : counted(total, "person", "people")}
      </h2>
      <ChosenFilters filters={filtersInWords(typed, agencies)} clearHref={paths.adminPeople()} />
      {total === 0 ? (
        <EmptyState
          title="Nobody fits this search"
          text="Check the spelling, or take a filter away. People who have left are found only when you ask for them."
          action={{ href: paths.adminPeople({ left: "either" }), label: "Show everybody, leavers too" }}
          headingLevel={3}
        />
      ) : (
        <>
          <Found people={people} />
          <Pagination
            page={page}
            pages={pages}
            hrefFor={(number) => paths.adminPeople({ ...typed, page: String(number) })}
          />
          <Download typed={typed} total={total} />
        </>
      )}
    </>
  );
}
