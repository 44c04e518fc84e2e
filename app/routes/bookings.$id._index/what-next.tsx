// What a booking's state means for the person, and what to do next.
import { ButtonLink } from "~/components/button-link";
import { InsetText } from "~/components/inset-text";
import { counted } from "~/shared/format";
import { paths } from "~/web/paths";
import { Ended } from "./ended";
import type { BookingPage } from "./page-data.server";
import { AwaitingApproval, Requested } from "./pending";

export function WhatNext({ page }: { page: BookingPage }) {
  return (
    <>
      <Evaluation evaluation={page.evaluation} />
      <Words page={page} />
    </>
  );
}

function Evaluation({ evaluation }: Pick<BookingPage, "evaluation">) {
  if (!evaluation) return null;
  const before = evaluation.stage === "T0";
  return (
    <InsetText>
      <a className="govuk-link" href={evaluation.path}>
        {before ? "Answer four questions before the training" : "Say what the training changed"}
      </a>
      {before ? " (two minutes)." : " (three minutes)."}
    </InsetText>
  );
}

function Words({ page }: { page: BookingPage }) {
  switch (page.booking.state) {
    case "requested":
      return <Requested page={page} />;
    case "awaiting approval":
      return <AwaitingApproval page={page} />;
    case "confirmed":
      return <Confirmed page={page} />;
    case "waiting":
      return <Waiting page={page} />;
    case "offered":
      return <Offered page={page} />;
    case "attended":
    case "partly attended":
      return <Attended />;
    case "did not attend":
    case "declined":
    case "expired":
    case "cancelled":
    case "moved":
      return <Ended page={page} />;
  }
}

function Confirmed({ page: { email, freeToCancel } }: { page: BookingPage }) {
  return (
    <>
      <h2 className="govuk-heading-m">What happens next</h2>
      <p className="govuk-body">
        We have sent a confirmation to {email} with an entry for your calendar. If it does not arrive within
        an hour, look in your junk mail. Declining the calendar entry does not cancel your place: cancel it
        here.
      </p>
      {freeToCancel && <p className="govuk-body">{freeToCancel}</p>}
    </>
  );
}

function Waiting({ page: { booking, queue, group } }: { page: BookingPage }) {
  const together = group?.together && group.waiting > 1;
  return (
    <>
      <h2 className="govuk-heading-m">What happens next</h2>
      {booking.position === null ? (
        <p className="govuk-body">
          Your turn is kept, but you cannot be offered a place now. Your agency has to confirm first that you
          work there.{" "}
          <a className="govuk-link" href={paths.myAccount()}>
            See your account
          </a>
        </p>
      ) : (
        <p className="govuk-body">
          You are number {booking.position} in the queue. {queue.policy} {queue.offer} We email you when it is
          your turn. We cannot say how likely that is.
        </p>
      )}
      {booking.position !== null && !queue.inOrderOfAsking && (
        <p className="govuk-body">
          Your number can go up as well as down, because places are not given in the order of asking alone.
        </p>
      )}
      {together && (
        <p className="govuk-body">
          You wait together with {counted(group.waiting - 1, "colleague")}, and are offered places together.{" "}
          {queue.groups}
        </p>
      )}
    </>
  );
}

function Offered({ page: { booking, group } }: { page: BookingPage }) {
  if (!booking.offer)
    return <p className="govuk-body">The time to answer has passed. The place goes to the next person.</p>;
  return (
    <>
      <p className="govuk-body">
        Answer by {booking.offer.until}. You have {booking.offer.left} left. After that it goes to the next
        person.
      </p>
      {group && (
        <p className="govuk-body">Your colleagues have offers of their own: this one is yours alone.</p>
      )}
      <ButtonLink href={paths.offer(booking.id)}>Answer the offer</ButtonLink>
    </>
  );
}

function Attended() {
  return (
    <p className="govuk-body">
      It is on{" "}
      <a className="govuk-link" href={paths.myRecord()}>
        your training record
      </a>
      , with your certificate once there is one.
    </p>
  );
}
