// Who did not come lately: a word with them may be all it takes.
import { Details } from "~/components/details";
import { Table } from "~/components/table";
import { counted, plainDateAt } from "~/shared/format";
import { paths } from "~/web/paths";
import type { TeamPage } from "./route";

export function Missed({ missed }: Pick<TeamPage, "missed">) {
  if (missed.length === 0) return null;
  return (
    <section id="missed">
      <Details summary={`${counted(missed.length, "place")} not used in the last 90 days`}>
        <Table
          caption="Did not attend, the latest first"
          captionSize="s"
          dense
          columns={[
            { key: "who", heading: "Person" },
            { key: "course", heading: "Course" },
            { key: "when", heading: "Date" },
          ]}
          rows={missed.map((booking) => ({
            id: booking.bookingId,
            cells: {
              who: (
                <a className="govuk-link" href={paths.teamPerson(booking.personId)}>
                  <bdi>{booking.personName}</bdi>
                </a>
              ),
              course: booking.courseTitle,
              when: plainDateAt(booking.startsAt),
            },
          }))}
        />
      </Details>
    </section>
  );
}
