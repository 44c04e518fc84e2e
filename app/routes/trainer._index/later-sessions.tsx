// The sessions after the next one.
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import { paths } from "~/web/paths";
import { placeOf, SessionDates } from "~/web/session-result";
import { bookedInWords } from "./next-session";
import type { TeachingPage } from "./route";

export function LaterSessions({ sessions }: { sessions: TeachingPage["later"] }) {
  if (sessions.length === 0) return null;
  return (
    <Table
      caption="After that"
      columns={[
        { key: "course", heading: "Course" },
        { key: "when", heading: "When" },
        { key: "where", heading: "Where" },
        { key: "booked", heading: "Booked" },
      ]}
      rows={sessions.map((session) => ({
        id: session.id,
        cells: {
          course: (
            <>
              <a className="govuk-link" href={paths.trainerSession(session.id)}>
                {session.courseTitle}
              </a>{" "}
              {session.status === "draft" && <Tag colour="grey">Draft</Tag>}
              {session.status !== "draft" && session.confirmedAt === null && (
                <Tag colour="orange">Please answer</Tag>
              )}
            </>
          ),
          when: <SessionDates dates={session.meetings} />,
          where: placeOf({ mode: session.mode, venueName: session.venue?.name ?? null }),
          booked: bookedInWords(session),
        },
      }))}
    />
  );
}
