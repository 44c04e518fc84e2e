// Learning elsewhere that was accepted: apart from our own, and in none of its hours.
import { Table } from "~/components/table";
import { duration, listed, plainDate } from "~/shared/format";
import { paths } from "~/web/paths";
import type { RecordPage } from "./route";

export function LearningCounted({ learning }: Pick<RecordPage, "learning">) {
  if (learning.length === 0) {
    return (
      <p className="govuk-body app-no-print">
        Did others train you?{" "}
        <a className="govuk-link" href={paths.myLearning()}>
          Tell us of learning elsewhere
        </a>
        .
      </p>
    );
  }
  return (
    <>
      <Table
        caption="Learning elsewhere"
        columns={[
          { key: "title", heading: "Training" },
          { key: "date", heading: "Completed" },
          { key: "length", heading: "Length" },
          { key: "counts", heading: "Counts" },
        ]}
        rows={learning.map((one) => ({
          id: one.id,
          cells: {
            title: (
              <>
                <a className="govuk-link" href={paths.myLearningOne(one.id)}>
                  {one.title}
                </a>
                <span className="app-line govuk-!-font-weight-regular">{one.provider}</span>
              </>
            ),
            date: plainDate(one.completedOn),
            length: duration(one.minutes),
            counts: (
              <>
                {one.competencies.length > 0 && <span className="app-line">{listed(one.competencies)}</span>}
                {one.validUntil !== null && (
                  <span className="app-line">Until {plainDate(one.validUntil)}</span>
                )}
              </>
            ),
          },
        }))}
      />
      <p className="govuk-body">
        You told us of these, and a coordinator accepted them. They are in none of the hours above.
      </p>
    </>
  );
}
