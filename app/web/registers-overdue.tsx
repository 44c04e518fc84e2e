// Meetings that ended over half a day ago without a finished register, each with the way to take it.
import { Table } from "~/components/table";
import type { listRegistersOverdue } from "~/domain/bookings/bookings.server";
import { longDate } from "~/shared/format";
import { paths } from "./paths";

type Register = Pick<
  ReturnType<typeof listRegistersOverdue>[number],
  "meetingId" | "courseTitle" | "number" | "of" | "date" | "trainerNames"
>;

export const RegistersOverdue = ({ registers }: { registers: readonly Register[] }) => (
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
