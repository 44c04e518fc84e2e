// The letters about this booking, the latest first.
import { LettersTable } from "~/web/letters-table";
import type { RecordPage } from "./route";

export function Letters({ letters }: Pick<RecordPage, "letters">) {
  return (
    <section id="messages">
      {letters.length === 0 ? (
        <>
          <h2 className="govuk-heading-m">Messages</h2>
          <p className="govuk-body">Nothing has been written about this booking.</p>
        </>
      ) : (
        <LettersTable letters={letters} />
      )}
    </section>
  );
}
