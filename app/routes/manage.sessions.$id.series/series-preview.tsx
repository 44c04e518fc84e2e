// The days of a series as they would be, with what to look at; one button schedules all of them.
import { Radios } from "~/components/radios";
import { SubmitButton } from "~/components/submit-button";
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import type { WeighedDay } from "~/domain/sessions/sessions.server";
import { counted, meetingTime } from "~/shared/format";
import { paths } from "~/web/paths";
import type { SeriesPage } from "./route";
import { dayRefusalInWords } from "./words";

export function SeriesPreview({ page, days }: { page: SeriesPage; days: WeighedDay[] }) {
  const added = days.filter((day) => !day.planned);
  const possible = added.every((day) => day.refusal === null);
  return (
    <>
      <Table
        caption={`${counted(added.length, "session")} would be added`}
        columns={[
          { key: "when", heading: "When" },
          { key: "look", heading: "Please check" },
        ]}
        rows={days.map((day) => ({
          id: day.day,
          cells: {
            when: day.meetings.map((meeting) => (
              <span key={meeting.date} className="app-line">
                {meetingTime(meeting)}
              </span>
            )),
            look: <Look day={day} />,
          },
        }))}
      />
      {possible && added.length > 0 && (
        <form method="post" action={paths.manageSessionSeries(page.id)} noValidate>
          {added.map(({ day }) => (
            <input key={day} type="hidden" name="day" value={day} />
          ))}
          <Radios
            name="status"
            label="Can people book them now?"
            initial="draft"
            items={[
              { value: "draft", label: "No, keep them as drafts" },
              { value: "published", label: "Yes, publish them" },
            ]}
          />
          <SubmitButton>Schedule {counted(added.length, "session")}</SubmitButton>
        </form>
      )}
      {!possible && (
        <p className="govuk-body">
          Nothing can be scheduled while one of the days cannot be. Choose other days below.
        </p>
      )}
    </>
  );
}

function Look({ day }: { day: WeighedDay }) {
  if (day.planned) return <>Planned already</>;
  return (
    <>
      {day.refusal && (
        <span className="app-line">
          <Tag colour="red">Cannot be</Tag> {dayRefusalInWords(day.refusal)}
        </span>
      )}
      {day.daysOff.length > 0 && (
        <span className="app-line">
          <Tag colour="orange">Day off</Tag> A weekend or a bank holiday
        </span>
      )}
      {day.clashes.map((clash) => (
        <span key={clash.sessionId} className="app-line">
          <Tag colour="orange">{clash.kind === "room" ? "Room taken" : "Venue used"}</Tag> {clash.courseTitle}
        </span>
      ))}
    </>
  );
}
