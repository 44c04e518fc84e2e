// Every course, on offer or not, with what is to come and who waits; the way to add one.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ButtonLink } from "~/components/button-link";
import { ChosenFilters } from "~/components/chosen-filters";
import { EmptyState } from "~/components/empty-state";
import { Pagination } from "~/components/pagination";
import { listManagedCourses } from "~/domain/catalogue/catalogue.server";
import { counted } from "~/shared/format";
import { readCourseFilters } from "~/web/course-filters";
import { enter } from "~/web/enter.server";
import { readOfferChoices } from "~/web/offer-choices.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { CourseTable } from "./course-table";
import { Filters, filtersInWords } from "./filters";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(
    matches,
    data && data.pages > 1 ? `Manage courses (page ${data.page} of ${data.pages})` : "Manage courses",
  );

const pageSize = 50;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const query = visit.url.searchParams;
    const { filter, typed } = readCourseFilters(query);
    const found = listManagedCourses(visit, filter);
    const pages = Math.ceil(found.length / pageSize);
    const asked = Number(query.get("page") ?? "1");
    const page = Number.isInteger(asked) && asked >= 1 && asked <= pages ? asked : 1;
    return {
      typed,
      ...readOfferChoices(visit),
      total: found.length,
      page,
      pages,
      courses: found
        .slice((page - 1) * pageSize, page * pageSize)
        .map(({ activityType: _type, minutes: _minutes, ledBy: _led, ...course }) => course),
    };
  });

export type CoursesPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ManageCourses() {
  const page = useLoaderData<typeof loader>();
  const { typed, boards, themes, total } = page;
  const filtered = filtersInWords(typed, boards, themes);
  return (
    <>
      <BackLink href={paths.manage()} text="Manage" />
      <h1 className="govuk-heading-xl">Courses</h1>
      <div className="govuk-button-group">
        <ButtonLink href={paths.manageCourseNew()}>Add a course</ButtonLink>
        <a className="govuk-link" href={paths.manageThemes()}>
          Themes
        </a>
        <a className="govuk-link" href={paths.manageCompetencies()}>
          Competencies
        </a>
      </div>
      <Filters typed={typed} boards={boards} themes={themes} />
      <h2 className="govuk-heading-m" id="results">
        {total === 0 ? "No courses" : counted(total, "course")}
      </h2>
      <ChosenFilters filters={filtered} clearHref={paths.manageCourses()} />
      {total === 0 && filtered.length === 0 ? (
        <EmptyState
          title="There are no courses yet"
          text="Add the first one. Sessions of it can be scheduled next."
          headingLevel={3}
        />
      ) : total === 0 ? (
        <EmptyState
          title="Nothing fits these filters"
          text="Check the spelling, or take a filter away."
          action={{ href: paths.manageCourses(), label: "Show all courses" }}
          headingLevel={3}
        />
      ) : (
        <>
          <CourseTable page={page} />
          <Pagination
            page={page.page}
            pages={page.pages}
            hrefFor={(number) => paths.manageCourses({ ...typed, page: String(number) })}
          />
          <p className="govuk-body app-no-print">
            <a className="govuk-link" href={paths.manageCoursesCsv(typed)}>
              Download {total === 1 ? "this course" : `these ${counted(total, "course")}`} (CSV)
            </a>
          </p>
        </>
      )}
    </>
  );
}
