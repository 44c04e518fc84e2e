// What else can be done with the booking, each on its own page.
import { paths } from "~/web/paths";
import type { RecordPage } from "./route";

export function WaysOn({ page: { booking, toCome } }: { page: RecordPage }) {
  const ways = [
    ...(toCome && (booking.state === "confirmed" || booking.state === "waiting")
      ? [{ href: paths.moveBooking(booking.id), text: "Move to another date" }]
      : []),
    ...(booking.state === "waiting"
      ? [
          {
            href: paths.manageQueue(booking.sessionId, { offer: booking.id }),
            text: "Offer a place out of turn",
          },
        ]
      : []),
    ...(booking.state === "offered"
      ? [{ href: paths.offer(booking.id), text: "Answer the offer for them" }]
      : []),
    ...(booking.state === "requested" || booking.state === "awaiting approval"
      ? [{ href: paths.manageApprovals(), text: "Decide on it with the other requests" }]
      : []),
    { href: paths.booking(booking.id), text: "See it as they see it" },
  ];
  return (
    <ul className="govuk-list">
      {ways.map(({ href, text }) => (
        <li key={href}>
          <a className="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
