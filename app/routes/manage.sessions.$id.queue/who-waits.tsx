// Everyone who waits, in the order of their turns, each with why; those who are passed over stand last.
import { EmptyState } from "~/components/empty-state";
import { Table } from "~/components/table";
import { modeInWords } from "~/domain/sessions/sessions";
import { longDateTimeAt } from "~/shared/format";
import { paths } from "~/web/paths";
import type { QueuePage } from "./route";
import { passedOverInWords } from "./words";

export function WhoWaits({ page: { queue, sessionId } }: { page: QueuePage }) {
  if (queue.entries.length === 0) {
    return (
      <EmptyState
        title="Nobody is waiting"
        text="Whoever books a full session and agrees to wait shows here."
      />
    );
  }
  const offersPossible = queue.window === "open";
  return (
    <Table
      caption="Who waits, in the order of their turns"
      dense
      columns={[
        { key: "position", heading: "Turn", numeric: true },
        { key: "name", heading: "Name", rowHeader: true },
        { key: "agency", heading: "Agency" },
        ...(queue.modes.length > 1 ? [{ key: "mode", heading: "Wants" }] : []),
        { key: "since", heading: "Waiting since" },
        { key: "why", heading: "Why" },
        { key: "action", heading: "Action", headingHidden: true },
      ]}
      rows={queue.entries.map((entry) => ({
        id: entry.bookingId,
        cells: {
          position: entry.position ?? "",
          name: (
            <a className="govuk-link" href={paths.manageBooking(entry.bookingId)}>
              {entry.personName}
            </a>
          ),
          agency: entry.agencyName,
          mode: modeInWords[entry.mode],
          since: longDateTimeAt(entry.queuedAt),
          why: `${entry.passedOver ? passedOverInWords[entry.passedOver] : (entry.reason ?? "")}${entry.inGroup ? " (in a group)" : ""}`,
          action: offersPossible && entry.position !== null && (
            <a className="govuk-link" href={paths.manageQueue(sessionId, { offer: entry.bookingId })}>
              Offer a place out of turn<span className="govuk-visually-hidden"> to {entry.personName}</span>
            </a>
          ),
        },
      }))}
    />
  );
}
