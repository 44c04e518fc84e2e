// Charts: the table says what the drawing says, what is withheld is nowhere, and every drawing has its words.
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { BarChart } from "~/components/bar-chart";
import { ChangeChart } from "~/components/change-chart";
import { percent, plain, signed } from "~/components/chart-words";
import { DirectionBar } from "~/components/direction-bar";
import { MeasureChart, type MeasurePoint } from "~/components/measure-chart";
import { StackedBar } from "~/components/stacked-bar";

const fewer = "Not enough answers (fewer than 5)";
// What a careless caller might still carry along with a withheld row: it must not reach the page.
const leak = { before: 9.37, after: 8.88, change: 5.74, low: 4.44, high: 6.66, n: 4, count: 4444 };
const leakedCounts = {
  improved: 4441,
  same: 4442,
  declined: 4443,
  held: 4445,
  reported: 0,
  gap: 0,
  unknown: 0,
};
const leaked = [
  "9.37",
  "9.4 before",
  "8.9",
  "8.88",
  "5.7",
  "4.4",
  "6.7",
  "6.66",
  "4441",
  "4442",
  "4443",
  "4,44",
  "444",
];

const points: MeasurePoint[] = [
  { month: "April 2026", short: "Apr 26", target: 60, outcome: 48, sessions: 0 },
  { month: "May 2026", short: "May 26", target: 60, outcome: null, sessions: 2 },
  {
    month: "June 2026",
    short: "Jun 26",
    target: 65,
    outcome: { withheld: "withheld (fewer than 5)" },
    sessions: 0,
  },
  { month: "July 2026", short: "Jul 26", target: 65, outcome: 61.5, sessions: 0 },
];

const charts: Record<string, ReactElement> = {
  ChangeChart: (
    <ChangeChart
      title="Confidence rose by 1.9 points"
      rows={[
        { label: "Neglect", before: 5.1, after: 7, change: 1.9, low: 1.2, high: 2.6, n: 26 },
        { label: "Curiosity", before: 6.8, after: 6.1, change: -0.7, low: -1.2, high: -0.2, n: 22 },
        { label: "Slavery", before: 5, after: 6, change: 1, low: null, high: null, n: 6 },
        { ...leak, label: "Hoarding", withheld: fewer },
      ]}
    />
  ),
  DirectionBar: (
    <DirectionBar
      title="Seven in ten improved"
      rows={[
        { label: "Neglect", counts: { improved: 182, same: 51, declined: 27 } },
        { label: "Refresher", counts: { improved: 12, "same or declined": 7 } },
        { ...{ counts: leakedCounts }, label: "Hoarding", withheld: fewer },
      ]}
    />
  ),
  StackedBar: (
    <StackedBar
      title="One in four has no current level 3"
      rowHeading="Agency"
      rows={[
        { label: "Council", counts: { held: 120, reported: 30, gap: 41, unknown: 12 } },
        { ...{ counts: leakedCounts }, label: "Hospices", withheld: fewer },
      ]}
    />
  ),
  BarChart: (
    <BarChart
      title="Council staff took most places"
      rowHeading="Agency"
      unit="people"
      rows={[
        { label: "Council", count: 1204 },
        { label: "Police", count: 0 },
        { ...leak, label: "Probation", withheld: "fewer than 5" },
      ]}
    />
  ),
  MeasureChart: (
    <MeasureChart
      title="Case files with the child’s voice: 61.5% in July"
      unit="%"
      baseline={{ month: "October 2025", value: 46 }}
      points={points}
    />
  ),
};

const markup = (name: string) => renderToStaticMarkup(charts[name] ?? <p />);
const tableOf = (html: string) => /<table[\s\S]*<\/table>/.exec(html)?.[0] ?? "";
const drawingsOf = (html: string) => html.match(/<svg[^>]*role="img"[\s\S]*?<\/desc>/g) ?? [];

