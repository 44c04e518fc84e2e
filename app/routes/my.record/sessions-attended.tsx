// Sessions with their length and certificate, and apart from them those that were missed.
import { Details } from "~/components/details";
import { Table } from "~/components/table";
import type { HeldBackBecause } from "~/domain/certificates/certificates";
import { counted, duration, plainDate } from "~/shared/format";
import { paths } from "~/web/paths";
import type { RecordPage } from "./route";

const withoutOne: Record<HeldBackBecause, string> = {
  evaluation: "Waits for your answers",
  "evaluation closed": "The questions were not answered in time",
  "part of it": "Not for a part",
  "on its way": "On its way",
};

export function SessionsAttended({ page }: { page: RecordPage }) {
  return (
    <Table
      caption="Sessions you attended"
      columns={[
        { key: "course", heading: "Course" },
        { key: "date", heading: "Completed" },
        { key: "length", heading: "Length" },
        { key: "certificate", heading: "Certificate" },
      ]}
      rows={page.attended.map((done) => ({
        id: done.bookingId,
        cells: {
          course: (
            <>
              <a className="govuk-link" href={paths.booking(done.bookingId)}>
                {done.courseTitle}
              </a>
              {done.walkIn && (
                <span className="app-line govuk-!-font-weight-regular">Came without a booking</span>
              )}
            </>
          ),
          date: plainDate(done.completedOn),
          length: done.state === "attended" ? duration(done.minutes) : "Attended in part: not counted",
          certificate: <Certificate done={done} today={page.today} />,
        },
      }))}
    />
  );
}

function Certificate({ done, today }: { done: RecordPage["attended"][number]; today: string }) {
  const { certificateNumber, expiresOn, heldBack, state } = done;
  if (certificateNumber === null) {
    if (heldBack !== null) return <>{withoutOne[heldBack]}</>;
    return <>{state === "attended" ? "None" : withoutOne["part of it"]}</>;
  }
  return (
    <>
      <a className="govuk-link" href={paths.myCertificate(certificateNumber)}>
        Certificate<span className="govuk-visually-hidden"> for {done.courseTitle}</span>
      </a>
      {expiresOn !== null && (
        <span className="app-line">
          {expiresOn < today ? "Ran out on" : "Until"} {plainDate(expiresOn)}
        </span>
      )}
      <span className="app-line app-print-only">{certificateNumber}</span>
    </>
  );
}

export function SessionsMissed({ missed }: Pick<RecordPage, "missed">) {
  if (missed.length === 0) return null;
  return (
    <Details summary={`${counted(missed.length, "session")} that you missed`} className="app-no-print">
      <ul className="govuk-list">
        {missed.map(({ bookingId, courseTitle, completedOn }) => (
          <li key={bookingId}>
            <a className="govuk-link" href={paths.booking(bookingId)}>
              {courseTitle}
            </a>
            , {plainDate(completedOn)}
          </li>
        ))}
      </ul>
    </Details>
  );
}
