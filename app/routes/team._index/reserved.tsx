// Places reserved for the agency on sessions to come: how many have a name, and until when the others wait for one.
import { Table } from "~/components/table";
import { lastMomentInWords } from "~/domain/terms/terms";
import { counted, plainDateAt } from "~/shared/format";
import { paths } from "~/web/paths";
import type { TeamPage } from "./route";

export function Reserved({ reserved }: Pick<TeamPage, "reserved">) {
  if (reserved.length === 0) return null;
  return (
    <section id="reserved">
      <Table
        caption="Reserved places"
        columns={[
          { key: "course", heading: "Course" },
          { key: "places", heading: "Places" },
          { key: "until", heading: "Name people by" },
          { key: "action", heading: "Action", headingHidden: true },
        ]}
        rows={reserved.map((held) => {
          const open = held.endedAt === null && held.named < held.places;
          return {
            id: held.id,
            cells: {
              course: (
                <>
                  {held.courseTitle}
                  <span className="app-line govuk-!-font-weight-regular">{plainDateAt(held.startsAt)}</span>
                </>
              ),
              places: `${held.named} of ${counted(held.places, "place")} named`,
              until: open
                ? lastMomentInWords(held.releasesAt)
                : held.endedAt === null
                  ? "Everyone is named"
                  : "Closed: no more names",
              action: (
                <a className="govuk-link" href={paths.teamHeldPlaces(held.id)}>
                  {open ? "Name people" : "See who is named"}
                  <span className="govuk-visually-hidden">
                    : {held.courseTitle}, {plainDateAt(held.startsAt)}
                  </span>
                </a>
              ),
            },
          };
        })}
      />
    </section>
  );
}
