// Every charge: a search whose address can be shared, a page at a time, with what is owed and the files.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ChosenFilters } from "~/components/chosen-filters";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { Pagination } from "~/components/pagination";
import { listAgencies, listBoards } from "~/domain/accounts/accounts.server";
import { listCharges } from "~/domain/charges/charges.server";
import { counted, poundsAndPence } from "~/shared/format";
import { readChargeFilters } from "~/web/charge-filters";
import { ChargeTable } from "~/web/charge-table";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { filtersInWords } from "./chosen";
import { Downloads } from "./downloads";
import { Filters } from "./filters";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data && data.pages > 1 ? `Charges (page ${data.page} of ${data.pages})` : "Charges");

const pageSize = 50;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const query = visit.url.searchParams;
    const { filters, typed, errors } = readChargeFilters(query);
    const wanted = { number: Number(query.get("page") ?? "1"), size: pageSize };
    const wrong = Object.keys(errors).length > 0;
    const found = wrong ? { total: 0, pence: 0, page: 1, charges: [] } : listCharges(visit, filters, wanted);
    return {
      typed,
      form: wrong ? { values: {}, errors } : undefined,
      agencies: listAgencies(visit).map(({ id, name }) => ({ id, name })),
      boards: listBoards(visit).map(({ code, name }) => ({ id: code, name })),
      ...found,
      pages: Math.ceil(found.total / pageSize),
    };
  });

export type ChargesPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Charges() {
  const { typed, form, agencies, boards, total, pence, page, pages, charges } =
    useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={paths.manage()} text="Manage" />
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-xl">Charges</h1>
      <p className="govuk-body">
        For places that were not used, by each board’s{" "}
        <a href={paths.manageTerms()} className="govuk-link">
          terms of booking
        </a>
        . They are recorded here; no payment is taken.
      </p>
      <Filters typed={typed} agencies={agencies} boards={boards} form={form} />
      <h2 className="govuk-heading-m" id="results">
        {total === 0
          ? "No charges"
          : `${counted(total, "charge")}, ${poundsAndPence(pence)} due or appealed against`}
      </h2>
      <ChosenFilters filters={filtersInWords(typed, agencies, boards)} clearHref={paths.manageCharges()} />
      {total === 0 ? (
        <EmptyState
          title={Object.keys(typed).length > 0 ? "No charge fits this search" : "No charges yet"}
          text={
            Object.keys(typed).length > 0
              ? "Take a filter away, or look at other days."
              : "A charge is made when somebody cancels too late or does not come, if the board’s terms say so."
          }
          headingLevel={3}
        />
      ) : (
        <>
          <ChargeTable charges={charges} href={paths.manageCharge} captionHidden agencies />
          <Pagination
            page={page}
            pages={pages}
            hrefFor={(number) => paths.manageCharges({ ...typed, page: String(number) })}
          />
          <Downloads typed={typed} total={total} />
        </>
      )}
    </>
  );
}
