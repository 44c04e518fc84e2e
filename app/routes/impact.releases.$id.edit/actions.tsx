// The actions decided so far, each to be changed or taken out.
import { SubmitButton } from "~/components/submit-button";
import { Table } from "~/components/table";
import { plainDate } from "~/shared/format";
import { paths } from "~/web/paths";
import type { EditPage } from "./route";

export function Actions({ page }: { page: EditPage }) {
  if (page.actions.length === 0) return null;
  return (
    <section id="actions">
      <Table
        caption="What will be done"
        captionSize="l"
        columns={[
          { key: "action", heading: "Action" },
          { key: "owner", heading: "Owner" },
          { key: "due", heading: "Due" },
          { key: "change", heading: "Change", headingHidden: true },
        ]}
        rows={page.actions.map(({ id, finding, action, owner, dueOn }) => ({
          id,
          cells: {
            action: (
              <>
                {action}
                <span className="govuk-hint govuk-!-margin-bottom-0">Because: {finding}</span>
              </>
            ),
            owner,
            due: plainDate(dueOn),
            change: (
              <form method="post" action={paths.editRelease(page.id)}>
                <a className="govuk-link" href={`${paths.editRelease(page.id, { action: id })}#action`}>
                  Change<span className="govuk-visually-hidden"> {action}</span>
                </a>
                <input type="hidden" name="actionId" value={id} />
                <SubmitButton name="intent" value="remove" variant="secondary" hidden={action}>
                  Remove
                </SubmitButton>
              </form>
            ),
          },
        }))}
      />
    </section>
  );
}
