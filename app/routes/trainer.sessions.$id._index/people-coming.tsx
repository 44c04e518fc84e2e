// Who has a place, with their agency and, where they told us of any, what they need; and the way to write to them.
import { EmptyState } from "~/components/empty-state";
import { Table } from "~/components/table";
import { needsInWords } from "~/domain/bookings/bookings";
import { counted } from "~/shared/format";
import { paths } from "~/web/paths";
import type { DeliveryPage } from "./route";

export function PeopleComing({ page }: { page: DeliveryPage }) {
  const { people, offered, session, coming } = page;
  if (!page.delivers)
    return (
      <p className="govuk-body">
        {counted(coming, "person has a place", "people have a place")} so far. Once you have said that you can
        teach this session, you see who they are and what they need.
      </p>
    );
  return (
    <>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.manageSessionWrite(session.id)}>
          Write to those on this session
        </a>
      </p>
      {people.length === 0 ? (
        <EmptyState title="Nobody has a place yet" text="People show here as soon as they book." />
      ) : (
        <Table
          caption={`Who is coming: ${counted(people.length, "person", "people")}`}
          dense
          columns={[
            { key: "name", heading: "Name" },
            { key: "agency", heading: "Agency" },
            { key: "needs", heading: "Access needs" },
          ]}
          rows={people.map((person) => ({
            id: person.bookingId,
            cells: {
              name: person.name,
              agency: person.agencyName,
              // Said only of those who have some: on a phone theirs stand out, and the list is half as long.
              needs: needsInWords(person),
            },
          }))}
        />
      )}
      {offered > 0 && (
        <p className="govuk-body">
          {counted(offered, "place is", "places are")} held for people who have not answered yet. They may
          still come.
        </p>
      )}
    </>
  );
}
