// How many of those asked have answered, stage by stage.
import { Table } from "~/components/table";
import { isWithheld } from "~/domain/impact/disclosure/limits";
import type { SessionReport } from "~/domain/impact/impact.server";
import { shareInWords, stageNames } from "~/domain/impact/wording";
import { percent, plainDateAt, wholeNumber } from "~/shared/format";

type Return = SessionReport["returns"][number];

export function WhoAnswered({ returns }: Pick<SessionReport, "returns">) {
  return (
    <section aria-labelledby="returns">
      <h2 className="govuk-heading-l" id="returns">
        How many answered
      </h2>
      <Table
        caption="Answers, stage by stage"
        columns={[
          { key: "stage", heading: "Asked" },
          { key: "answered", heading: "Answered", numeric: true },
          { key: "rate", heading: "Share", numeric: true },
          { key: "aim", heading: "Planned for", numeric: true },
          { key: "until", heading: "Open" },
        ]}
        rows={returns.map((one) => ({
          id: one.stage,
          cells: {
            stage: stageNames[one.stage],
            answered: answeredInWords(one),
            rate: isWithheld(one.rate) ? "Not shown" : shareInWords(one.rate),
            aim: one.aim === null ? null : percent(one.aim),
            until: one.openUntil === null ? "No" : `Until ${plainDateAt(one.openUntil)}`,
          },
        }))}
      />
      <p className="govuk-body">
        Of those who came, or have a place; of managers, of those whose learner agreed. What is planned for
        helps with planning and is no pass mark.
      </p>
    </section>
  );
}

/** "12 of 20"; few, or all but few, are not told apart. */
function answeredInWords({ answered, owed }: Return): string {
  if (isWithheld(owed)) return "Not shown";
  if (owed === 0) return "Nobody asked";
  const of = ` of ${wholeNumber(owed)}`;
  if (!isWithheld(answered)) return `${wholeNumber(answered)}${of}`;
  return answered.reason.startsWith("fewer than") ? `Fewer than 5${of}` : `All but fewer than 5${of}`;
}
