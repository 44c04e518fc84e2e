// What the news of the offer tells of, who asked for it, and how the next issue stands for coordinators.
import { prepared } from "db/client";
import { auditEntries, courses, newsSubscriptions, people, sessions } from "db/schema";
import { and, asc, eq, gt, isNull, lt, lte, or, sql } from "drizzle-orm";
import { boardsOfCourses } from "~/domain/catalogue/catalogue.server";
import type { Context } from "~/domain/context";
import type { OfferNews } from "~/domain/notifications/notifications";
import { listNewsChoices } from "~/domain/notifications/notifications.server";
import { whereInWords } from "~/domain/sessions/sessions";
import { mayRunProgramme } from "~/domain/sessions/sessions.server";
import { addMonths, civilDateAt, startOfDay } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { describeUpcoming } from "../offer/upcoming-sessions.server";
import { type Issue, monthsAhead, type NewsSession, newsFor, nextIssue } from "./offer-news-rules";

const ph = sql.placeholder;

/** Sessions that take bookings now. New: put on, published or opened for booking since an instant. */
const bookable = prepared((db) =>
  db
    .select({
      id: sessions.id,
      theme: courses.themeSlug,
      isNew:
        sql<boolean>`(${sessions.createdAt} >= ${ph("since")} or coalesce(${sessions.opensAt}, 0) >= ${ph("since")} or exists (
        select 1 from ${auditEntries} where ${auditEntries.subjectKind} = 'session' and ${auditEntries.subjectId} = ${sessions.id}
          and ${auditEntries.action} = 'sessions.published' and ${auditEntries.at} >= ${ph("since")}))`.mapWith(
          Boolean,
        ),
    })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(
      and(
        eq(sessions.status, "published"),
        gt(sessions.startsAt, ph("now")),
        lt(sessions.startsAt, ph("until")),
        gt(sessions.bookingClosesAt, ph("now")),
        or(isNull(sessions.opensAt), lte(sessions.opensAt, ph("now"))),
        eq(courses.offered, true),
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .prepare(),
);

/** What has places and takes bookings now, soonest first. */
export function listNewsSessions(ctx: Pick<Context, "db" | "clock">, { since }: Issue): NewsSession[] {
  const now = ctx.clock.now();
  const until = startOfDay(addMonths(civilDateAt(now), monthsAhead));
  const found = new Map(
    bookable(ctx.db)
      .all({ now, until, since })
      .map((row) => [row.id, row]),
  );
  const boards = boardsOfCourses(ctx);
  return describeUpcoming(ctx, [...found.keys()]).flatMap((session): NewsSession[] => {
    const [first] = session.dates;
    const row = found.get(session.id);
    if (session.placesLeft <= 0 || !first || !row) return [];
    return [
      {
        sessionId: session.id,
        courseTitle: session.courseTitle,
        ...first,
        days: session.dates.length,
        where: whereInWords(session),
        left: session.placesLeft,
        isNew: row.isNew,
        theme: row.theme,
        boards: (boards.get(session.courseId) ?? []).map(({ code }) => code),
      },
    ];
  });
}

/** Everyone who asked for news, a row for each thing that they asked for. */
export const subscriptions = prepared((db) =>
  db
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      about: newsSubscriptions.about,
    })
    .from(newsSubscriptions)
    .innerJoin(people, eq(people.id, newsSubscriptions.personId))
    .where(and(isNull(people.disabledAt), isNull(people.erasedAt)))
    .orderBy(asc(people.id), asc(newsSubscriptions.about))
    .prepare(),
);

export type NewsPreview = {
  month: string;
  /** When it leaves. */
  at: number;
  /** How many people get a letter if nothing changes, each once. */
  letters: number;
  issues: {
    about: string;
    name: string;
    subscribers: number;
    /** Null: nothing is new, so nobody who asked for this alone gets a letter. */
    news: Pick<OfferNews, "sessions" | "more"> | null;
  }[];
};

/** The next issue as it stands now, for each thing that people can ask for. @throws Forbidden */
export function previewNews(ctx: Context): NewsPreview {
  if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
  const issue = nextIssue(ctx.clock.now());
  const sessionsToTell = listNewsSessions(ctx, issue);
  const asked = subscriptions(ctx.db).all();
  const issues = listNewsChoices(ctx).map(({ about, name }) => ({
    about,
    name,
    subscribers: asked.filter((row) => row.about === about).length,
    news: newsFor(sessionsToTell, [about]),
  }));
  const telling = new Set(issues.filter(({ news }) => news !== null).map(({ about }) => about));
  const letters = new Set(asked.filter(({ about }) => telling.has(about)).map(({ personId }) => personId))
    .size;
  return { month: issue.month, at: issue.at, letters, issues };
}
