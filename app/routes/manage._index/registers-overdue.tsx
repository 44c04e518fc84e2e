// Meetings that ended over half a day ago without a finished register.
import { Table } from "~/components/table";
import { longDate } from "~/shared/format";
import { paths } from "~/web/paths";
import type { ManagePage } from "./route";

export function RegistersOverdue({ registers }: Pick<ManagePage, "registers">) {
  if (registers.length === 0) return null;
  return (
    <section id="registers">
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
    </section>
  );
}
