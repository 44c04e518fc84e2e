// The waiting list in the order of the board's policy, and who would be next and why.
import { Table } from "~/components/table";
import { longDateTimeAt } from "~/shared/format";
import { paths } from "~/web/paths";
import type { ManagedPage } from "./route";

export function WaitingList({ page }: { page: ManagedPage }) {
  const { turns } = page;
  return (
    <section id="waiting">
      {turns.length > 0 ? (
        <>
          <Table
            caption="Waiting list"
            dense
            columns={[
              { key: "position", heading: "Turn", numeric: true },
              { key: "name", heading: "Name", rowHeader: true },
              { key: "agency", heading: "Agency" },
              { key: "since", heading: "Waiting since" },
            ]}
            rows={turns.map((person) => ({
              id: person.bookingId,
              cells: {
                position: person.position ?? "Passed over",
                name: (
                  <a className="govuk-link" href={paths.manageBooking(person.bookingId)}>
                    {person.personName}
                  </a>
                ),
                agency: person.agencyName,
                since: longDateTimeAt(person.queuedAt),
              },
            }))}
          />
          <p className="govuk-body">{whoIsNext(page)}</p>
        </>
      ) : (
        <>
          <h2 className="govuk-heading-m">Waiting list</h2>
          <p className="govuk-body">Nobody is waiting.</p>
        </>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.manageQueue(page.session.id)}>
          The waiting list in full: why, what would happen next, and offers so far
        </a>
      </p>
    </section>
  );
}

function whoIsNext({ session, now, turns }: ManagedPage): string {
  if (session.status !== "published") return "Nobody will be offered a place: this session is not open.";
  if (now >= session.bookingClosesAt) return "Nobody will be offered a place: booking has closed.";
  const next = turns.find(({ position }) => position === 1);
  return next
    ? `${next.personName} is next: ${next.reason}. As soon as a place is free, it is offered to them.`
    : "Nobody who waits can take a place now.";
}
