// What everyone of the lead's agency has coming: filtered, a page at a time, with what can be done in each row.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ChosenFilters } from "~/components/chosen-filters";
import { EmptyState } from "~/components/empty-state";
import { NotificationBanner } from "~/components/notification-banner";
import { Pagination } from "~/components/pagination";
import { SubmitButton } from "~/components/submit-button";
import { listTeamBookings } from "~/domain/bookings/bookings.server";
import { counted } from "~/shared/format";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { readTeamFilters } from "~/web/team-booking-filters";
import { pageTitle } from "~/web/title";
import { filtersInWords } from "./chosen";
import { Filters } from "./filters";
import { Rows } from "./rows";
import { doneInWords } from "./words";

export const handle = { access: ["agency_lead"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(
    matches,
    data && data.pages > 1
      ? `Your agency’s bookings (page ${data.page} of ${data.pages})`
      : "Your agency’s bookings",
  );

const pageSize = 50;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const query = visit.url.searchParams;
    const { filter, typed } = readTeamFilters(query);
    const wanted = { number: Number(query.get("page") ?? "1"), size: pageSize };
    const found = listTeamBookings(visit, filter, wanted);
    return {
      typed,
      confirmed: found !== null,
      total: found?.total ?? 0,
      page: found?.page ?? 1,
      pages: Math.ceil((found?.total ?? 0) / pageSize),
      bookings: found?.bookings ?? [],
      courses: found?.courses ?? [],
      done: doneIn(doneInWords, query),
    };
  });

export type TeamBookingsPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function TeamBookings() {
  const { typed, confirmed, total, page, pages, bookings, courses, done } = useLoaderData<typeof loader>();
  const chosen = filtersInWords(typed, courses);
  return (
    <>
      <BackLink href={paths.team()} text="Team" />
      {done && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-xl">Your agency’s bookings</h1>
      {confirmed && <Filters typed={typed} courses={courses} />}
      <h2 className="govuk-heading-m" id="results">
        {total === 0 ? "No bookings to come" : counted(total, "booking to come", "bookings to come")}
      </h2>
      <ChosenFilters filters={chosen} clearHref={paths.teamBookings()} />
      {total === 0 ? (
        <Nothing confirmed={confirmed} filtered={chosen.length > 0} />
      ) : (
        <>
          <Rows bookings={bookings} />
          <Pagination
            page={page}
            pages={pages}
            hrefFor={(number) => paths.teamBookings({ ...typed, page: String(number) })}
          />
          <form method="post" action={paths.teamBookingsCsv(typed)} className="app-no-print">
            <p className="govuk-body">
              The file holds names and addresses: delete it when you are done. That you took it is recorded.
            </p>
            <SubmitButton variant="secondary">Download {counted(total, "booking")} (CSV)</SubmitButton>
          </form>
        </>
      )}
    </>
  );
}

function Nothing({ confirmed, filtered }: { confirmed: boolean; filtered: boolean }) {
  if (!confirmed)
    return (
      <EmptyState
        title="Your own agency is not confirmed"
        text="You see your agency’s bookings once a coordinator has confirmed that you work there."
        headingLevel={3}
      />
    );
  return (
    <EmptyState
      title={filtered ? "No booking fits these filters" : "Nobody of your agency is booked on anything"}
      text={
        filtered
          ? "Take a filter away to see more."
          : "You can book several people at once on a course’s date."
      }
      action={
        filtered
          ? { href: paths.teamBookings(), label: "Show all bookings" }
          : { href: paths.courses(), label: "Find a course" }
      }
      headingLevel={3}
    />
  );
}
