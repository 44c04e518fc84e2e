// What signed reports decided and is still to be done, the soonest first.
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import { plainDate } from "~/shared/format";
import { paths } from "~/web/paths";
import type { ReleasesPage } from "./route";

export function OpenActions({ page: { openActions, today } }: { page: ReleasesPage }) {
  return (
    <section id="actions">
      <h2 className="govuk-heading-l">What is still to be done</h2>
      {openActions.length === 0 ? (
        <p className="govuk-body">No action of a signed report is open.</p>
      ) : (
        <Table
          caption="Open actions"
          captionSize="hidden"
          columns={[
            { key: "action", heading: "Action" },
            { key: "owner", heading: "Owner" },
            { key: "due", heading: "Due" },
            { key: "from", heading: "Decided in" },
          ]}
          rows={openActions.map((action) => ({
            id: action.id,
            cells: {
              action: action.action,
              owner: action.owner,
              due: (
                <>
                  {plainDate(action.dueOn)} {action.dueOn < today && <Tag colour="red">Overdue</Tag>}
                </>
              ),
              from: (
                <a className="govuk-link" href={paths.releaseActions(action.releaseId)}>
                  Release {action.releaseNumber}
                  <span className="govuk-visually-hidden">, actions</span>
                </a>
              ),
            },
          }))}
        />
      )}
    </section>
  );
}
