// The catalogue: results first, filters beside them as a plain form whose address can be shared.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChosenFilters } from "~/components/chosen-filters";
import { EmptyState } from "~/components/empty-state";
import { Pagination } from "~/components/pagination";
import { searchOffer } from "~/domain/bookings/bookings.server";
import { counted } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { readOfferChoices } from "~/web/offer-choices.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { CourseResult } from "./course-result";
import { Filters } from "./filters";
import { addressWith, filtersInWords, readFilters } from "./read-filters";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data && data.pages > 1 ? `Courses (page ${data.page} of ${data.pages})` : "Courses");

const pageSize = 10;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const choices = readOfferChoices(visit);
    const { filters, typed, page: wanted } = readFilters(visit.url.searchParams, choices);
    const { total, page, courses } = searchOffer(visit, filters, { number: wanted, size: pageSize });
    return { typed, ...choices, total, page, pages: Math.ceil(total / pageSize), courses };
  });

export default function CoursesPage() {
  const { typed, boards, themes, total, page, pages, courses } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-xl">Courses</h1>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-third">
          <Filters typed={typed} boards={boards} themes={themes} />
        </div>
        <div className="govuk-grid-column-two-thirds">
          <h2 className="govuk-heading-m" id="results">
            {total === 0 ? "No courses" : counted(total, "course")}
          </h2>
          <ChosenFilters filters={filtersInWords(typed, { boards, themes })} clearHref={paths.courses()} />
          {total === 0 ? (
            <EmptyState
              title="Nothing fits these filters"
              text="Take a filter away, or look at the whole offer. New dates are added through the year."
              action={{ href: paths.courses(), label: "Show all courses" }}
              headingLevel={3}
            />
          ) : (
            <ul className="app-results">
              {courses.map((course) => (
                <CourseResult key={course.slug} course={course} />
              ))}
            </ul>
          )}
          <Pagination
            page={page}
            pages={pages}
            hrefFor={(number) => addressWith(typed, { page: String(number) })}
          />
        </div>
      </div>
    </>
  );
}
