// A release as a page: the same from top to bottom as its Word document, with drawings that grow with the text.
import { ChangeChart } from "~/components/change-chart";
import type { FillKind } from "~/components/fill";
import { MeasureChart } from "~/components/measure-chart";
import { RunChart } from "~/components/run-chart";
import { ShareChart } from "~/components/share-chart";
import { StatGroup, StatTile } from "~/components/stat-tile";
import { Table } from "~/components/table";
import type { Block, Paper, TableBlock } from "~/domain/impact/impact";
import type { ReleaseView } from "~/domain/impact/impact.server";
import { type PaperStep, paperSteps } from "./release-outline";
import { releaseName } from "./release-words";

/** With its own h1, unless it stands beneath another. */
export function ReleasePaper({
  release,
  paper,
  beneath,
}: {
  release: ReleaseView;
  paper: Paper;
  beneath?: true;
}) {
  return (
    <article className="app-paper">
      {!beneath && (
        <>
          <span className="govuk-caption-xl">{paper.partnership}</span>
          <h1 className="govuk-heading-xl">{releaseName(release)}</h1>
        </>
      )}
      {paperSteps(release, paper).map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a frozen paper; its steps never change places
        <Step key={index} step={step} deeper={beneath ? 1 : 0} />
      ))}
    </article>
  );
}

function Step({ step, deeper }: { step: PaperStep; deeper: 0 | 1 }) {
  if (step.kind === "title") return null;
  if (step.kind === "heading") {
    const Heading = `h${step.level + 1 + deeper}` as "h2" | "h3" | "h4" | "h5";
    return <Heading className={`govuk-heading-${step.level === 1 ? "l" : "m"}`}>{step.text}</Heading>;
  }
  if (step.kind === "text") return <Words text={step.text} strong={step.strong} />;
  if (step.kind === "list")
    return (
      <ul className="govuk-list govuk-list--bullet">
        {step.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  if (step.kind === "tiles")
    return (
      <StatGroup>
        {step.tiles.map(({ label, figure, note, evidence }) => (
          <StatTile key={label} label={label} figure={figure} note={note} evidence={evidence ?? undefined} />
        ))}
      </StatGroup>
    );
  if (step.kind === "quotes")
    return step.quotes.map(({ text, from }) => (
      <figure key={text} className="app-quote">
        <blockquote className="govuk-inset-text">{text}</blockquote>
        <figcaption className="govuk-body-s">{from}</figcaption>
      </figure>
    ));
  if (step.kind === "table") return <PaperTable table={step} />;
  return <Drawn block={step.block} level={step.level} deeper={deeper} />;
}

function Words({ text, strong }: { text: string; strong?: boolean }) {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => (
      <p key={line} className={strong ? "govuk-body-l" : "govuk-body"}>
        {line}
      </p>
    ));
}

function PaperTable({ table }: { table: TableBlock }) {
  const named = table.columns.map((column, index) => ({ ...column, key: String(index) }));
  return (
    <Table
      caption={table.caption}
      captionSize="s"
      columns={named}
      rows={table.rows.map((row, index) => ({
        id: `${index} ${row[0] ?? ""}`,
        cells: Object.fromEntries(named.map(({ key }, cell) => [key, row[cell] ?? ""])),
      }))}
      dense
    />
  );
}

const fills: FillKind[] = ["solid", "hatch", "dots", "open"];

type DrawnBlock = Extract<Block, { kind: "changes" | "shares" | "measure" | "time" }>;
function Drawn({ block, level, deeper }: { block: DrawnBlock; level: number; deeper: 0 | 1 }) {
  const words = {
    title: block.title,
    intro: block.intro,
    note: block.note,
    headingLevel: level + deeper === 2 ? (3 as const) : (4 as const),
  };
  if (block.kind === "changes") return <ChangeChart {...words} unit={block.unit} rows={block.rows} />;
  if (block.kind === "shares")
    return (
      <ShareChart
        {...words}
        rowHeading={block.rowHeading}
        unit={block.unit}
        rows={block.rows.map((row) =>
          "withheld" in row
            ? row
            : {
                label: row.label,
                parts: row.parts.map((part, index) => ({
                  ...part,
                  fill: fills[index % fills.length] ?? "solid",
                })),
              },
        )}
      />
    );
  if (block.kind === "measure")
    return <MeasureChart {...words} unit={block.unit} baseline={null} points={block.points} />;
  const { lower, upper, middle } = block;
  return (
    <RunChart
      {...words}
      points={block.points.map(({ label, value, pairs, flags }) => ({
        label,
        value,
        n: pairs,
        signs: flags.length > 0 ? ["more than chance"] : [],
      }))}
      middle={middle === null ? null : { label: "Middle", value: middle }}
      limits={lower === null || upper === null ? null : { lower, upper }}
      rowHeading="When"
      valueHeading="Mean change"
      missing="Not enough answers"
    />
  );
}
