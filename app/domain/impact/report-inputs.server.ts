// What the reports of a period are made from: the year's sums and the names of what they are about.

import { createHash } from "node:crypto";
import { type Db, prepared } from "db/client";
import { sessionFigureStates } from "db/schema";
import { sql } from "drizzle-orm";
import { listAgencies, listBoards, readPartnership } from "~/domain/accounts/accounts.server";
import { boardsOfCourses, listCourseNames, listThemes } from "~/domain/catalogue/catalogue.server";
import type { Context } from "~/domain/context";
import { listQuotes } from "~/domain/evaluations/evaluations.server";
import { civilDateAt } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { furnish, roomOf } from "./figures/rooms";
import { readSessionSums } from "./figures/session-sums.server";
import { mayReadImpact } from "./policy";
import { listPracticeMeasures } from "./practice-measures.server";
import type { Period, ReportInputs } from "./report";
import { listItems, themesOfCourses } from "./report-items.server";
import { reportingYearOf } from "./reporting-years";

/** Raised when the same sums would come to another figure, or another figure would be withheld. */
export const methodVersion = "1";

type Names = Omit<ReportInputs, "period" | "quotes" | "sessions" | "items">;
type YearRead = { stamp: string; year: Omit<ReportInputs, "period" | "quotes"> };

/** Years as they were last read, by database: as long as they hold, so does all that was made from them. */
const lastRead = new WeakMap<Db, Map<string, YearRead>>();
const yearsKept = 3;

/** Its lists are the same objects until something in them is another. @throws Forbidden for anyone who may not read impact figures */
export function readReportInputs(ctx: Context, period: Period): ReportInputs {
  if (!mayReadImpact(ctx.actor)) throw new Forbidden("impact figures");
  const { label, from, until } = period;
  const year = readYear(ctx, reportingYearOf(from));
  return { ...year, period: { label, from, until }, quotes: quotesOf(ctx, period, year.courses) };
}

function readYear(ctx: Context, year: Period): YearRead["year"] {
  const names = namesOf(ctx);
  const stamp = `${stampOfFigures(ctx)} ${JSON.stringify(names)}`;
  const kept = lastRead.get(ctx.db) ?? new Map<string, YearRead>();
  lastRead.set(ctx.db, kept);
  const last = kept.get(year.label);
  if (last?.stamp === stamp) return last.year;
  const read = withFigures(ctx, names, year);
  kept.delete(year.label);
  kept.set(year.label, { stamp, year: read });
  for (const label of [...kept.keys()].slice(0, -yearsKept)) kept.delete(label);
  return read;
}

const states = prepared((db) =>
  db
    .select({
      last: sql<number | null>`sum(${sessionFigureStates.workedOutAt} % 1000000007)`,
      state: sql<
        string | null
      >`group_concat(${sessionFigureStates.responses} || ${sessionFigureStates.fingerprint})`,
    })
    .from(sessionFigureStates)
    .prepare(),
);

/** Another one after any session's figures were worked out anew, even in the same moment. */
function stampOfFigures(ctx: Context): string {
  const { last, state } = states(ctx.db).get() ?? { last: null, state: null };
  return createHash("sha256").update(`${last} ${state}`).digest("base64");
}

/** Everything but the figures and what they are of. */
function namesOf(ctx: Context): Names {
  return {
    readOn: civilDateAt(ctx.clock.now()),
    method: methodVersion,
    partnership: readPartnership(ctx).name,
    boards: listBoards(ctx).map(({ code, name }) => ({ code, name })),
    themes: listThemes(ctx).map(({ slug, name }) => ({ slug, name })),
    agencies: listAgencies(ctx).map(({ id, name }) => ({ id, name })),
    courses: listCourses(ctx),
    measures: listPracticeMeasures(ctx),
  };
}

function withFigures(ctx: Context, names: Names, year: Period): YearRead["year"] {
  const figures = readSessionSums(ctx, year);
  const sessions = figures.map((read, index) => {
    const { courseId, endedOn, workedOutAt } = read;
    const room = roomOf(read);
    const session = {
      number: index + 1,
      courseId,
      endedOn,
      workedOutAt,
      get sums() {
        return read.sums;
      },
    };
    return furnish(session, room);
  });
  const own = new Set(sessions.map(({ courseId }) => courseId));
  const present = new Set<string>();
  const answered = new Set<string>();
  for (const session of sessions) {
    const room = roomOf(session);
    for (const agency of room.agencies) present.add(agency);
    const { items, reactions } = room.whole();
    for (const id in items) answered.add(id);
    for (const id in reactions) answered.add(id);
  }
  return {
    ...names,
    agencies: names.agencies.filter(({ id }) => present.has(id)),
    courses: names.courses.filter(({ id }) => own.has(id)),
    items: listItems(ctx, answered),
    sessions,
  };
}

function listCourses(ctx: Context): ReportInputs["courses"] {
  const boards = boardsOfCourses(ctx);
  const themes = themesOfCourses(ctx);
  return listCourseNames(ctx).map(({ id, slug, title }) => ({
    id,
    slug,
    title,
    theme: themes.get(id) ?? null,
    boards: (boards.get(id) ?? []).map(({ code }) => code),
  }));
}

/** What a quote is about, by the kind of words it comes from. What was said of the training itself is for its trainers. */
const subjects: Partial<Record<ReturnType<typeof listQuotes>[number]["kind"], "commitment" | "family">> = {
  commitment: "commitment",
  "weeks later": "family",
  "six months later": "family",
};

function quotesOf(ctx: Context, period: Period, courses: ReportInputs["courses"]): ReportInputs["quotes"] {
  const idOf = new Map(courses.map(({ slug, id }) => [slug, id]));
  return listQuotes(ctx, period).flatMap(({ text, courseSlug, kind }) => {
    const courseId = idOf.get(courseSlug);
    const about = subjects[kind];
    return courseId === undefined || !about ? [] : [{ text, about, stage: kind, courseId }];
  });
}
