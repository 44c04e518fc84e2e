// The one thing to do on a session's page, by how things stand.
import { ButtonLink } from "~/components/button-link";
import { InsetText } from "~/components/inset-text";
import { longDateTimeAt } from "~/shared/format";
import { paths } from "~/web/paths";

type NextStepProps = {
  session: {
    id: string;
    status: string;
    placesLeft: number;
    opensAt: number | null;
    bookingClosed: boolean;
    started: boolean;
    bookingClosesAt: number;
  };
  bookingId: string | null;
  /** The agency that has not confirmed yet that this person works there. */
  unconfirmedBy: string | null;
  contactEmail: string;
};

export function NextStep({ session, bookingId, unconfirmedBy, contactEmail }: NextStepProps) {
  if (bookingId) {
    return (
      <InsetText>
        You have a booking for this session.{" "}
        <a className="govuk-link" href={paths.booking(bookingId)}>
          See your booking
        </a>
      </InsetText>
    );
  }
  if (session.started) return <InsetText>This session has started.</InsetText>;
  if (session.status !== "published") return <InsetText>This session is not open for booking.</InsetText>;
  if (session.bookingClosed) {
    return (
      <InsetText>
        Booking closed on {longDateTimeAt(session.bookingClosesAt)}. If you need to come, contact{" "}
        <a className="govuk-link" href={`mailto:${contactEmail}`}>
          {contactEmail}
        </a>
      </InsetText>
    );
  }
  if (session.opensAt !== null) {
    return (
      <InsetText>Booking opens on {longDateTimeAt(session.opensAt)}. Come back to this page then.</InsetText>
    );
  }
  if (unconfirmedBy) {
    return (
      <InsetText>
        You can book once {unconfirmedBy} confirms that you work there. We have asked them, and we email you
        when they answer.{" "}
        <a className="govuk-link" href={paths.myAccount()}>
          See your account
        </a>
      </InsetText>
    );
  }
  return (
    <ButtonLink href={paths.book(session.id)}>
      {session.placesLeft > 0 ? "Book a place" : "Join the waiting list"}
    </ButtonLink>
  );
}
