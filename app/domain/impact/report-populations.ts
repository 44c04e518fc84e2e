// Whom the year's reports tell of: every part of the offer in the year and in each quarter, as sets of cells.
import type { Layer, Population } from "./disclosure/populations";
import type { SumCounts } from "./figures/counts";
import { roomOf } from "./figures/rooms";
import type { Period, ReportInputs, SliceKind } from "./report";
import { quartersOf, reportingYearOf } from "./reporting-years";

/** "course/c1@2026-27-Q2" */
export const populationKey = (kind: SliceKind | "session", key: string | number, period: string) =>
  `${kind}/${key}@${period}`;

type Session = ReportInputs["sessions"][number];
/** `own` is the inputs' session. */
export type SessionInYear = Pick<Session, "number" | "courseId" | "workedOutAt"> & {
  own: Session;
  index: number;
  quarter: number;
};

/** People of one session from one agency. */
export type Cell = { session: number; agency: number };

export type ReportPopulations = {
  year: Period;
  quarters: Period[];
  sessions: SessionInYear[];
  agencies: string[];
  cells: Cell[];
  /** Each count of every cell; of one course's cells only where it is given. */
  countsOf: (counts: readonly ((sums: SumCounts) => number)[], courseId: string | null) => Float64Array[];
  /** Sessions of a part of the offer, oldest first. */
  sessionsOf: (kind: SliceKind, key: string) => readonly SessionInYear[];
  /** By session: the year's parts, their quarters, and single sessions. */
  ofYear: Layer;
  ofQuarters: Layer;
  ofSessions: Layer;
  /** Agencies by quarter; whose quarters count depends on the figure. */
  unitOfAgency: (agency: number, quarter: number) => number;
  agencyOfCell: Int32Array;
  /** Courses of a part of the offer; null for all of them. */
  coursesOf: (kind: SliceKind, key: string) => ReadonlySet<string> | null;
};

const importance = { partnership: 5, board: 4, theme: 3, course: 2, agency: 2, session: 1 };

export function populationsOf(inputs: ReportInputs): ReportPopulations {
  const year = reportingYearOf(inputs.period.from);
  const quarters = quartersOf(year);
  const quarterOf = (day: string) => quarters.findIndex(({ from, until }) => day >= from && day < until);
  const sessions = inputs.sessions
    .map((own) => ({ own, quarter: quarterOf(own.endedOn) }))
    .filter(({ quarter }) => quarter >= 0)
    .map(({ own, quarter }, index) => {
      const { number, courseId, workedOutAt } = own;
      return { number, courseId, workedOutAt, own, index, quarter };
    });
  const rooms = sessions.map(({ own }) => roomOf(own));
  const agencies = [...new Set(rooms.flatMap((room) => room.agencies))].sort();
  const numberOf = new Map(agencies.map((id, index) => [id, index]));
  const cells = rooms.flatMap((room, session) =>
    room.agencies.map((id) => ({ session, agency: numberOf.get(id) ?? 0 })),
  );
  const countsOf: ReportPopulations["countsOf"] = (counts, courseId) => {
    const columns = counts.map(() => new Float64Array(cells.length));
    let cell = 0;
    rooms.forEach((room, session) => {
      const isCounted = courseId === null || sessions[session]?.courseId === courseId;
      for (let agency = 0; agency < room.agencies.length; agency++, cell++) {
        if (!isCounted) continue;
        const sums = room.countsOf(agency);
        for (let i = 0; i < counts.length; i++) (columns[i] as Float64Array)[cell] = counts[i]?.(sums) ?? 0;
      }
    });
    return columns;
  };
  const unitOfAgency = (agency: number, quarter: number) => agency * quarters.length + quarter;

  const coursesOf = coursesByPart(inputs);
  const parts = partsOf(inputs);
  const unitsOf = partsBySession(parts, sessions, coursesOf);
  const units = new Map(parts.map(({ kind, key }, i) => [`${kind}/${key}`, unitsOf[i] ?? []]));
  agencies.forEach((id) => {
    units.set(`agency/${id}`, []);
  });
  for (const { session, agency } of cells) units.get(`agency/${agencies[agency]}`)?.push(session);
  const cut = (units: number[], quarter: number) =>
    units.filter((unit) => sessions[unit]?.quarter === quarter);
  const unitOf = Int32Array.from(cells, ({ session }) => session);
  const layer = (populations: Population[]): Layer => ({ unitOf, units: sessions.length, populations });
  const part = (kind: SliceKind, key: string, period: Period, units: number[]): Population => ({
    key: populationKey(kind, key, period.label),
    importance: importance[kind],
    units,
  });
  return {
    year,
    quarters,
    sessions,
    agencies,
    cells,
    countsOf,
    sessionsOf: (kind, key) => (units.get(`${kind}/${key}`) ?? []).flatMap((unit) => sessions[unit] ?? []),
    ofYear: layer(parts.map(({ kind, key }, i) => part(kind, key, year, unitsOf[i] ?? []))),
    ofQuarters: layer(
      quarters.flatMap((quarter, q) =>
        parts.map(({ kind, key }, i) => part(kind, key, quarter, cut(unitsOf[i] ?? [], q))),
      ),
    ),
    ofSessions: layer(
      sessions.map(({ index, number }) => ({
        key: populationKey("session", number, year.label),
        importance: importance.session,
        units: [index],
      })),
    ),
    unitOfAgency,
    agencyOfCell: Int32Array.from(cells, ({ session, agency }) =>
      unitOfAgency(agency, sessions[session]?.quarter ?? 0),
    ),
    coursesOf,
  };
}

