// The report on one part of the offer, from sums alone. Pure: the same inputs give the same report, byte by byte.
import { groupBy } from "~/shared/group-by";
import { isWithheld } from "./disclosure/limits";
import type { Shown } from "./disclosure/shown";
import type { ActivityRow, CourseRow, Quote, Report, ReportInputs, Slice } from "./report";
import { changeOf } from "./report-figures";
import { laterOf, learningOf } from "./report-learning";
import { funnelOf, overTimeOf } from "./report-over-time";
import { practiceOf, reactionsOf, returnsOf } from "./report-practice";
import { hasSession, type Reading, readingOf } from "./report-readings";
import { verdictsOf } from "./report-verdicts";

export function buildReport(inputs: ReportInputs, slice: Slice): Report {
  const reading = readingOf(inputs, slice);
  const { count } = reading;
  const courses = coursesIn(inputs, reading);
  const isWhole = slice.kind === "partnership";
  const rowsOf = (kind: Slice["kind"]) =>
    isWhole ? listSlices(inputs).flatMap((one) => (one.kind === kind ? activityRow(inputs, one) : [])) : [];
  return {
    slice,
    period: inputs.period,
    method: inputs.method,
    workedOutAt: reading.sessions.reduce<number | null>(
      (latest, { workedOutAt }) => Math.max(latest ?? workedOutAt, workedOutAt),
      null,
    ),
    activity: {
      sessions: reading.sessions.length,
      booked: count("booked", ({ places }) => places.booked),
      came: count("came", ({ places }) => places.came),
      absent: count("absent", ({ places }) => places.absent),
      walkIns: count("walk-ins", ({ places }) => places.walkIns),
      byBoard: rowsOf("board"),
      byTheme: rowsOf("theme"),
      byAgency: rowsOf("agency"),
    },
    reactions: reactionsOf(inputs, reading),
    returns: returnsOf(inputs, reading),
    confidence: learningOf(reading, "confidence", (sums) => sums.confidence),
    scenarios: learningOf(reading, "scenarios", (sums) => sums.scenarios),
    ...laterOf(inputs, reading),
    practice: practiceOf(reading),
    courses,
    overTime: overTimeOf(inputs, reading),
    funnel: funnelOf(inputs, reading),
    measures: measuresOf(inputs, reading),
    quotes: quotesOf(inputs, reading),
  };
}

/** What reports there are of the inputs' period: the whole, then every part of the offer with a session in it. */
export function listSlices(inputs: ReportInputs): Slice[] {
  const whole: Slice = { kind: "partnership", key: "", name: inputs.partnership };
  const parts: Slice[] = [
    ...inputs.boards.map(({ code, name }): Slice => ({ kind: "board", key: code, name })),
    ...inputs.themes.map(({ slug, name }): Slice => ({ kind: "theme", key: slug, name })),
    ...inputs.courses.map(({ slug, title }): Slice => ({ kind: "course", key: slug, name: title })),
    ...inputs.agencies.map(({ id, name }): Slice => ({ kind: "agency", key: id, name })),
  ];
  return [whole, ...parts.filter((slice) => hasSession(inputs, slice))];
}

function activityRow(inputs: ReportInputs, slice: Slice): ActivityRow {
  const { sessions, count } = readingOf(inputs, slice);
  return {
    key: slice.key,
    label: slice.name,
    sessions: sessions.length,
    came: blankIfWithheld(count("came", ({ places }) => places.came)),
    absent: blankIfWithheld(count("absent", ({ places }) => places.absent)),
  };
}

/** One symbol stands for every reason in a table. */
const blankIfWithheld = (count: Shown<number>) => (isWithheld(count) ? null : count);

/** Courses of the part with a session in the period; an agency is never crossed with a course. */
function coursesIn(inputs: ReportInputs, { slice, sessions }: Reading): CourseRow[] {
  if (slice.kind === "agency" || slice.kind === "course") return [];
  const number = new Map<string, number>();
  for (const { courseId } of sessions) number.set(courseId, (number.get(courseId) ?? 0) + 1);
  return inputs.courses
    .filter(({ id }) => number.has(id))
    .sort((a, b) => (a.title < b.title ? -1 : 1))
    .map(({ id, slug, title }) => ({
      slug,
      title,
      sessions: number.get(id) ?? 0,
      change: readingOf(inputs, { kind: "course", key: slug, name: title }).figure("confidence", (sums) =>
        changeOf(sums.confidence),
      ),
    }));
}

/** Measures that the part's courses or their themes were to move. */
function measuresOf(inputs: ReportInputs, { slice, sessions }: Reading): Report["measures"] {
  if (slice.kind === "agency") return [];
  const own = verdictsOf(inputs).populations.coursesOf(slice.kind, slice.key);
  const courses = inputs.courses.filter(({ id }) => own === null || own.has(id));
  const ids = new Set(courses.flatMap(({ id, slug }) => [id, slug]));
  const themes = new Set(courses.map(({ theme }) => theme));
  return inputs.measures
    .filter(
      (one) =>
        own === null || one.courses.some((id) => ids.has(id)) || one.themes.some((slug) => themes.has(slug)),
    )
    .map(({ themes: tied, courses: own, ...measure }) => ({
      ...measure,
      beside: courses
        .filter(({ id, theme }) => own.includes(id) || (theme !== null && tied.includes(theme)))
        .map(({ id, slug, title }) => {
          const held = sessions.filter(({ courseId }) => courseId === id).length;
          return { slug, title, sessions: held };
        })
        .filter((course) => course.sessions > 0),
    }));
}

/** Never by agency, and never where fewer than five came. */
function quotesOf(inputs: ReportInputs, { slice, sessions, verdict }: Reading): Quote[] {
  if (slice.kind === "agency" || sessions.length === 0 || verdict("came") === "too few") return [];
  const own = verdictsOf(inputs).populations.coursesOf(slice.kind, slice.key);
  const quotes = inputs.quotes.filter(({ courseId }) => own === null || own.has(courseId));
  return (["commitment", "family"] as const).flatMap((about) =>
    spreadOver(quotes.filter((quote) => quote.about === about)).slice(0, mostQuotes),
  );
}

/** Of each kind: a page of examples would be read as a count. */
const mostQuotes = 6;

/** The first of each course, then the second of each, and so on; the same words once. */
function spreadOver(quotes: ReportInputs["quotes"]): Quote[] {
  const seen = new Set<string>();
  const once = quotes.filter(({ text }) => !seen.has(text) && seen.add(text));
  const byCourse = [...groupBy(once, ({ courseId }) => courseId).values()];
  const rounds = Math.max(0, ...byCourse.map((own) => own.length));
  return Array.from({ length: rounds }, (_, round) => byCourse.flatMap((own) => own.slice(round, round + 1)))
    .flat()
    .map(({ courseId: _courseId, ...quote }) => quote);
}
