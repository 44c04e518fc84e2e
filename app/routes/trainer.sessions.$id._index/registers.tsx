// Each meeting with the state of its register and, for those who take it, the way to it.
import { Table } from "~/components/table";
import { longDateTimeAt, meetingTime } from "~/shared/format";
import { paths } from "~/web/paths";
import type { DeliveryPage } from "./route";

type Meeting = DeliveryPage["meetings"][number];

export function Registers({ page }: { page: DeliveryPage }) {
  const { meetings, coming, delivers, now } = page;
  const { status } = page.session;
  const held = status !== "draft" && status !== "cancelled";
  return (
    <Table
      caption={meetings.length > 1 ? "When, and the registers" : "When, and the register"}
      columns={[
        { key: "when", heading: "When" },
        { key: "state", heading: "Register" },
        ...(held && delivers ? [{ key: "action", heading: "Action", headingHidden: true }] : []),
      ]}
      rows={meetings.map((meeting) => ({
        id: meeting.id,
        cells: {
          when: `${meetings.length > 1 ? `Meeting ${meeting.number}: ` : ""}${meetingTime(meeting)}`,
          state: held ? stateInWords(meeting, coming, now) : "None",
          action: (
            <a className="govuk-link" href={paths.trainerRegister(meeting.id)}>
              {meeting.registerTakenAt === null && now >= meeting.registerOpensAt
                ? "Take the register"
                : "See the register"}
              {meetings.length > 1 && (
                <span className="govuk-visually-hidden"> for meeting {meeting.number}</span>
              )}
            </a>
          ),
        },
      }))}
    />
  );
}

function stateInWords(meeting: Meeting, people: number, now: number): string {
  if (meeting.registerTakenAt !== null) return `Finished on ${longDateTimeAt(meeting.registerTakenAt)}`;
  if (now < meeting.registerOpensAt) return `Opens on ${longDateTimeAt(meeting.registerOpensAt)}`;
  return `Open: ${meeting.marked} of ${people} marked`;
}
