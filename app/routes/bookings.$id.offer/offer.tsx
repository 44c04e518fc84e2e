// What is offered, to whom, and until when.
import { SessionDates } from "~/web/session-result";
import type { OfferPage } from "./route";

export function Offer({ page }: { page: OfferPage }) {
  return (
    <>
      <p className="govuk-body">
        <strong className="app-line">{page.courseTitle}</strong>
        <SessionDates dates={page.dates} />
        <span className="app-line">{page.where}</span>
        {page.forName && <span className="app-line">For {page.forName}</span>}
      </p>
      <p className="govuk-body">
        {page.left === null
          ? `The time to answer passed on ${page.until}.`
          : `It is held for you until ${page.until}. You have ${page.left} left.`}
      </p>
      {page.inGroup && (
        <p className="govuk-body">You asked for places with colleagues. Each of you answers for yourself.</p>
      )}
      <p className="govuk-body">{page.freeToCancel}</p>
    </>
  );
}
