// The course's sessions: those to come with their places, and the newest that are over.
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import { meetingTime } from "~/shared/format";
import { paths } from "~/web/paths";
import type { CoursePage } from "./route";

type Session = CoursePage["sessions"]["coming"][number];

export function Sessions({ page: { sessions, course } }: { page: CoursePage }) {
  return (
    <>
      {sessions.coming.length === 0 ? (
        <>
          <h2 className="govuk-heading-m">Sessions to come</h2>
          <p className="govuk-body">
            There are none.{" "}
            {course.offered
              ? "Schedule one, and people can book it."
              : "Put the course on offer, then schedule one."}
          </p>
        </>
      ) : (
        <SessionTable caption="Sessions to come" sessions={sessions.coming} />
      )}
      {sessions.past.length > 0 && (
        <SessionTable caption="The newest past sessions" sessions={sessions.past} />
      )}
    </>
  );
}

function SessionTable({ caption, sessions }: { caption: string; sessions: Session[] }) {
  return (
    <Table
      caption={caption}
      dense
      columns={[
        { key: "when", heading: "When" },
        { key: "where", heading: "Where" },
        { key: "booked", heading: "Booked", numeric: true },
        { key: "places", heading: "Places", numeric: true },
        { key: "waiting", heading: "Waiting", numeric: true },
      ]}
      rows={sessions.map((session) => ({
        id: session.id,
        cells: {
          when: (
            <>
              <a className="govuk-link" href={paths.manageSession(session.id)}>
                {meetingTime(session)}
              </a>{" "}
              {session.status === "draft" && <Tag colour="grey">Draft</Tag>}
            </>
          ),
          where: whereOf(session),
          booked: session.booked,
          places: session.capacity,
          waiting: session.waiting,
        },
      }))}
    />
  );
}

function whereOf({ mode, venueName }: Session): string {
  if (mode === "online") return "Online";
  const venue = venueName ?? "Venue to be confirmed";
  return mode === "hybrid" ? `${venue} and online` : venue;
}
