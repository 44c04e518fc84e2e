// How long each kind of record is kept, by the partnership's own choice where it made one, and what stays.
import { Table } from "~/components/table";
import { type RetentionCode, retentionCodes, retentionRules } from "~/domain/personal-data/personal-data";
import { counted } from "~/shared/format";

export function HowLong({ months }: { months: Record<RetentionCode, number> }) {
  return (
    <>
      <Table
        caption="How long it is kept"
        columns={[
          { key: "what", heading: "What" },
          { key: "kept", heading: "How long" },
          { key: "ends", heading: "What happens then" },
        ]}
        rows={retentionCodes.map((code) => {
          const { records, after, ends } = retentionRules[code];
          return {
            id: code,
            cells: { what: records, kept: `${spanOf(months[code])} after ${after}`, ends },
          };
        })}
      />
      <p className="govuk-body">
        Bookings, attendance and certificates stay while you have an account. When an account is erased they
        stay too, but nobody can tell whose they were. The boards must show each year how many people were
        trained.
      </p>
      <p className="govuk-body">
        The record of who did what is never changed or deleted. It holds no names and no addresses.
      </p>
    </>
  );
}

/** Whole years from two on, as people say them. */
const spanOf = (months: number) =>
  months >= 24 && months % 12 === 0 ? counted(months / 12, "year") : counted(months, "month");
