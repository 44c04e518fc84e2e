// An agency's statement: what its people made of their places in a period, and what is charged for it.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { agencyLedBy } from "~/domain/accounts/accounts.server";
import { agencyStatement } from "~/domain/charges/charges.server";
import { plainDate } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { readStatementPeriod } from "~/web/statement-period";
import { pageTitle } from "~/web/title";
import { Statement } from "./statement";

export const handle = { access: ["agency_lead"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Statement");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { from, to, typed, errors } = readStatementPeriod(visit.url.searchParams, visit.clock.now());
    const agency = agencyLedBy(visit);
    return {
      typed,
      form: Object.keys(errors).length > 0 ? { values: {}, errors } : undefined,
      statement: agency && agencyStatement(visit, { agencyId: agency.id, from, to }),
    };
  });

export type StatementPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function StatementOfTheAgency() {
  const { typed, form, statement } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={paths.team()} text="Team" />
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-xl">Statement{statement && `: ${statement.agencyName}`}</h1>
      {statement ? (
        <>
          <p className="govuk-body-l">
            From {plainDate(statement.from)} to {plainDate(statement.to)}
          </p>
          <form
            method="get"
            action={paths.teamStatement()}
            className="app-filter-form app-no-print"
            noValidate
          >
            <TextField name="from" label="First day" type="date" initial={typed.from} form={form} />
            <TextField name="to" label="Last day" type="date" initial={typed.to} form={form} />
            <SubmitButton variant="secondary">Show this period</SubmitButton>
          </form>
          <Statement statement={statement} />
        </>
      ) : (
        <EmptyState
          title="Your own agency is not confirmed"
          text="You see your agency’s statement once a coordinator has confirmed that you work there."
        />
      )}
    </>
  );
}
