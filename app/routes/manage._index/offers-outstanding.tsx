// Places held for people who have not answered, and how long each has left.
import { Table } from "~/components/table";
import { civilDateAt } from "~/shared/civil-time";
import { shortDate, timeLeft } from "~/shared/format";
import { paths } from "~/web/paths";
import type { ManagePage } from "./route";

export function OffersOutstanding({ offers, now }: Pick<ManagePage, "offers" | "now">) {
  if (offers.length === 0) return null;
  return (
    <section id="offers">
      <Table
        caption="Offers not answered"
        dense
        columns={[
          { key: "who", heading: "Person" },
          { key: "agency", heading: "Agency" },
          { key: "course", heading: "Course" },
          { key: "starts", heading: "Starts" },
          { key: "left", heading: "Time left" },
          { key: "action", heading: "Action", headingHidden: true },
        ]}
        rows={offers.map((offer) => ({
          id: offer.bookingId,
          cells: {
            who: offer.personName,
            agency: offer.agencyName,
            course: offer.courseTitle,
            starts: shortDate(civilDateAt(offer.startsAt)),
            left:
              offer.offerEndsAt > now ? timeLeft(now, offer.offerEndsAt) : "Over: ends with the next turn",
            action: (
              <a className="govuk-link" href={`${paths.manageSession(offer.sessionId)}#waiting`}>
                See who is next<span className="govuk-visually-hidden"> after {offer.personName}</span>
              </a>
            ),
          },
        }))}
      />
    </section>
  );
}
