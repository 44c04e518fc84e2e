// Every agency with its people and its mail domains; an admin adds one.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { SubmitButton } from "~/components/submit-button";
import { addAgency, listAgenciesInFull, mayAdminister, readDomains } from "~/domain/accounts/accounts.server";
import { AgencyFields, agencyFieldOrder, agencyForm, domainProblems, nameTaken } from "~/web/agency-fields";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { Agencies } from "./agencies";

export const handle = { access: ["coordinator", "admin"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Agencies");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({
    agencies: listAgenciesInFull(visit),
    mayChange: mayAdminister(visit.actor),
  }));

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const read = readForm(posted, agencyForm);
    if (!read.ok) return showAgain(read.form);
    const { name, sector, domains: text = "" } = read.value;
    const listed = readDomains(text);
    if (!listed.ok) {
      return showAgain(formWith(posted, { domains: domainProblems[listed.problem](listed.typed) }));
    }
    const added = addAgency(visit, { name, sector, domains: listed.domains });
    if (!added.ok) return showAgain(formWith(posted, nameTaken));
    throw redirect(`${paths.adminAgency(added.value.agencyId)}?done=added`);
  });

export type AgenciesPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function AgenciesOfThePartnership() {
  const { agencies, mayChange } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const sectors = [...new Set(agencies.map(({ sector }) => sector))].sort();
  return (
    <>
      <BackLink href={paths.admin()} text="Admin" />
      <ErrorSummary form={form} order={agencyFieldOrder} />
      <h1 className="govuk-heading-xl">Agencies</h1>
      {agencies.length === 0 ? (
        <EmptyState title="There are no agencies yet" text="Nobody can join before there is one." />
      ) : (
        <Agencies agencies={agencies} mayChange={mayChange} />
      )}
      {mayChange ? (
        <form method="post" action={paths.adminAgencies()} noValidate>
          <h2 className="govuk-heading-m">Add an agency</h2>
          <AgencyFields sectors={sectors} form={form} />
          <SubmitButton variant="secondary">Add the agency</SubmitButton>
        </form>
      ) : (
        <p className="govuk-body">An admin can add agencies and change their domains.</p>
      )}
    </>
  );
}
