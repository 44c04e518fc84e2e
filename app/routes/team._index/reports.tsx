// Those who name the reader as their line manager.
import { Table } from "~/components/table";
import { NextBooking } from "./next-booking";
import { PersonCell } from "./person-cell";
import type { TeamPage } from "./route";

export function Reports({ reports }: Pick<TeamPage, "reports">) {
  return (
    <section id="reports">
      <Table
        caption="People who name you as their line manager"
        columns={[
          { key: "who", heading: "Person" },
          { key: "work", heading: "Kind of work" },
          { key: "next", heading: "Next booking" },
        ]}
        rows={reports.map((person) => ({
          id: person.id,
          cells: {
            who: <PersonCell person={person} linked />,
            work: person.kindOfWork,
            next: <NextBooking next={person.next} />,
          },
        }))}
      />
    </section>
  );
}