/** The agencies' populations where `counted` says which of its quarters an agency is told of. */
export function layerOfAgencies(
  of: ReportPopulations,
  counted: (agency: number) => readonly number[],
): Layer {
  const { agencies, quarters, year, unitOfAgency } = of;
  return {
    unitOf: of.agencyOfCell,
    units: agencies.length * quarters.length,
    populations: agencies.flatMap((id, agency) => {
      const units = counted(agency).map((quarter) => unitOfAgency(agency, quarter));
      return [
        { key: populationKey("agency", id, year.label), importance: importance.agency, units },
        ...counted(agency).map((quarter) => ({
          key: populationKey("agency", id, quarters[quarter]?.label ?? ""),
          importance: importance.session,
          units: [unitOfAgency(agency, quarter)],
        })),
      ];
    }),
  };
}

type Part = { kind: Exclude<SliceKind, "agency">; key: string };

/** The whole first. */
const partsOf = ({ boards, themes, courses }: ReportInputs): Part[] => [
  { kind: "partnership", key: "" },
  ...boards.map(({ code }): Part => ({ kind: "board", key: code })),
  ...themes.map(({ slug }): Part => ({ kind: "theme", key: slug })),
  ...courses.map(({ slug }): Part => ({ kind: "course", key: slug })),
];

function coursesByPart({ courses }: ReportInputs): ReportPopulations["coursesOf"] {
  const by = new Map<string, Set<string>>();
  const put = (part: string, id: string) => by.set(part, (by.get(part) ?? new Set()).add(id));
  for (const { id, slug, theme, boards } of courses) {
    put(`course/${slug}`, id);
    if (theme !== null) put(`theme/${theme}`, id);
    for (const board of boards) put(`board/${board}`, id);
  }
  const none: ReadonlySet<string> = new Set();
  return (kind, key) => (kind === "partnership" ? null : (by.get(`${kind}/${key}`) ?? none));
}

function partsBySession(
  parts: readonly Part[],
  sessions: readonly SessionInYear[],
  coursesOf: ReportPopulations["coursesOf"],
): number[][] {
  const byCourse = new Map<string, number[]>();
  for (const { courseId, index } of sessions) {
    const own = byCourse.get(courseId);
    if (own) own.push(index);
    else byCourse.set(courseId, [index]);
  }
  return parts.map(({ kind, key }) => {
    const courses = coursesOf(kind, key);
    if (courses === null) return sessions.map(({ index }) => index);
    return [...courses].flatMap((id) => byCourse.get(id) ?? []).sort((a, b) => a - b);
  });
}
