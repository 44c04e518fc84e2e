// What a booking's state means for the person, and what to do next.
import { ButtonLink } from "~/components/button-link";
import { InsetText } from "~/components/inset-text";
import type { BookingState } from "~/domain/bookings/bookings";
import { longDateTimeAt } from "~/shared/format";
import { paths } from "~/web/paths";

export const headingOf: Record<BookingState, string> = {
  confirmed: "Your place is confirmed",
  waiting: "You are on the waiting list",
  offered: "A place is being held for you",
  declined: "You turned down the offer",
  expired: "The offer has ended",
  cancelled: "Booking cancelled",
  attended: "You attended this session",
  "partly attended": "You attended part of this session",
  "did not attend": "You did not attend this session",
};

type WhatNextProps = {
  page: {
    booking: {
      id: string;
      state: BookingState;
      position: number | null;
      offerEndsAt: number | null;
      sessionId: string;
    };
    evaluation: { stage: "T0" | "T2"; path: string } | null;
    email: string;
  };
};

export function WhatNext({ page: { booking, evaluation, email } }: WhatNextProps) {
  return (
    <>
      {evaluation && (
        <InsetText>
          <a className="govuk-link" href={evaluation.path}>
            {evaluation.stage === "T0"
              ? "Answer four questions before the training"
              : "Say what the training changed"}
          </a>
          {evaluation.stage === "T0" ? " (two minutes)." : " (three minutes)."}
        </InsetText>
      )}
      <Words state={booking.state} email={email} position={booking.position} />
      {booking.state === "offered" && booking.offerEndsAt !== null && (
        <>
          <p className="govuk-body">
            Answer by {longDateTimeAt(booking.offerEndsAt)}. After that it goes to the next person.
          </p>
          <ButtonLink href={paths.offer(booking.id)}>Answer the offer</ButtonLink>
        </>
      )}
      {["declined", "expired", "cancelled"].includes(booking.state) && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.session(booking.sessionId)}>
            Look at this session again
          </a>
        </p>
      )}
    </>
  );
}

function Words({ state, email, position }: { state: BookingState; email: string; position: number | null }) {
  if (state === "confirmed") {
    return (
      <>
        <h2 className="govuk-heading-m">What happens next</h2>
        <p className="govuk-body">
          We have sent a confirmation to {email} with an entry for your calendar. If it does not arrive within
          an hour, look in your junk mail. Declining the calendar entry does not cancel your place: cancel it
          here.
        </p>
      </>
    );
  }
  if (state === "waiting" && position !== null) {
    return (
      <>
        <h2 className="govuk-heading-m">What happens next</h2>
        <p className="govuk-body">
          You are number {position} in the queue. When a place comes free, whoever has waited longest is
          offered it by email and here, and has 24 hours to say yes. We cannot say how likely that is.
        </p>
      </>
    );
  }
  return null;
}
