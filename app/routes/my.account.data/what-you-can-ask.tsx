// Correction, erasure and complaint: what to do for each.
import { paths } from "~/web/paths";

export function WhatYouCanAsk({ contactName, contactEmail }: { contactName: string; contactEmail: string }) {
  const mail = (
    <a className="govuk-link" href={`mailto:${contactEmail}`}>
      {contactEmail}
    </a>
  );
  return (
    <>
      <h2 className="govuk-heading-m">If something is wrong</h2>
      <p className="govuk-body">
        You can{" "}
        <a className="govuk-link" href={paths.myDetails()}>
          change your details
        </a>{" "}
        yourself. For anything else, such as a wrong attendance, write to {contactName}: {mail}
      </p>
      <h2 className="govuk-heading-m">If you want it erased</h2>
      <p className="govuk-body">
        Write to {contactName} from your work address. We answer within one month. We keep the count of people
        trained, without your name.
      </p>
      <h2 className="govuk-heading-m">If you are not happy</h2>
      <p className="govuk-body">
        You can{" "}
        <a className="govuk-link" href={paths.complaint()}>
          complain about how your data is used
        </a>
        . Our{" "}
        <a className="govuk-link" href={paths.privacy()}>
          privacy page
        </a>{" "}
        says what is kept, why, and for how long.
      </p>
    </>
  );
}
