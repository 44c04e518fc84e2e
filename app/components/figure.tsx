// Around every chart: the answer as its title, the drawing, its limits, and the same figures in a table.
import { type ReactNode, useId } from "react";
import { Details } from "./details";
import { type Column, type Row, Table } from "./table";

export type FigureProps = {
  /** The answer: "Confidence rose by 1.9 points". */
  title: string;
  headingLevel?: 2 | 3 | 4;
  /** What is drawn: measure, scale, who. */
  intro?: ReactNode;
  children: ReactNode;
  table: { columns: Column[]; rows: Row[] };
  /** What it rests on and what it does not show. */
  note?: ReactNode;
};

/** What every chart passes on to its Figure. */
export type ChartWords = Pick<FigureProps, "title" | "headingLevel" | "intro" | "note">;

export function Figure({ title, headingLevel = 3, intro, children, table, note }: FigureProps) {
  const titleId = useId();
  const Heading = `h${headingLevel}` as const;
  return (
    <figure className="app-figure" aria-labelledby={titleId}>
      <figcaption>
        <Heading className="app-figure__title" id={titleId}>
          {title}
        </Heading>
        {intro && <p className="app-figure__intro">{intro}</p>}
      </figcaption>
      <div className="app-figure__drawing">{children}</div>
      {note && <p className="app-figure__note">{note}</p>}
      <Details
        className="app-figure__data"
        summary={
          <>
            Show the figures<span className="govuk-visually-hidden">: {title}</span>
          </>
        }
      >
        <Table caption={title} captionSize="hidden" columns={table.columns} rows={table.rows} dense />
      </Details>
    </figure>
  );
}
