// One agency: its name, its sector, and the mail domains that prove somebody works there.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { InsetText } from "~/components/inset-text";
import { NotificationBanner } from "~/components/notification-banner";
import { SubmitButton } from "~/components/submit-button";
import { changeAgencyDetails, readAgency, readDomains } from "~/domain/accounts/accounts.server";
import { counted, listed } from "~/shared/format";
import { AgencyFields, agencyFieldOrder, agencyForm, domainProblems, nameTaken } from "~/web/agency-fields";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: ["admin"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.agency.name ?? "Agency");

const doneInWords: Record<string, string> = {
  added: "The agency is added",
  changed: "The agency is changed",
};

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({
    agency: readAgency(visit, args.params.id ?? ""),
    done: doneIn(doneInWords, visit.url.searchParams),
  }));

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const agencyId = args.params.id ?? "";
    const posted = await args.request.formData();
    const read = readForm(posted, agencyForm);
    if (!read.ok) return showAgain(read.form);
    const { name, sector, domains: text = "" } = read.value;
    const listedDomains = readDomains(text);
    if (!listedDomains.ok)
      return showAgain(
        formWith(posted, { domains: domainProblems[listedDomains.problem](listedDomains.typed) }),
      );
    const changed = changeAgencyDetails(visit, { agencyId, name, sector, domains: listedDomains.domains });
    if (!changed.ok) return showAgain(formWith(posted, nameTaken));
    throw redirect(`${paths.adminAgency(agencyId)}?done=changed`);
  });

export default function AgencyPage() {
  const { agency, done } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const shared = agency.domains.filter(({ sharedWith }) => sharedWith.length > 0);
  return (
    <>
      <BackLink href={paths.adminAgencies()} text="Agencies" />
      <ErrorSummary form={form} order={agencyFieldOrder} />
      {done && !form && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-xl">{agency.name}</h1>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.adminPeople({ agency: agency.id })}>
          {agency.people === 0 ? "Nobody works here yet" : counted(agency.people, "person", "people")}
        </a>
        {agency.awaiting > 0 && (
          <>
            {" and "}
            <a className="govuk-link" href={paths.adminPeople({ agency: agency.id, standing: "awaiting" })}>
              {counted(agency.awaiting, "account")} awaiting confirmation
            </a>
          </>
        )}
      </p>
      {shared.map(({ domain, sharedWith }) => (
        <InsetText key={domain}>
          {listed(sharedWith)} {sharedWith.length === 1 ? "has" : "have"} {domain} too. An address there does
          not tell which agency someone works for: they pick one, and its lead or a coordinator confirms it.
        </InsetText>
      ))}
      <form method="post" action={paths.adminAgency(agency.id)} noValidate>
        <AgencyFields
          initial={{ ...agency, domains: agency.domains.map(({ domain }) => domain) }}
          sectors={[]}
          form={form}
        />
        <p className="govuk-body">
          A change of domains counts for people who join from now on. Whoever is confirmed stays confirmed.
        </p>
        <SubmitButton>Save</SubmitButton>
      </form>
    </>
  );
}
