// Who holds what, competency by competency: a picture, and the same figures in the table under it.
import { StackedBar } from "~/components/stacked-bar";
import { partlyWithheld, shareOf } from "./needs-in-words";
import type { NeedsPage } from "./needs-page";

export function ByCompetency({ page: { competencies, leftOut, next } }: { page: NeedsPage }) {
  const first = next[0];
  const title =
    first?.counts.required == null
      ? "How people stand with each competency"
      : `The largest need is ${first.name}: ${shareOf(first.open, first.counts.required)} have a gap or are not known`;
  return (
    <>
      <h2 className="govuk-heading-l">By competency</h2>
      <StackedBar
        title={title}
        intro="Each bar is everyone whose kind of work requires the competency."
        rowHeading="Competency"
        labels={{ reported: "Said to be held" }}
        rows={competencies.map(({ name, counts }) => {
          const { held, reported, gap, unknown } = counts;
          return held === null || reported === null || gap === null || unknown === null
            ? { label: name, withheld: partlyWithheld(counts) }
            : { label: name, counts: { held, reported, gap, unknown } };
        })}
        note="Withheld stands for fewer than 5 people, or for a number that would give such a number away."
      />
      {leftOut.map((name) => (
        <p key={name} className="govuk-body">
          Fewer than 10 people need {name}, so nothing is shown about it.
        </p>
      ))}
    </>
  );
}
