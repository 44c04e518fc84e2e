// The attendance rate of all the sessions shown, and what it means.
import { Details } from "~/components/details";
import { SummaryList } from "~/components/summary-list";
import { counted, percent } from "~/shared/format";
import type { RegistersPage } from "./route";

export function Together({ list: { total, together } }: { list: RegistersPage }) {
  const { came, expected, partly, walkIns, withoutWalkIns, withWalkIns } = together;
  const share = (rate: number | null) => (rate === null ? "Nobody was expected" : percent(rate));
  return (
    <>
      <SummaryList
        rows={[
          { key: "Sessions", value: counted(total, "session") },
          {
            key: "Attendance",
            value: `${share(withoutWalkIns)}: ${came} of ${expected} people expected, ${partly} for part of it`,
          },
          {
            key: "With walk-ins",
            value: `${share(withWalkIns)}: ${counted(walkIns, "more person", "more people")} came`,
          },
        ]}
      />
      <Details summary="How attendance is counted">
        <p className="govuk-body">
          Attendance is the people who came out of the people who were expected: those who had a place when
          the register was finished. Whoever cancelled before, or was excused from every meeting, is not
          counted. Late, or there for part of it, counts as having come.
        </p>
        <p className="govuk-body">
          With walk-ins, people who came without a booking are added to those who came, and not to those who
          were expected. It can be more than 100%. Some reports publish this figure, so compare like with
          like.
        </p>
      </Details>
    </>
  );
}
