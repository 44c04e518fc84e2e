// The figures of a release as rows: each with all that it needs to be read away from its page.
import { isWithheld, type Withheld } from "./disclosure/limits";
import type { Change } from "./impact";
import type { FigureRow } from "./release";
import { type ReleaseSection, sectionTitle } from "./release";
import type { Estimated, LearningFigure, Report, Share, Shown } from "./report";
import { stageNames } from "./wording/activity";
import { basisOf, evidenceOf, type FigureKind } from "./wording/evidence";
import { withheldInWords } from "./wording/figures";

type Told = Partial<Pick<FigureRow, "value" | "low" | "high" | "n">> & { notShown?: string };

const counted = (value: number | null | Withheld): Told =>
  isWithheld(value) ? { notShown: withheldInWords(value) } : { value };
const estimated = ({ value, low, high }: Estimated, n: number): Told => ({ value, low, high, n });
const changed = (change: Shown<Change>): Told =>
  isWithheld(change)
    ? { notShown: withheldInWords(change) }
    : { value: change.change, low: change.low, high: change.high, n: change.pairs };
const shared = (share: Shown<Share | null>): Told => {
  if (isWithheld(share)) return { notShown: withheldInWords(share) };
  if (share === null) return { notShown: "Nothing yet" };
  const percent = (part: number) => 100 * part;
  return { value: percent(share.share), low: percent(share.low), high: percent(share.high), n: share.whole };
};

/** Asked beforehand, at booking or else on arrival; never as recalled afterwards. */
const askedBefore = "Asked at the time: at booking, else on arrival";
const ofTen = "0 to 10";

/** Every figure of a report. */
export function rowsOf(report: Report): FigureRow[] {
  const { slice, method, activity, practice } = report;
  const row = (
    section: ReleaseSection,
    kind: FigureKind,
    figure: string,
    about: string,
    told: Told,
    more: Partial<Pick<FigureRow, "unit" | "scale" | "before" | "matchedRate" | "method">> = {},
  ): FigureRow => ({
    part: slice.name,
    section: sectionTitle(section),
    figure,
    about,
    value: rounded(told.value),
    low: rounded(told.low),
    high: rounded(told.high),
    unit: more.unit ?? "people",
    n: told.n ?? null,
    matchedRate: more.matchedRate ?? null,
    scale: more.scale ?? "",
    before: more.before ?? "",
    evidence: told.notShown === undefined ? evidenceOf(basisOf[kind]) : "",
    method: more.method ?? method,
    notShown: told.notShown ?? "",
  });
  const rateOf = ({ matchedRate }: LearningFigure) => (isWithheld(matchedRate) ? null : matchedRate);
  const change = (
    kind: FigureKind,
    about: string,
    shown: Shown<Change>,
    of: { unit: string; scale: string; matchedRate?: number | null },
  ) => {
    const how = isWithheld(shown) ? method : `${method}; ${shown.method}`;
    return row("learning", kind, "Mean change", about, changed(shown), {
      ...of,
      before: askedBefore,
      method: how,
    });
  };
  const points = { unit: "points", scale: ofTen };
  const learning = [
    change("confidence", "Confidence", report.confidence.change, {
      ...points,
      matchedRate: rateOf(report.confidence),
    }),
    ...directions(report, row),
    change("scenarios", "Scenarios answered rightly", report.scenarios.change, {
      unit: "percentage points",
      scale: "0 to 100",
      matchedRate: rateOf(report.scenarios),
    }),
    ...report.items.map((item) => change("item", item.wording, item.change, points)),
    ...report.courses.map((course) => change("course", course.title, course.change, points)),
  ];
  return [
    row("how-much", "places", "Sessions", "All", { value: activity.sessions }, { unit: "sessions" }),
    row("how-much", "places", "Booked", "All", counted(activity.booked)),
    row("how-much", "places", "Came", "All", counted(activity.came)),
    row("how-much", "places", "Did not come", "All", counted(activity.absent)),
    row("how-much", "places", "Came without a booking", "All", counted(activity.walkIns)),
    ...[...activity.byBoard, ...activity.byTheme, ...activity.byAgency].flatMap((group) => [
      row("how-much", "places", "Came", group.label, inTable(group.came)),
      row("how-much", "places", "Did not come", group.label, inTable(group.absent)),
    ]),
    ...report.reactions.map((reaction) =>
      row(
        "how-well",
        "reaction",
        "Mean answer",
        reaction.wording,
        { ...counted(reaction.mean), n: isWithheld(reaction.answers) ? null : reaction.answers },
        { unit: "points", scale: `up to ${reaction.highest}` },
      ),
    ),
    ...report.returns.flatMap((one) => [
      row("how-well", "returns", "Asked", stageNames[one.stage], counted(one.owed)),
      row("how-well", "returns", "Answered", stageNames[one.stage], counted(one.answered)),
    ]),
    ...learning,
    ...followed(report, row),
    row("practice", "commitments", "Commitments made", "All", counted(practice.made), {
      unit: "commitments",
    }),
    ...shares(practice).map(([kind, figure, share]) =>
      row("practice", kind, figure, "All", shared(share), { unit: "per cent" }),
    ),
    ...report.measures.flatMap((measure) =>
      measure.points.flatMap(({ period, outcome, cases }) =>
        outcome === null
          ? []
          : [
              row(
                "families",
                "measure",
                measure.name,
                period,
                { value: outcome, n: cases },
                { unit: measure.unit },
              ),
            ],
      ),
    ),
  ];
}

