// The audit trail: who did what to whom, when, and from which screen. Search results have an address that can be shared.
import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ChosenFilters } from "~/components/chosen-filters";
import { ErrorSummary } from "~/components/error-summary";
import { mostExported, searchAudit } from "~/domain/audit/audit.server";
import { holds } from "~/domain/context";
import type { FormState } from "~/shared/form-state";
import { counted, wholeNumber } from "~/shared/format";
import { auditFilterNames, readAuditFilters, tooManyPeople } from "~/web/audit-filters";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { filtersInWords } from "./chosen";
import { Entries } from "./entries";
import { Filters } from "./filters";
import { Nothing } from "./nothing";
import { Download, Onward } from "./onward";

export const handle = { access: ["coordinator", "admin"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.form ? "Error: Audit trail" : "Audit trail");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const query = visit.url.searchParams;
    const { filter, typed, errors } = readAuditFilters(query);
    const common = { typed, mostExported, coordinator: holds(visit.actor, "coordinator") };
    const refuse = (errors: FormState["errors"]) => {
      const form: FormState = { values: typed, errors };
      return data({ ...common, form, found: null, later: false }, { status: 400 });
    };
    if (Object.keys(errors).length > 0) return refuse(errors);
    const before = Number(query.get("before")) || undefined;
    const found = searchAudit(visit, { ...filter, before });
    if (!found.ok) return refuse(tooManyPeople);
    return data({ ...common, form: undefined, found: found.value, later: before !== undefined });
  });

export default function AuditPage() {
  const page = useLoaderData<typeof loader>();
  const { form, typed, found, later, coordinator } = page;
  return (
    <>
      <BackLink href={paths.admin()} text="Admin" />
      <ErrorSummary form={form} order={[...auditFilterNames]} />
      <h1 className="govuk-heading-xl">Audit trail</h1>
      <p className="govuk-body-l">
        Who did what to whom, when, and from which screen. Nobody can change an entry.
      </p>
      <Filters typed={typed} form={form} />
      {found && (
        <>
          <h2 className="govuk-heading-m" id="results">
            {howMany(found.count)}
          </h2>
          <ChosenFilters filters={filtersInWords(typed, found)} clearHref={paths.adminAudit()} />
          {found.lines.length === 0 ? (
            <Nothing typed={typed} later={later} />
          ) : (
            <>
              <Entries lines={found.lines} coordinator={coordinator} />
              <Onward typed={typed} olderThan={found.olderThan} later={later} />
              <Download typed={typed} most={found.count === null ? page.mostExported : null} />
            </>
          )}
        </>
      )}
    </>
  );
}

const howMany = (count: number | null) =>
  count === null
    ? `More than ${wholeNumber(10_000)} entries`
    : count === 0
      ? "No entries"
      : counted(count, "entry", "entries");
