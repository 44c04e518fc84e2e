// How much this person has done, and the ways to the record, certificates and learning elsewhere.
import { counted, duration } from "~/shared/format";
import { paths } from "~/web/paths";
import type { MyTraining } from "./route";

export function RecordInShort({ record }: Pick<MyTraining, "record">) {
  return (
    <>
      <h2 className="govuk-heading-l">My record</h2>
      <p className="govuk-body">
        {record.sessions === 0
          ? "Nothing yet. Sessions appear here once the trainer has taken the register."
          : `You have attended ${counted(record.sessions, "whole session")}: ${duration(record.minutes)} in all.`}
      </p>
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href={paths.myRecord()}>
            Your record and certificates
          </a>
        </li>
        <li>
          <a className="govuk-link" href={paths.myLearning()}>
            Learning elsewhere
          </a>
          : tell us of training that others gave you
        </li>
      </ul>
    </>
  );
}
