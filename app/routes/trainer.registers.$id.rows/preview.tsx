// What the pasted rows would change, before anything is saved.
import { SubmitButton } from "~/components/submit-button";
import { Table } from "~/components/table";
import { counted } from "~/shared/format";
import { paths } from "~/web/paths";
import type { RowsAnswer } from "./route";

type Props = { meetingId: string; preview: NonNullable<RowsAnswer["preview"]> };

export function Preview({ meetingId, preview: { changes, unchanged, rows } }: Props) {
  const back = (
    <a className="govuk-link" href={paths.trainerRows(meetingId)}>
      Paste other rows
    </a>
  );
  if (changes.length === 0)
    return (
      <>
        <p className="govuk-body">Nothing changes: everyone is marked like this already, or left blank.</p>
        <p className="govuk-body">{back}</p>
      </>
    );
  return (
    <>
      <Table
        caption={counted(changes.length, "mark changes", "marks change")}
        columns={[
          { key: "name", heading: "Name" },
          { key: "before", heading: "Mark now" },
          { key: "mark", heading: "Mark afterwards" },
        ]}
        rows={changes.map(({ bookingId, name, before, mark }) => ({
          id: bookingId,
          cells: { name, before: before ?? "not marked", mark },
        }))}
      />
      <p className="govuk-body">{counted(unchanged, "person stays", "people stay")} as they are.</p>
      <form method="post" action={paths.trainerRows(meetingId)} noValidate>
        <input type="hidden" name="rows" value={rows} />
        <div className="govuk-button-group">
          <SubmitButton name="intent" value="save">
            Save these marks
          </SubmitButton>
          {back}
        </div>
      </form>
    </>
  );
}
