// One figure that can be read aloud, how well it is known, and what it counts.
import type { ReactNode } from "react";
import { Details } from "./details";

export type Evidence = "A" | "B" | "C";

export type StatTileProps = {
  /** With its unit: "1.9 points". */
  figure: string;
  label: string;
  /** n, dates, scale: what the figure rests on. */
  note: ReactNode;
  evidence?: Evidence;
  /** The definition and the counts behind it. */
  definition?: ReactNode;
  /** Where the page is that tells what it means. */
  more?: { href: string; text: string };
};

const evidenceWords: Record<Evidence, string> = {
  A: "scored, or seen by someone else",
  B: "said by learners, and again later",
  C: "said by learners, once",
};

/** Goes inside a StatGroup. */
export function StatTile({ figure, label, note, evidence, definition, more }: StatTileProps) {
  return (
    <div className="app-stat">
      <dt className="app-stat__label">{label}</dt>
      <dd className="app-stat__figure">{figure}</dd>
      <dd className="app-stat__note">{note}</dd>
      {evidence && (
        <dd className="app-stat__evidence">
          <span className="app-stat__grade">Evidence {evidence}</span> <span>{evidenceWords[evidence]}</span>
        </dd>
      )}
      {definition && (
        <dd className="app-stat__more">
          <Details
            summary={
              <>
                What this counts<span className="govuk-visually-hidden">: {label}</span>
              </>
            }
          >
            {definition}
          </Details>
        </dd>
      )}
      {more && (
        <dd className="app-stat__more app-no-print">
          <a className="govuk-link" href={more.href}>
            {more.text}
            <span className="govuk-visually-hidden">: {label}</span>
          </a>
        </dd>
      )}
    </div>
  );
}

export function StatGroup({ children }: { children: ReactNode }) {
  return <dl className="app-stats">{children}</dl>;
}
