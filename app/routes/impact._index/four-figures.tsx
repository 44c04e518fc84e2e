// How much, how well, what difference, kept in practice: each with what it rests on.
import { StatGroup, StatTile } from "~/components/stat-tile";
import { isWithheld } from "~/domain/impact/disclosure/limits";
import type { ImpactReport } from "~/domain/impact/impact.server";
import { intervalInWords, methodInWords, withheldInWords } from "~/domain/impact/wording";
import { counted, decimal, percent, signed, wholeNumber } from "~/shared/format";

export function FourFigures({ report }: { report: ImpactReport }) {
  const { attendances, change, relevance, matchedRate } = report;
  return (
    <StatGroup>
      <StatTile
        label="How much"
        figure={isWithheld(attendances) ? "Not shown" : wholeNumber(attendances)}
        note={`places taken up at ${counted(report.sessions, "session")}, in full or in part`}
        definition="Everyone whom a register shows at a session, counted once for each session. Someone who came to two courses counts twice."
      />
      <StatTile
        label="How well"
        figure={
          relevance === null || isWithheld(relevance.mean)
            ? "Not shown"
            : `${decimal(relevance.mean)} of ${relevance.highest}`
        }
        note={
          relevance === null
            ? "Nobody has answered yet"
            : isWithheld(relevance.mean)
              ? withheldInWords(relevance.mean)
              : `for relevance to their work${isWithheld(relevance.answers) ? "" : `, ${wholeNumber(relevance.answers)} answers`}`
        }
        evidence="C"
        definition={
          relevance ? `Mean answer to: “${relevance.wording}”` : "Asked at the end of each session."
        }
      />
      <StatTile
        label="What difference"
        figure={isWithheld(change) ? "Not shown" : `${signed(change.change)} points`}
        note={
          isWithheld(change)
            ? withheldInWords(change)
            : `${intervalInWords(change)}, ${wholeNumber(change.pairs)} people with both answers${matchedRate === null ? "" : ` (${percent(matchedRate)})`}`
        }
        evidence="C"
        definition={isWithheld(change) ? "Shown from 10 people with both answers on." : methodInWords(change)}
      />
      <StatTile
        label="Kept in practice"
        figure="Not recorded"
        note="No one has been asked weeks later"
        definition="Will be what learners and their managers say six to twelve weeks after the training."
      />
    </StatGroup>
  );
}
