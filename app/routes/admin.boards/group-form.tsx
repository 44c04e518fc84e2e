// Adds a strategic delivery group, or changes one.
import { Checkboxes } from "~/components/checkboxes";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";
import type { BoardsPage } from "./route";

type GroupFormProps = { page: BoardsPage; group: BoardsPage["group"]; form?: FormState };

export function GroupForm({ page, group, form }: GroupFormProps) {
  return (
    <form method="post" action={paths.adminBoards({ group: group?.id })} noValidate>
      {!group && <h2 className="govuk-heading-m">Add a strategic delivery group</h2>}
      <TextField name="groupName" label="Name" initial={group?.name} form={form} />
      <Checkboxes
        name="boards"
        label="Boards it reports to"
        small
        initial={group?.boards}
        items={page.boards.map(({ code, name }) => ({ value: code, label: name }))}
        form={form}
      />
      <SubmitButton name="intent" value="group" variant={group ? "primary" : "secondary"}>
        {group ? "Save" : "Add the group"}
      </SubmitButton>
    </form>
  );
}
