// What has been taught in the last year; a missing register is flagged.
import { Details } from "~/components/details";
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import { counted, longDate } from "~/shared/format";
import { paths } from "~/web/paths";
import type { TeachingPage } from "./route";

type Past = TeachingPage["past"][number];

const shownAtOnce = 5;

export function PastSessions({ sessions }: { sessions: Past[] }) {
  if (sessions.length === 0) return null;
  const earlier = sessions.slice(shownAtOnce);
  return (
    <>
      <PastTable caption="What you have taught lately" sessions={sessions.slice(0, shownAtOnce)} />
      {earlier.length > 0 && (
        <Details summary={`${counted(earlier.length, "earlier session")} of the last year`}>
          <PastTable caption="Earlier sessions" sessions={earlier} />
        </Details>
      )}
    </>
  );
}

function PastTable({ caption, sessions }: { caption: string; sessions: Past[] }) {
  return (
    <Table
      caption={caption}
      columns={[
        { key: "course", heading: "Course" },
        { key: "when", heading: "When" },
        { key: "booked", heading: "People", numeric: true },
        { key: "register", heading: "Register" },
      ]}
      rows={sessions.map((session) => ({
        id: session.id,
        cells: {
          course: (
            <a className="govuk-link" href={paths.trainerSession(session.id)}>
              {session.courseTitle}
            </a>
          ),
          when: <Dates session={session} />,
          booked: session.booked,
          register: <Registers session={session} />,
        },
      }))}
    />
  );
}

function Dates({ session }: { session: Past }) {
  return (
    <>
      {session.meetings.map((meeting) => (
        <span key={meeting.id} className="app-line">
          {longDate(meeting.date)}
        </span>
      ))}
    </>
  );
}

function Registers({ session }: { session: Past }) {
  if (session.status === "draft") return <>Draft, not held</>;
  return (
    <>
      {session.meetings.map((meeting) => {
        const which = session.meetings.length > 1 ? `meeting ${meeting.number}` : "";
        return (
          <span key={meeting.id} className="app-line">
            {meeting.registerTakenAt === null && (
              <>
                <Tag colour="red">Missing</Tag>{" "}
              </>
            )}
            <a className="govuk-link" href={paths.trainerRegister(meeting.id)}>
              {meeting.registerTakenAt === null ? "Take it" : "See it"}
              {which && ` (${which})`}
              <span className="govuk-visually-hidden">
                : {session.courseTitle}, {longDate(meeting.date)}
              </span>
            </a>
          </span>
        );
      })}
    </>
  );
}
