// Somebody else has to decide first: who, until when, and what silence means.
import { lastMomentInWords } from "~/domain/terms/terms";
import type { BookingPage } from "./page-data.server";

export function Requested({ page: { claims, booking } }: { page: BookingPage }) {
  return (
    <>
      <h2 className="govuk-heading-m">What happens next</h2>
      <p className="govuk-body">
        A coordinator looks at it and decides. We email you what they say. You need not do anything.
      </p>
      {claims.length > 0 && (
        <>
          <p className="govuk-body">They look at what you told us you have done already:</p>
          <ul className="govuk-list govuk-list--bullet">
            {claims.map(({ name, said }) => (
              <li key={name}>
                {name}
                {said && `: ${said}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <PlaceOrTurn queued={booking.queued} />
    </>
  );
}

export function AwaitingApproval({ page: { approval, silence, booking } }: { page: BookingPage }) {
  return (
    <>
      <h2 className="govuk-heading-m">What happens next</h2>
      {approval && (
        <p className="govuk-body">
          We have asked {whoInWords(approval)}. They have until {lastMomentInWords(approval.answerBy)}. If
          they do not answer by then, your booking is {silence === "approved" ? "approved" : "declined"}. You
          may want to remind them.
        </p>
      )}
      <PlaceOrTurn queued={booking.queued} />
    </>
  );
}

export const whoInWords = (approval: {
  askedOf: "line manager" | "agency lead";
  approverEmail: string | null;
}) =>
  approval.askedOf === "line manager"
    ? `your line manager${approval.approverEmail ? ` (${approval.approverEmail})` : ""}`
    : "your agency’s training lead";

const PlaceOrTurn = ({ queued }: { queued: boolean }) => (
  <p className="govuk-body">
    {queued
      ? "There was no free place when you asked. Your turn on the waiting list counts from then."
      : "A place is kept for you until they decide."}
  </p>
);
