// What is kept about people, why, who sees it, and how to complain. Change it with the data it tells of.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Table } from "~/components/table";
import { readPartnership } from "~/domain/accounts/accounts.server";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { Complain, YourRights } from "./rights";
import { kept } from "./what-is-kept";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Privacy");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { name, serviceName, contactName, contactEmail } = readPartnership(visit);
    return { name, serviceName, contactName, contactEmail, mailProvider: visit.settings.resend !== null };
  });

export default function Privacy() {
  const { name, serviceName, contactName, contactEmail, mailProvider } = useLoaderData<typeof loader>();
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
          rows={kept.map((row) => ({ id: row.what, cells: row }))}
        />
        <p className="govuk-body">
          Please write nothing here about children, adults or families you work with. The service has no place
          for it.
        </p>
        <h2 className="govuk-heading-m">What we do not do</h2>
        <ul className="govuk-list govuk-list--bullet">
          <li>No answer of one person is shown to anyone else, your manager and trainers included.</li>
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
        <h2 className="govuk-heading-m">How long it is kept</h2>
        <p className="govuk-body">
          Nothing is deleted by itself yet. The partnership has still to decide how long each kind of record
          is kept. Ask us if you want something removed now.
        </p>
        <YourRights contactName={contactName} contactEmail={contactEmail} />
        <Complain />
        <p className="govuk-body">
          The service keeps one cookie, and only when you sign in. See{" "}
          <a className="govuk-link" href={paths.cookies()}>
            cookies
          </a>
          .
        </p>
      </div>
    </div>
  );
}
