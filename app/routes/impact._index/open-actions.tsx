// What was decided from earlier reports and is still to be done: from a finding to who does what, by when.
import { EmptyState } from "~/components/empty-state";
import { Table } from "~/components/table";
import type { OpenAction } from "~/domain/impact/impact.server";
import { plainDate } from "~/shared/format";
import { paths } from "~/web/paths";

export function OpenActions({ actions }: { actions: OpenAction[] }) {
  if (actions.length === 0)
    return (
      <EmptyState
        title="No open actions"
        text="Actions are decided in a release of this report, each with an owner and a date, and stand here until they are done."
        action={{ href: paths.releases(), label: "Releases" }}
        headingLevel={3}
      />
    );
  return (
    <>
      <p className="app-report__sentence">
        Decided in releases of this report and still to be done, the soonest first.
      </p>
      <Table
        caption="Open actions"
        captionSize="hidden"
        columns={[
          { key: "action", heading: "Action" },
          { key: "finding", heading: "Because of" },
          { key: "owner", heading: "Who" },
          { key: "due", heading: "By" },
          { key: "release", heading: "Decided in" },
        ]}
        rows={actions.map((one) => ({
          id: one.id,
          cells: {
            action: one.action,
            finding: one.finding,
            owner: one.owner,
            due: plainDate(one.dueOn),
            release: (
              <a className="govuk-link" href={paths.release(one.releaseId)}>
                Release {one.releaseNumber}
              </a>
            ),
          },
        }))}
      />
    </>
  );
}
