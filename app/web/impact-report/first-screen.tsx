// What is read first and aloud: one sentence, four figures with what they rest on, and what is not known.
import { StatGroup, StatTile } from "~/components/stat-tile";
import type { Report } from "~/domain/impact/impact";
import { fourFigures, reportSentence, whatIsNotKnown } from "~/domain/impact/wording";
import type { TrailTo } from "./section";

export function FirstScreen({ report, trail }: { report: Report; trail: TrailTo }) {
  return (
    <>
      <p className="govuk-body-l app-report__aloud">{reportSentence(report)}</p>
      <StatGroup>
        {fourFigures(report).map(({ label, figure, note, evidence, key }) => {
          const href = trail(key);
          return (
            <StatTile
              key={label}
              label={label}
              figure={figure}
              note={note}
              evidence={evidence ?? undefined}
              more={href === null ? undefined : { href, text: "What this means" }}
            />
          );
        })}
      </StatGroup>
      <h2 className="govuk-heading-l">What is not known</h2>
      <ul className="govuk-list govuk-list--bullet">
        {whatIsNotKnown(report).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
