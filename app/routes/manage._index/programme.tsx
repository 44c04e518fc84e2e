// Sessions as rows: when, what, how full, who waits, who teaches, and what to do.
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import { counted, shortDate, timeRange } from "~/shared/format";
import { paths } from "~/web/paths";
import { placeOf } from "~/web/session-result";
import type { ManagePage } from "./route";

type Planned = ManagePage["soon"][number];

/** Two teach together, so that one can stay with someone whom the subject distresses. */
export const needsTrainer = (session: Pick<Planned, "trainers">) => session.trainers < 2;

type ProgrammeProps = { id: string; caption: string; empty: string; sessions: Planned[] };

export function Programme({ id, caption, empty, sessions }: ProgrammeProps) {
  return (
    <section id={id}>
      {sessions.length > 0 ? (
        <ProgrammeTable caption={caption} sessions={sessions} />
      ) : (
        <>
          <h2 className="govuk-heading-m">{caption}</h2>
          <p className="govuk-body">{empty}</p>
        </>
      )}
    </section>
  );
}

function ProgrammeTable({ caption, sessions }: Pick<ProgrammeProps, "caption" | "sessions">) {
  return (
    <Table
      caption={caption}
      dense
      columns={[
        { key: "when", heading: "When" },
        { key: "course", heading: "Course", rowHeader: true },
        { key: "places", heading: "Places taken", numeric: true },
        { key: "waiting", heading: "Waiting", numeric: true },
        { key: "trainers", heading: "Trainers" },
        { key: "action", heading: "Action", headingHidden: true },
      ]}
      rows={sessions.map((session) => ({
        id: session.id,
        cells: {
          when: <When session={session} />,
          course: <Course session={session} />,
          places: `${session.taken} of ${session.capacity}`,
          waiting: session.waiting,
          trainers: <Trainers count={session.trainers} />,
          action: (
            <a
              className="govuk-link"
              href={`${paths.manageSession(session.id)}${needsTrainer(session) ? "#trainers" : ""}`}
            >
              {needsTrainer(session) ? "Find a trainer" : "Open"}
              <span className="govuk-visually-hidden">
                : {session.courseTitle}, {shortDate(session.firstDate)}
              </span>
            </a>
          ),
        },
      }))}
    />
  );
}

function When({ session }: { session: Planned }) {
  return (
    <>
      <span className="app-line">{shortDate(session.firstDate)}</span>
      <span className="app-line">{timeRange(session.firstStart, session.firstEnd)}</span>
      {session.meetings > 1 && (
        <span className="app-line">and {counted(session.meetings - 1, "more meeting")}</span>
      )}
    </>
  );
}

function Course({ session }: { session: Planned }) {
  return (
    <>
      <a className="govuk-link" href={paths.manageSession(session.id)}>
        {session.courseTitle}
      </a>
      <span className="app-line govuk-!-font-weight-regular">{placeOf(session)}</span>
      {session.status === "draft" && <Tag colour="grey">Draft</Tag>}
      {session.status === "closed" && <Tag colour="grey">Closed</Tag>}
    </>
  );
}

function Trainers({ count }: { count: number }) {
  if (count === 0) return <Tag colour="red">No trainer</Tag>;
  if (count === 1) return <Tag colour="orange">One trainer</Tag>;
  return <>{count}</>;
}
