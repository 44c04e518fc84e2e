// What was done with a complaint, when and by whom.
import { Table } from "~/components/table";
import { longDateTimeAt } from "~/shared/format";
import type { ComplaintPage } from "./route";

export function History({ complaint }: { complaint: ComplaintPage["complaint"] }) {
  const { name, receivedAt, acknowledgedAt, acknowledgedByName, answeredAt, answeredByName } = complaint;
  const entries = [
    { what: "Received", at: receivedAt, by: name },
    { what: "Acknowledged", at: acknowledgedAt, by: acknowledgedByName },
    { what: "Answered", at: answeredAt, by: answeredByName },
  ];
  return (
    <Table
      caption="History"
      dense
      columns={[
        { key: "what", heading: "What" },
        { key: "when", heading: "When" },
        { key: "by", heading: "By" },
      ]}
      rows={entries.flatMap(({ what, at, by }) =>
        at === null
          ? []
          : [{ id: what, cells: { what, when: longDateTimeAt(at), by: by ?? "The service itself" } }],
      )}
    />
  );
}