/** To two decimals: more would say more than is known. */
const rounded = (value: number | null | undefined) =>
  value === null || value === undefined ? null : Number(value.toFixed(2));

type MakeRow = (
  section: ReleaseSection,
  kind: FigureKind,
  figure: string,
  about: string,
  told: Told,
  more?: Partial<Pick<FigureRow, "unit" | "scale" | "before">>,
) => FigureRow;

const inTable = (count: number | null): Told =>
  count === null ? { notShown: "Not shown, to keep people from being recognised" } : { value: count };

function directions({ confidence: { direction } }: Report, row: MakeRow): FigureRow[] {
  if (isWithheld(direction))
    return [row("learning", "confidence", "Which way people moved", "Confidence", counted(direction))];
  const words = { improved: "Went up", same: "Stayed the same", declined: "Went down" };
  return direction.bands.map(({ labels, count }) =>
    row("learning", "confidence", labels.map((label) => words[label]).join(" or "), "Confidence", {
      value: count,
      n: direction.n,
    }),
  );
}

function followed({ followUp }: Report, row: MakeRow): FigureRow[] {
  const more = { unit: "points", scale: ofTen, before: askedBefore };
  if (isWithheld(followUp))
    return [row("kept", "kept", "Gain still held", "Confidence", counted(followUp), more)];
  const { held, fade, retention, people } = followUp;
  return [
    row("kept", "kept", "Weeks later, less before", "Confidence", estimated(held, people), more),
    row("kept", "kept", "Weeks later, less the end", "Confidence", estimated(fade, people), more),
    ...(retention === null
      ? []
      : [
          row("kept", "kept", "Share of the gain kept", "Confidence", estimated(retention, people), {
            ...more,
            unit: "share (1 is all)",
          }),
        ]),
  ];
}

const shares = (practice: Report["practice"]): [FigureKind, string, Shown<Share | null>][] => [
  ["commitments", "Done, of those asked about since", practice.doneOfAsked],
  ["commitments", "Done, of those told of weeks later", practice.doneOfAnswered],
  ["managers", "Confirmed by a manager, of those asked about since", practice.confirmedOfAsked],
  ["commitments", "Had an opportunity, of those who said", practice.opportunity],
  ["managers", "Seen applied, of managers who could say", practice.managersSaw],
];
