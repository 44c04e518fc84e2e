// Sessions by how many pairs they have and what share went up, with the limits chance alone would keep them in.
// Nobody is named, and nothing is ranked: marks stand where their size puts them.
import { scaleLinear } from "d3-scale";
import { percent } from "./chart-words";
import { Drawing } from "./drawing";
import { type ChartWords, Figure } from "./figure";

/** `outside`: in words, or null for a session within the limits. */
export type FunnelMark = { pairs: number; share: number; outside: string | null };

export type FunnelChartProps = ChartWords & { overall: number; marks: FunnelMark[] };

const top = 1;
const bottom = 14;
const left = 12;
const right = 98;
/** Normal quantiles of 97.5% and 99.9%. */
const reaches = [
  { z: 1.959963984540054, look: "middle", label: "95% limits" },
  { z: 3.090232306167813, look: "limit", label: "99.8% limits" },
] as const;

export function FunnelChart({ overall, marks, ...words }: FunnelChartProps) {
  const most = Math.max(10, ...marks.map(({ pairs }) => pairs));
  const across = scaleLinear().domain([0, most]).nice(4).range([left, right]);
  const up = scaleLinear().domain([0, 1]).range([bottom, top]);
  const [, end = most] = across.domain();
  const x = (pairs: number) => `${across(pairs).toFixed(2)}%`;
  const y = (share: number) => `${up(share).toFixed(2)}em`;
  return (
    <Figure {...words} table={figures(marks)}>
      <div className="app-chart app-chart--time">
        <Drawing
          title={words.title}
          desc={described(overall, marks)}
          height="17em"
          className="app-chart__plot"
        >
          {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
            <g key={tick}>
              <line
                x1="0"
                x2="100%"
                y1={y(tick)}
                y2={y(tick)}
                className={`app-mark-line app-mark-line--${tick === 0 ? "zero" : "grid"}`}
              />
              <text
                x="0"
                y={y(tick)}
                dy={tick === 1 ? "1em" : "-0.3em"}
                className="app-mark-text app-mark-text--soft"
              >
                {tick * 100}%
              </text>
            </g>
          ))}
          {reaches.map(({ z, look }) => (
            <Limits key={look} overall={overall} z={z} most={end} look={look} />
          ))}
          <line
            x1={`${left}%`}
            x2={`${right}%`}
            y1={y(overall)}
            y2={y(overall)}
            className="app-mark-line app-mark-line--zero"
          />
          {marks.map((mark, index) => (
            <circle
              // biome-ignore lint/suspicious/noArrayIndexKey: marks have no names, and none is wanted
              key={index}
              cx={x(mark.pairs)}
              cy={y(mark.share)}
              r={mark.outside === null ? "0.35em" : "0.5em"}
              className={`app-mark-dot${mark.outside === null ? "" : " app-mark-dot--open"}`}
            />
          ))}
          {across.ticks(4).map((tick) => (
            <text
              key={tick}
              x={x(tick)}
              y={`${bottom + 1.3}em`}
              textAnchor="middle"
              className="app-mark-text app-mark-text--soft"
            >
              {tick}
            </text>
          ))}
          <text
            x={`${right}%`}
            y={`${bottom + 2.7}em`}
            textAnchor="end"
            className="app-mark-text app-mark-text--soft"
          >
            people with both answers
          </text>
        </Drawing>
        <ul className="app-chart__key">
          {reaches.map(({ look, label }) => (
            <li key={look} className="app-chart__key-item">
              <svg className="app-chart__swatch" aria-hidden="true" focusable="false">
                <line x1="0" x2="100%" y1="50%" y2="50%" className={`app-mark-line app-mark-line--${look}`} />
              </svg>
              {label}
            </li>
          ))}
          <li className="app-chart__key-item">
            <svg className="app-chart__swatch" aria-hidden="true" focusable="false">
              <circle cx="50%" cy="50%" r="0.45em" className="app-mark-dot app-mark-dot--open" />
            </svg>
            outside the limits
          </li>
        </ul>
      </div>
    </Figure>
  );
}

type LimitsProps = { overall: number; z: number; most: number; look: string };

/** Both curves of one pair of limits, drawn in a box of their own that stretches without thickening its lines. */
function Limits({ overall, z, most, look }: LimitsProps) {
  const step = most / 60;
  const at = Array.from({ length: 60 }, (_, index) => (index + 1) * step);
  const curve = (side: 1 | -1) =>
    at
      .map((n) => {
        const share = overall + side * z * Math.sqrt((overall * (1 - overall)) / n);
        return `${((100 * n) / most).toFixed(2)},${(100 * (1 - Math.min(1, Math.max(0, share)))).toFixed(2)}`;
      })
      .join(" ");
  return (
    <svg
      x={`${left}%`}
      y={`${top}em`}
      width={`${right - left}%`}
      height={`${bottom - top}em`}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {([1, -1] as const).map((side) => (
        <polyline
          key={side}
          points={curve(side)}
          vectorEffect="non-scaling-stroke"
          className={`app-mark-line app-mark-line--${look}`}
        />
      ))}
    </svg>
  );
}

function described(overall: number, marks: FunnelMark[]): string {
  const outside = marks.filter((mark) => mark.outside !== null).length;
  return `${marks.length} sessions; overall ${percent(overall, 1)} went up; ${outside === 0 ? "none lies" : outside === 1 ? "1 lies" : `${outside} lie`} outside the 95% limits.`;
}

/** By size, as drawn: no order of merit. */
function figures(marks: FunnelMark[]) {
  const sorted = [...marks].sort((a, b) => a.pairs - b.pairs);
  return {
    columns: [
      { key: "size", heading: "People with both answers" },
      { key: "share", heading: "Went up", numeric: true },
      { key: "outside", heading: "Against the limits" },
    ],
    rows: sorted.map((mark, index) => ({
      id: String(index),
      cells: {
        size: mark.pairs,
        share: percent(mark.share, 1),
        outside: mark.outside ?? "within the limits",
      },
    })),
  };
}
