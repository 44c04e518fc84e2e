// What has happened to this session and its bookings, newest first, from the audit trail.
import { Details } from "~/components/details";
import { Table } from "~/components/table";
import type { HistoryAction } from "~/domain/bookings/bookings.server";
import { counted, longDateTimeAt } from "~/shared/format";
import type { ManagedPage } from "./route";

const actionInWords: Record<HistoryAction, string> = {
  "sessions.scheduled": "Session scheduled",
  "sessions.trainer assigned": "Trainer put on the session",
  "sessions.trainer taken off": "Trainer taken off the session",
  "sessions.trainer confirmed": "Trainer can teach",
  "sessions.trainer declined": "Trainer cannot teach",
  "sessions.published": "Session published",
  "sessions.changed": "Session changed",
  "sessions.postponed": "Session postponed",
  "sessions.announced": "Told of a corrected title or place",
  "sessions.booking closed": "Booking closed",
  "sessions.booking reopened": "Booking opened again",
  "sessions.goes ahead": "Decided that it goes ahead",
  "sessions.cancelled": "Session cancelled",
  "sessions.material added": "Material added",
  "sessions.material removed": "Material removed",
  "sessions.delivered": "Session delivered",
  "bookings.note sent": "Note sent",
  "bookings.register finished": "Register finished",
  "bookings.requested": "Asked for a place",
  "bookings.awaiting approval": "Asked for approval",
  "bookings.confirmed": "Place confirmed",
  "bookings.waiting": "Joined the waiting list",
  "bookings.offered": "Place offered",
  "bookings.declined": "Offer declined",
  "bookings.expired": "Offer ended unanswered",
  "bookings.cancelled": "Booking cancelled",
  "bookings.moved": "Moved to another date",
};

/** As many as the query gives at most. */
const most = 40;

export function History({ entries }: { entries: ManagedPage["history"] }) {
  return (
    <section id="history">
      <h2 className="govuk-heading-m">History</h2>
      {entries.length === 0 ? (
        <p className="govuk-body">Nothing is recorded.</p>
      ) : (
        <Details
          summary={entries.length === most ? `The latest ${most} changes` : counted(entries.length, "change")}
        >
          <HistoryTable entries={entries} />
        </Details>
      )}
    </section>
  );
}

function HistoryTable({ entries }: { entries: ManagedPage["history"] }) {
  return (
    <Table
      caption="What happened, the latest first"
      captionSize="hidden"
      dense
      columns={[
        { key: "what", heading: "What" },
        { key: "who", heading: "About" },
        { key: "by", heading: "By" },
        { key: "when", heading: "When" },
      ]}
      rows={entries.map((entry) => ({
        id: String(entry.id),
        cells: {
          what: actionInWords[entry.action],
          who: entry.aboutName ?? "The session",
          by: entry.byName ?? "The service itself",
          when: longDateTimeAt(entry.at),
        },
      }))}
    />
  );
}
