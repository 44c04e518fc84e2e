// What the agency's people have coming, counted, and the ways to book more of them.
import { SummaryList } from "~/components/summary-list";
import { wholeNumber } from "~/shared/format";
import { paths } from "~/web/paths";
import { type StateToCome, stateToComeInWords } from "~/web/team-words";
import type { TeamPage } from "./route";

const order: StateToCome[] = ["confirmed", "awaiting approval", "requested", "waiting", "offered"];

export function Coming({ bookings }: { bookings: NonNullable<TeamPage["bookings"]> }) {
  const shown = order.filter((state) => state === "confirmed" || (bookings[state] ?? 0) > 0);
  return (
    <section id="bookings">
      <h2 className="govuk-heading-m">Bookings to come</h2>
      <SummaryList
        rows={shown.map((state) => ({
          key: stateToComeInWords[state],
          value: wholeNumber(bookings[state] ?? 0),
          ...((bookings[state] ?? 0) > 0 && {
            change: {
              href: paths.teamBookings({ state }),
              hidden: `those: ${stateToComeInWords[state].toLowerCase()}`,
              text: "See",
            },
          }),
        }))}
      />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.teamBookings()}>
          See, cancel or pass on bookings
        </a>
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.teamStatement()}>
          Your agency’s statement of charges
        </a>
      </p>
      <p className="govuk-body">
        To book several people at once or to reserve places,{" "}
        <a className="govuk-link" href={paths.courses()}>
          find a course
        </a>
        , open its date and choose “Book for your team”.
      </p>
    </section>
  );
}
