// Everything that is held on me: what there is, two files of it, and what I can ask for.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { SubmitButton } from "~/components/submit-button";
import { readPartnership } from "~/domain/accounts/accounts.server";
import { countPersonalData } from "~/domain/personal-data/personal-data.server";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { WhatIsHeld } from "./what-is-held";
import { WhatYouCanAsk } from "./what-you-can-ask";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Your data");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { contactName, contactEmail } = readPartnership(visit);
    return { sections: countPersonalData(visit, visit.person.id), contactName, contactEmail };
  });

export default function YourData() {
  const { sections, contactName, contactEmail } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.myAccount()} text="Your account" />
        <h1 className="govuk-heading-xl">Your data</h1>
        <p className="govuk-body-l">You can have a copy of everything this service holds on you.</p>
        <p className="govuk-body">
          Both files hold the same. The first opens in a spreadsheet. The second is for other software.
        </p>
        <div className="govuk-button-group">
          <form method="post" action={paths.myDataCsv()}>
            <SubmitButton>Download for a spreadsheet (CSV)</SubmitButton>
          </form>
          <form method="post" action={paths.myDataJson()}>
            <SubmitButton variant="secondary">Download for other software (JSON)</SubmitButton>
          </form>
        </div>
        <WhatIsHeld sections={sections} />
        <WhatYouCanAsk contactName={contactName} contactEmail={contactEmail} />
      </div>
    </div>
  );
}