describe.each(Object.keys(charts))("%s", (name) => {
  const html = markup(name);

  test("is titled with its answer and closed with its figures", () => {
    expect(html).toMatch(/<figcaption><h3 class="app-figure__title"/);
    expect(html).toContain("Show the figures");
    expect(tableOf(html)).not.toBe("");
  });

  test("names and describes every drawing, by ids that are on the page once", () => {
    expect(drawingsOf(html).length).toBeGreaterThan(0);
    for (const drawing of drawingsOf(html)) {
      const [, title, desc] = /aria-labelledby="(\S+) (\S+)"/.exec(drawing) ?? [];
      expect(drawing).toMatch(new RegExp(`<title id="${title}">[^<]+</title><desc id="${desc}">[^<]+`));
    }
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("hides every other drawing from screen readers", () => {
    for (const svg of html.match(/<svg[^>]*>/g) ?? []) {
      expect(svg).toMatch(/role="img"|aria-hidden="true"/);
    }
  });

  test("has no style attribute, no style element, no script", () => {
    expect(html).not.toMatch(/\sstyle=|<style|<script|\son[a-z]+=/);
  });

  test("shows nothing of what is withheld", () => {
    for (const figure of leaked) expect(html).not.toContain(figure);
  });

  test("finds each pattern it paints with", () => {
    for (const [, id] of html.matchAll(/url\(#([^)]+)\)/g)) expect(html).toContain(`<pattern id="${id}"`);
  });
});

test("what is withheld moves nothing that is drawn", () => {
  const shown = { label: "Neglect", before: 5.1, after: 7, change: 1.9, low: 1.2, high: 2.6, n: 26 };
  const hidden = { label: "Hoarding", withheld: fewer };
  const chart = (row: { label: string; withheld: string }) =>
    renderToStaticMarkup(
      <>
        <ChangeChart title="Change" rows={[shown, row]} />
        <BarChart
          title="Places"
          rowHeading="Agency"
          unit="people"
          rows={[{ label: "Police", count: 9 }, row]}
        />
      </>,
    );
  expect(chart({ ...leak, ...hidden })).toBe(chart(hidden));
});

describe("the table holds the figures of the drawing", () => {
  test.each([
    ["ChangeChart", ["5.1", "7.0", "+1.9", "+1.2 to +2.6", "26", "−0.7", "−1.2 to −0.2", "none", fewer]],
    ["DirectionBar", ["182 (70%)", "51 (20%)", "27 (10%)", "12 (63%)", "7 (37%)", "260", "19", fewer]],
    ["StackedBar", ["120 (59%)", "30 (15%)", "41 (20%)", "12 (6%)", "203", fewer]],
    ["BarChart", ["1,204", "0", "fewer than 5"]],
    ["MeasureChart", ["46%", "48%", "61.5%", "60%", "65%", "not recorded", "withheld (fewer than 5)"]],
  ])("%s", (name, figures) => {
    for (const figure of figures) expect(tableOf(markup(name))).toContain(`>${figure}</div>`);
  });

  test("and the drawing says them too", () => {
    expect(markup("ChangeChart")).toContain(
      "Rose by 1.9 points, from 5.1 to 7.0; 95% interval +1.2 to +2.6; 26 people.",
    );
    expect(markup("ChangeChart")).toContain("Fell by 0.7 points");
    expect(markup("DirectionBar")).toContain("Of 260 people: Improved 182 (70%), Stayed the same 51 (20%)");
    expect(markup("BarChart")).toContain("1,204 people.");
  });
});

describe("a practice measure", () => {
  const html = markup("MeasureChart");

  test("draws a dot for each recorded outcome and none for a missing one, and says which are missing", () => {
    const svg = /<svg class="app-chart__plot"[\s\S]*?<ul/.exec(html)?.[0] ?? "";
    expect(svg.match(/<circle/g)).toHaveLength(2);
    // April and July are not neighbours: no line may bridge the gap.
    expect(svg).not.toContain('class="app-mark-line"');
    expect(html).toContain("Not recorded: May 2026.");
    expect(html).toContain("June 2026: withheld (fewer than 5).");
  });

  test("is drawn without a target, a baseline or any outcome", () => {
    const bare = renderToStaticMarkup(
      <MeasureChart
        title="Nothing recorded yet"
        unit=" audits"
        baseline={null}
        points={points.map(({ month, short }) => ({ month, short, target: null, outcome: null }))}
      />,
    );
    expect(bare).not.toMatch(/NaN|undefined|Infinity/);
    expect(bare).not.toContain("Target");
  });
});

describe("figures in words", () => {
  test.each([
    [1.94, "+1.9"],
    [-0.04, "just under 0"],
    [0.04, "just over 0"],
    [-0.7, "−0.7"],
    [0, "0.0"],
  ])("a change of %d is written %s", (value, words) => expect(signed(value)).toBe(words));

  test("plain figures and shares", () => {
    expect(plain(1204)).toBe("1,204");
    expect(plain(-0.42)).toBe("−0.4");
    expect(percent(1, 3)).toBe("33%");
    expect(percent(0, 0)).toBe("0%");
  });
});
