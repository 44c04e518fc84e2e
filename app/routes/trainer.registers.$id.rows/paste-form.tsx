// The file to take away, and the place to paste its rows.
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { paths } from "~/web/paths";
import type { RowsAnswer } from "./route";

export function PasteForm({ meetingId, answer }: { meetingId: string; answer?: RowsAnswer }) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ol className="govuk-list govuk-list--number">
          <li>
            <a className="govuk-link" href={paths.trainerRowsCsv(meetingId)}>
              Download the register (CSV)
            </a>
          </li>
          <li>
            Fill in the mark column: present, late, left early, absent or excused. A blank leaves a person as
            they are.
          </li>
          <li>Copy the whole table and paste it below.</li>
        </ol>
        {answer && answer.refused.length > 0 && (
          <>
            <h2 className="govuk-heading-m">Nothing was saved</h2>
            <ul className="govuk-list govuk-list--bullet">
              {answer.refused.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </>
        )}
        <form method="post" action={paths.trainerRows(meetingId)} noValidate>
          <TextArea
            name="rows"
            label="Rows with their headings"
            rows={12}
            spellCheck={false}
            form={answer?.form}
          />
          <SubmitButton name="intent" value="check">
            Check the rows
          </SubmitButton>
        </form>
      </div>
    </div>
  );
}
