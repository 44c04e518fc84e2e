// Whose booking it is, how it stands, and what it led to.
import { SummaryList } from "~/components/summary-list";
import { Tag } from "~/components/tag";
import { stateInWords as chargeInWords, kindInWords } from "~/domain/charges/charges";
import { modeInWords } from "~/domain/sessions/sessions";
import { longDateTimeAt, poundsAndPence, timeLeft } from "~/shared/format";
import { paths } from "~/web/paths";
import type { RecordPage } from "./route";
import { stateInWords } from "./words";

export function Facts({ page }: { page: RecordPage }) {
  const { booking, now } = page;
  return (
    <SummaryList
      rows={[
        {
          key: "Person",
          value: (
            <>
              <a className="govuk-link" href={paths.adminPerson(booking.personId)}>
                {booking.personName}
              </a>
              <span className="app-line">{booking.email}</span>
              {booking.accountClosed && <Tag colour="grey">Has left</Tag>}
            </>
          ),
        },
        {
          key: "Agency",
          value: booking.agencyConfirmed ? booking.agencyName : `${booking.agencyName}, not confirmed yet`,
        },
        {
          key: "State",
          value: `${stateInWords[booking.state]}${booking.walkIn ? ", came without a booking" : ""}${
            booking.offerEndsAt !== null && now < booking.offerEndsAt
              ? `, ${timeLeft(now, booking.offerEndsAt)} left to answer`
              : ""
          }`,
        },
        { key: "Place", value: modeInWords[booking.mode] },
        { key: "Session starts", value: longDateTimeAt(booking.startsAt) },
        { key: "Reference", value: booking.reference },
        ...(booking.movedToId ? [elsewhere("Moved to", booking.movedToId, "See the new booking")] : []),
        ...(booking.movedFromId
          ? [elsewhere("Moved from", booking.movedFromId, "See the earlier booking")]
          : []),
        ...page.charges.map((charge) => ({
          key: kindInWords[charge.kind],
          value: (
            <a className="govuk-link" href={paths.manageCharge(charge.id)}>
              {poundsAndPence(charge.pence)}: {chargeInWords[charge.state].toLowerCase()}
            </a>
          ),
        })),
      ]}
    />
  );
}

const elsewhere = (key: string, bookingId: string, words: string) => ({
  key,
  value: (
    <a className="govuk-link" href={paths.manageBooking(bookingId)}>
      {words}
    </a>
  ),
});
