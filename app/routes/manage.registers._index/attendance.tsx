// How each session went.
import { Table } from "~/components/table";
import { percent, plainDateAt } from "~/shared/format";
import { paths } from "~/web/paths";
import type { RegistersPage } from "./route";

const share = (rate: number | null) => (rate === null ? "none expected" : percent(rate));

export function Attendance({ sessions }: Pick<RegistersPage, "sessions">) {
  return (
    <Table
      caption="Attendance by session"
      layout="scroll"
      dense
      columns={[
        { key: "course", heading: "Session" },
        { key: "expected", heading: "Expected", numeric: true },
        { key: "came", heading: "Came", numeric: true },
        { key: "partly", heading: "For part", numeric: true },
        { key: "excused", heading: "Excused", numeric: true },
        { key: "walkIns", heading: "Walk-ins", numeric: true },
        { key: "rate", heading: "Attendance", numeric: true },
        { key: "with", heading: "With walk-ins", numeric: true },
      ]}
      rows={sessions.map(({ sessionId, courseTitle, startsAt, counts, rate }) => ({
        id: sessionId,
        cells: {
          course: (
            <a className="govuk-link" href={paths.trainerSession(sessionId)}>
              {courseTitle}, {plainDateAt(startsAt)}
            </a>
          ),
          expected: rate.expected,
          came: rate.came,
          partly: rate.partly,
          excused: counts.excused,
          walkIns: rate.walkIns,
          rate: share(rate.withoutWalkIns),
          with: share(rate.withWalkIns),
        },
      }))}
    />
  );
}
