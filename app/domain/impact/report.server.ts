// The partnership's impact report for a reporting year: how much, how well, what difference, and what is not known.
import { listBoards } from "~/domain/accounts/accounts.server";
import { boardsOfCourses, listThemes } from "~/domain/catalogue/catalogue.server";
import type { Context } from "~/domain/context";
import { civilDateAt } from "~/shared/civil-time";
import { groupBy } from "~/shared/group-by";
import { Forbidden } from "~/shared/problems";
import { deliveredSpan, listActivity, listReactions, listScores } from "./answers.server";
import { givesSmallBack, releaseChange, withheldCourses } from "./change";
import { isWithheld, releaseCount, releaseFigure, type Withheld } from "./disclosure/limits";
import { publishList } from "./disclosure/tables";
import type { Change, ReportingYear } from "./impact";
import { matchPairs } from "./measures/matched-pairs";
import { mayReadImpact } from "./policy";
import { reportingYearOf, yearStarting } from "./reporting-years";

const audience = "partnership";

/** One line of activity: sessions, and people by what became of their place; null where withheld. */
export type ActivityRow = {
  label: string;
  sessions: number;
  came: number | null;
  absent: number | null;
};

export type ImpactReport = {
  sessions: number;
  attendances: number | Withheld;
  byBoard: ActivityRow[];
  byTheme: ActivityRow[];
  change: Change | Withheld;
  /** Share (0 to 1) of those who came with both answers; null where the change is withheld. */
  matchedRate: number | null;
  relevance: { wording: string; mean: number | Withheld; highest: number; answers: number | Withheld } | null;
  courses: { slug: string; title: string; sessions: number; change: Change | Withheld }[];
};

/** @throws Forbidden for anyone who may not read impact figures */
export function readImpactReport(ctx: Context, year: ReportingYear): ImpactReport {
  if (!mayReadImpact(ctx.actor)) throw new Forbidden("impact figures");
  const activity = listActivity(ctx, year);
  const people = listScores(ctx, year);
  const byCourse = groupBy(people, (person) => person.courseId);
  const boards = boardsOfCourses(ctx);
  const withheld = withheldCourses(people, audience);
  const change = releaseChange(people, audience);
  const changeOf = (courseId: string) => {
    const own = releaseChange(byCourse.get(courseId) ?? [], audience);
    return withheld.has(courseId) && !isWithheld(own) ? givesSmallBack : own;
  };

  return {
    sessions: activity.reduce((total, row) => total + row.sessions, 0),
    attendances: releaseCount(people.length),
    byBoard: listBoards(ctx).flatMap((board) => {
      const rows = activity.filter((row) =>
        boards.get(row.courseId)?.some((mark) => mark.code === board.code),
      );
      // Courses serve several boards, so each board is a table of its own and they do not add up to a total.
      return publishActivity([{ label: board.name, rows }]);
    }),
    byTheme: publishActivity(
      listThemes(ctx).map((theme) => ({
        label: theme.name,
        rows: activity.filter((row) => row.themeSlug === theme.slug),
      })),
    ),
    change,
    // With the number who came, the rate tells how many pairs there are.
    matchedRate: isWithheld(change) ? null : matchPairs(people).changes.length / people.length,
    relevance: relevanceOf(ctx, year),
    courses: activity.map((row) => ({
      slug: row.slug,
      title: row.title,
      sessions: row.sessions,
      change: changeOf(row.courseId),
    })),
  };
}

type Activity = ReturnType<typeof listActivity>;

/** Each column is a list of its own: what became of all places of one row is published nowhere. */
function publishActivity(groups: { label: string; rows: Activity }[]): ActivityRow[] {
  const some = groups.filter((group) => group.rows.length > 0);
  const sums = (count: (row: Activity[number]) => number) =>
    some.map(({ rows }) => rows.reduce((n, row) => n + count(row), 0));
  const sessions = sums((row) => row.sessions);
  const came = publishList(sums((row) => row.came)).values;
  const absent = publishList(sums((row) => row.absent)).values;
  return some.map(({ label }, index) => ({
    label,
    sessions: sessions[index] ?? 0,
    came: came[index] ?? null,
    absent: absent[index] ?? null,
  }));
}

/** Over all courses: was it relevant to people's work? */
function relevanceOf(ctx: Context, year: ReportingYear): ImpactReport["relevance"] {
  const all = listReactions(ctx, year).filter((reaction) => reaction.slug === "relevant");
  const first = all[0];
  if (!first) return null;
  const answered = all.reduce((n, reaction) => n + reaction.answered, 0);
  const mean = all.reduce((sum, reaction) => sum + reaction.mean * reaction.answered, 0) / answered;
  return {
    wording: first.wording,
    highest: first.highest,
    mean: releaseFigure(mean, answered, audience),
    answers: releaseCount(answered),
  };
}

/** The reporting years with delivered sessions and the one that is running, newest first. */
export function listReportingYears(ctx: Pick<Context, "db" | "clock">): ReportingYear[] {
  const running = reportingYearOf(civilDateAt(ctx.clock.now()));
  const { first } = deliveredSpan(ctx);
  const oldest = first === null ? running : reportingYearOf(civilDateAt(first));
  const start = (year: ReportingYear) => Number(year.from.slice(0, 4));
  const count = start(running) - start(oldest) + 1;
  return Array.from({ length: Math.max(1, count) }, (_, index) => yearStarting(start(running) - index));
}
