// What was recorded of training before this service: entries, titles, and what nobody wrote down.
import type { summariseRecordedDeliveries } from "~/domain/impact/impact.server";
import { counted, wholeNumber } from "~/shared/format";

export function Recorded({ recorded }: { recorded: ReturnType<typeof summariseRecordedDeliveries> }) {
  if (recorded.deliveries === 0) return null;
  return (
    <p className="govuk-body">
      Recorded for 2023: {counted(recorded.deliveries, "entry", "entries")} under{" "}
      {counted(recorded.titles, "title")}
      {recorded.attended !== null && `, with ${wholeNumber(recorded.attended)} attendances`}. For{" "}
      {counted(recorded.unrecorded, "entry", "entries")} nobody wrote down how many came.
    </p>
  );
}
