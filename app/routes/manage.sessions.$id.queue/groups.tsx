// Groups that wait together, the places set aside for them, and until when.
import { Table } from "~/components/table";
import { longDateTimeAt } from "~/shared/format";
import type { QueuePage } from "./route";

export function Groups({ page: { queue } }: { page: QueuePage }) {
  if (queue.groups.length === 0) return null;
  return (
    <Table
      caption="Groups that wait"
      dense
      columns={[
        { key: "agency", heading: "Agency" },
        { key: "people", heading: "People", numeric: true },
        { key: "places", heading: "Places set aside", numeric: true },
        { key: "until", heading: "Until" },
      ]}
      rows={queue.groups.map((group) => ({
        id: group.groupId,
        cells: {
          agency: group.agencyName,
          people: group.people,
          places: group.places,
          until: group.split
            ? "They have waited together long enough, and wait one by one"
            : group.until === null
              ? "None set aside yet"
              : `${longDateTimeAt(group.until)}, then they wait one by one`,
        },
      }))}
    />
  );
}
