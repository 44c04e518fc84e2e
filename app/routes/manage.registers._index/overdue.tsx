// Meetings that ended over half a day ago without a finished register.
import { Table } from "~/components/table";
import { longDate } from "~/shared/format";
import { paths } from "~/web/paths";
import type { RegistersPage } from "./route";

export function Overdue({ registers }: { registers: RegistersPage["overdue"] }) {
  if (registers.length === 0) return <p className="govuk-body">No register is overdue.</p>;
  return (
    <Table
      caption="Registers overdue"
      dense
      columns={[
        { key: "course", heading: "Course" },
        { key: "when", heading: "Met on" },
        { key: "trainers", heading: "Trainers" },
        { key: "action", heading: "Action", headingHidden: true },
      ]}
      rows={registers.map((register) => ({
        id: register.meetingId,
        cells: {
          course: register.courseTitle,
          when: `${longDate(register.date)}${register.of > 1 ? `, meeting ${register.number} of ${register.of}` : ""}`,
          trainers: register.trainerNames ?? "Nobody was assigned",
          action: (
            <a className="govuk-link" href={paths.trainerRegister(register.meetingId)}>
              Take the register
              <span className="govuk-visually-hidden">
                : {register.courseTitle}, {longDate(register.date)}
              </span>
            </a>
          ),
        },
      }))}
    />
  );
}
