// What is kept about people, why, who sees it, for how long, and how to complain. Change it with the data it tells of.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Table } from "~/components/table";
import { readPartnership } from "~/domain/accounts/accounts.server";
import { readMonths } from "~/domain/personal-data/personal-data.server";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { HowLong } from "./how-long";
import { Complain, YourRights } from "./rights";
import { kept } from "./what-is-kept";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Privacy");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { name, serviceName, contactName, contactEmail } = readPartnership(visit);
    const { resend, oidcProviders } = visit.settings;
    return {
      ...{ name, serviceName, contactName, contactEmail },
      months: readMonths(visit),
      mailProvider: resend !== null,
      signInProviders: oidcProviders.map((provider) => provider.name),
    };
  });

export default function Privacy() {
  const page = useLoaderData<typeof loader>();
  const { name, serviceName, contactName, contactEmail, mailProvider, signInProviders } = page;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-xl">Privacy</h1>
        <p className="govuk-body-l">
          {serviceName} is run for {name}. This page says what it keeps about you, why, and who sees it.
        </p>
        <p className="govuk-body">
          We use it to run safeguarding training and to show whether the training helps. That is a public task
          of the partnership. We do not sell it, and we do not use it for advertising.
        </p>
        <Table
          caption="What is kept, and who sees it"
          columns={[
            { key: "what", heading: "What" },
            { key: "why", heading: "Why" },
            { key: "who", heading: "Who sees it" },
          ]}
          rows={kept.map(({ what, why, who }) => ({ id: what, cells: { what, why, who } }))}
        />
        <p className="govuk-body">
          Please write nothing here about children, adults or families you work with. The service has no place
          for it.
        </p>
        <h2 className="govuk-heading-m">What we do not do</h2>
        <ul className="govuk-list govuk-list--bullet">
          <li>
            No answer of one person is shown to anyone else, your manager and trainers included. If you ask us
            to make a copy of your data for you, whoever makes it could read it.
          </li>
          <li>A figure from only a few people is held back, so that nobody can be recognised.</li>
          <li>
            No decision about you is made by a computer alone, except the order of a waiting list: first come,
            first served.
          </li>
          <li>Nothing on a page comes from another company, and nothing follows you around the web.</li>
        </ul>
        <h2 className="govuk-heading-m">Where it goes</h2>
        <p className="govuk-body">
          {mailProvider
            ? "Messages to you are sent by a mail company, Resend. It gets your address and the message. Everything else stays in the service’s own database."
            : "Everything stays in the service’s own database. No mail company is used here."}
        </p>
        {signInProviders.length > 0 && (
          <p className="govuk-body">
            If you choose to sign in with {signInProviders.join(" or ")}, it learns that you did. It tells us
            your name, your address and your number there.
          </p>
        )}
        <HowLong months={page.months} />
        <YourRights contactName={contactName} contactEmail={contactEmail} />
        <Complain />
        <p className="govuk-body">
          The service keeps no cookie before you begin to sign in or to make an account. See{" "}
          <a className="govuk-link" href={paths.cookies()}>
            cookies
          </a>
          .
        </p>
      </div>
    </div>
  );
}
