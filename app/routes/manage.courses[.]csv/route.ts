// The courses that a search finds, as a file to keep. It is about nobody: no more is recorded than for the page.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { listManagedCourses } from "~/domain/catalogue/catalogue.server";
import { civilDateAt } from "~/shared/civil-time";
import { readCourseFilters } from "~/web/course-filters";
import { csvOf, download } from "~/web/downloads.server";
import { enter } from "~/web/enter.server";

export const handle = { access: ["coordinator"] } as const;

const columns = [
  "Course",
  "Theme",
  "Type of activity",
  "Taught minutes",
  "Boards",
  "Led by",
  "On offer",
  "Sessions to come",
  "Drafts",
  "People waiting",
] as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const courses = listManagedCourses(visit, readCourseFilters(visit.url.searchParams).filter);
    const rows = courses.map((course) => ({
      Course: course.title,
      Theme: course.themeName,
      "Type of activity": course.activityType,
      "Taught minutes": course.minutes,
      Boards: course.boards.map(({ code }) => code).join(", "),
      "Led by": course.ledBy,
      "On offer": course.offered,
      "Sessions to come": course.toCome,
      Drafts: course.drafts,
      "People waiting": course.waiting,
    }));
    return download(`courses-${civilDateAt(visit.clock.now())}.csv`, "text/csv", csvOf(columns, rows));
  });
