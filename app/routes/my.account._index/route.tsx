// My account: what is known about me, how I sign in and where, and the way to change each.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { NotificationBanner } from "~/components/notification-banner";
import { SubmitButton } from "~/components/submit-button";
import { SummaryList } from "~/components/summary-list";
import {
  listOwnAuthSessions,
  listRoleGroups,
  readPartnership,
  readWaysIn,
} from "~/domain/accounts/accounts.server";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { AgencyStanding } from "./agency-standing";
import { detailRows, doneInWords, signInRows } from "./rows";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Your account");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { id: _id, agencyId: _agencyId, roleGroupId, ...person } = visit.person;
    const { contactName, contactEmail } = readPartnership(visit);
    const { organisations, ...ways } = readWaysIn(visit);
    const providers = visit.settings.oidcProviders;
    return {
      person,
      kindOfWork: listRoleGroups(visit).find((group) => group.id === roleGroupId)?.name ?? null,
      ways,
      organisations: organisations.map(
        ({ issuer }) => providers.find((provider) => provider.issuer === issuer)?.name ?? issuer,
      ),
      places: listOwnAuthSessions(visit).length,
      contact: { name: contactName, email: contactEmail },
      done: doneIn(doneInWords, visit.url.searchParams),
    };
  });

export type MyAccount = ReturnType<typeof useLoaderData<typeof loader>>;

export default function YourAccount() {
  const account = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={paths.my()} text="My training" />
      {account.done && <NotificationBanner kind="success" text={account.done} />}
      <h1 className="govuk-heading-xl">Your account</h1>
      <AgencyStanding account={account} />

      <h2 className="govuk-heading-l">About you</h2>
      <SummaryList rows={detailRows(account)} />

      <h2 className="govuk-heading-l">How you sign in</h2>
      <SummaryList rows={signInRows(account)} />
      <form method="post" action={paths.myDevices()} noValidate>
        <SubmitButton variant="secondary" name="end" value="everywhere">
          Sign out everywhere
        </SubmitButton>
      </form>

      <h2 className="govuk-heading-l">Your data</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.myData()}>
          See and download everything held on you
        </a>
      </p>
    </>
  );
}
