// The waiting list in its order, and who would be next and why.
import { Table } from "~/components/table";
import { longDateTimeAt } from "~/shared/format";
import type { ManagedPage } from "./route";

export function WaitingList({ page }: { page: ManagedPage }) {
  const { waiting } = page;
  const [next] = waiting;
  return (
    <section id="waiting">
      {next ? (
        <>
          <Table
            caption="Waiting list"
            dense
            columns={[
              { key: "position", heading: "Position", numeric: true },
              { key: "name", heading: "Name", rowHeader: true },
              { key: "agency", heading: "Agency" },
              { key: "since", heading: "Waiting since" },
            ]}
            rows={waiting.map((person, index) => ({
              id: person.id,
              cells: {
                position: index + 1,
                name: person.personName,
                agency: person.agencyName,
                since: longDateTimeAt(person.queuedAt),
              },
            }))}
          />
          <p className="govuk-body">{whoIsNext(page, next)}</p>
        </>
      ) : (
        <>
          <h2 className="govuk-heading-m">Waiting list</h2>
          <p className="govuk-body">Nobody is waiting.</p>
        </>
      )}
    </section>
  );
}

function whoIsNext({ session, now }: ManagedPage, next: ManagedPage["waiting"][number]): string {
  if (session.status !== "published") return "Nobody will be offered a place: this session is not open.";
  if (now >= session.bookingClosesAt) return "Nobody will be offered a place: booking has closed.";
  return `${next.personName} is next, having waited longest. As soon as a place is free, it is offered to them for 24 hours, or until booking closes.`;
}
