// One meeting's page. Its headings stand again on each further sheet of paper.
import { listed, meetingTime } from "~/shared/format";
import type { Sheet } from "./route";

/** For people who come without a booking. */
const blankRows = ["one", "two", "three", "four", "five"];

export function SheetPage({ sheet, meeting }: { sheet: Sheet; meeting: Sheet["meetings"][number] }) {
  const { courseTitle, where, trainers, meetings, people } = sheet;
  return (
    <section className="app-sheet__page" aria-labelledby={`meeting-${meeting.number}`}>
      <h2 className="govuk-heading-m" id={`meeting-${meeting.number}`}>
        {courseTitle}
        {meetings.length > 1 && `, meeting ${meeting.number} of ${meetings.length}`}
      </h2>
      <p className="govuk-body">
        {meetingTime(meeting)}. {where}.
        {trainers.length > 0 && ` ${trainers.length > 1 ? "Trainers" : "Trainer"}: ${listed(trainers)}.`}
      </p>
      <table className="govuk-table app-sheet__table">
        <caption className="govuk-visually-hidden">People to sign, meeting {meeting.number}</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header">
              Name
            </th>
            <th scope="col" className="govuk-table__header">
              Agency
            </th>
            <th scope="col" className="govuk-table__header">
              Signature
            </th>
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {people.map((person) => (
            <tr key={person.bookingId} className="govuk-table__row">
              <th scope="row" className="govuk-table__header">
                {person.name}
              </th>
              <td className="govuk-table__cell">{person.agencyName}</td>
              <td className="govuk-table__cell app-sheet__signature" />
            </tr>
          ))}
          {blankRows.map((row) => (
            <tr key={row} className="govuk-table__row">
              <td className="govuk-table__cell" />
              <td className="govuk-table__cell" />
              <td className="govuk-table__cell app-sheet__signature" />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
