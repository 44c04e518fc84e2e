// A link is on its way. The same page for every address, so that nobody learns from it who has an account.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { InsetText } from "~/components/inset-text";
import { readPartnership } from "~/domain/accounts/accounts.server";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Check your email");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { contactName, contactEmail } = readPartnership(visit);
    return { contactName, contactEmail, demo: visit.settings.demo };
  });

export default function LinkSent() {
  const { contactName, contactEmail, demo } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">Check your email</h1>
        <p className="govuk-body-l">We have sent a link to the address you gave.</p>
        <p className="govuk-body">Open it within 10 minutes, on any device. It works once.</p>
        {demo && (
          <InsetText>
            This is a demonstration, so the letter is in the{" "}
            <a className="govuk-link" href={paths.mailTray()}>
              mail tray
            </a>{" "}
            within a few seconds.
          </InsetText>
        )}
        <h2 className="govuk-heading-m">Nothing there?</h2>
        <ul className="govuk-list govuk-list--bullet">
          <li>Wait two minutes, and look among junk or quarantined mail.</li>
          <li>
            <a className="govuk-link" href={paths.askForLink()}>
              Ask for another link
            </a>
            , and check the address as you type it. Only the newest link works.
          </li>
          <li>
            Still nothing? Contact {contactName}:{" "}
            <a className="govuk-link" href={`mailto:${contactEmail}`}>
              {contactEmail}
            </a>
          </li>
        </ul>
      </div>
    </div>
  );
}
