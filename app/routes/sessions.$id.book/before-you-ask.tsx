// What somebody should know before they ask for a place: full, for other work, a clash, who has to agree.
import { InsetText } from "~/components/inset-text";
import { counted, listed } from "~/shared/format";
import { paths } from "~/web/paths";
import type { BookingPage } from "./page-data.server";
import { silenceInWords, whoIsAsked } from "./what-follows";

export function BeforeYouAsk({ page }: { page: BookingPage }) {
  const { approval } = page;
  return (
    <>
      {page.full && (
        <InsetText>
          This session is full
          {page.waiting > 0 ? ` and ${counted(page.waiting, "person is", "people are")} waiting` : ""}.{" "}
          {page.queue?.join(" ")}
        </InsetText>
      )}
      {page.audience && (
        <InsetText>
          This course is for this work: {listed(page.audience)}. You can still ask: a coordinator looks at it
          first.
        </InsetText>
      )}
      {page.clashes.map((clash) => (
        <InsetText key={`${clash.bookingId} ${clash.when}`}>
          You have another booking at that time:{" "}
          <a className="govuk-link" href={paths.booking(clash.bookingId)}>
            {clash.courseTitle}
          </a>
          , {clash.when}. You can book both. Give up the one you cannot come to.
        </InsetText>
      ))}
      {approval && (
        <InsetText>
          {whoIsAsked(approval.askedOf, approval.lineManagerEmail)} has to agree to this booking.
          {page.unmet.length === 0 && !page.audience && (
            <>
              {" "}
              We ask them by email, and they have until {approval.until}. {silenceInWords[approval.silence]}
            </>
          )}
          {approval.lineManagerEmail && approval.askedOf === "line manager" && (
            <>
              {" "}
              <a className="govuk-link" href={paths.myDetails()}>
                Change your line manager
              </a>
            </>
          )}
        </InsetText>
      )}
    </>
  );
}
