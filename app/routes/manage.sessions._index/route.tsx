// The whole programme: filters whose address can be shared, a page at a time, drafts published several at once.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ButtonLink } from "~/components/button-link";
import { ChosenFilters } from "~/components/chosen-filters";
import { EmptyState } from "~/components/empty-state";
import { NotificationBanner } from "~/components/notification-banner";
import { Pagination } from "~/components/pagination";
import { SubmitButton } from "~/components/submit-button";
import { listBoards } from "~/domain/accounts/accounts.server";
import { listCourseNames, listProgramme } from "~/domain/bookings/bookings.server";
import { listVenues } from "~/domain/sessions/sessions.server";
import { civilDateAt } from "~/shared/civil-time";
import { counted } from "~/shared/format";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { readProgramme } from "~/web/programme-filters";
import { ProgrammeTable } from "~/web/programme-table";
import { pageTitle } from "~/web/title";
import { filtersInWords } from "./chosen";
import { Filters } from "./filters";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data && data.pages > 1 ? `Programme (page ${data.page} of ${data.pages})` : "Programme");

const pageSize = 50;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const query = visit.url.searchParams;
    const { filters, order, typed } = readProgramme(query);
    const wanted = { number: Number(query.get("page") ?? "1"), size: pageSize };
    const { total, page, sessions } = listProgramme(visit, filters, order, wanted);
    return {
      typed,
      order,
      total,
      page,
      pages: Math.ceil(total / pageSize),
      sessions,
      today: civilDateAt(visit.clock.now()),
      courses: listCourseNames(visit).map(({ id, title }) => ({ id, name: title })),
      boards: listBoards(visit).map(({ code, name }) => ({ id: code, name })),
      venues: listVenues(visit).map(({ id, name }) => ({ id, name })),
      tickAll: query.get("ticked") === "all",
      done: doneIn({ published: "The sessions are published: people can see and book them" }, query),
    };
  });

export type ProgrammePage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Programme() {
  const page = useLoaderData<typeof loader>();
  const { typed, order, total, sessions, tickAll } = page;
  const drafts = sessions.some((session) => session.status === "draft");
  const formId = "publish-several";
  return (
    <>
      <BackLink href={paths.manage()} text="Manage" />
      {page.done && <NotificationBanner kind="success" text={page.done} />}
      <h1 className="govuk-heading-xl">Programme</h1>
      <ButtonLink href={paths.manageSchedule()} variant="secondary">
        Schedule a session
      </ButtonLink>
      <Filters page={page} />
      <h2 className="govuk-heading-m" id="results">
        {total === 0 ? "No sessions" : counted(total, "session")}
      </h2>
      <ChosenFilters filters={filtersInWords(page)} clearHref={paths.manageSessions()} />
      {total === 0 ? (
        <EmptyState
          title="Nothing fits these filters"
          text="Take a filter away. Without any, this page shows what is still to come."
          action={{ href: paths.manageSessions({ status: "all" }), label: "Show every session" }}
          headingLevel={3}
        />
      ) : (
        <>
          <ProgrammeTable
            caption="Sessions"
            sessions={sessions}
            sorting={{
              order,
              hrefFor: (sort, direction) => paths.manageSessions({ ...typed, sort, order: direction }),
            }}
            {...(drafts && { tick: { formId, all: tickAll } })}
          />
          {drafts && (
            <form method="get" action={paths.managePublish()} id={formId} className="govuk-button-group">
              <SubmitButton variant="secondary">Publish the ticked drafts</SubmitButton>
              <a
                className="govuk-link"
                href={paths.manageSessions({ ...typed, page: String(page.page), ticked: "all" })}
              >
                Tick all drafts on this page
              </a>
            </form>
          )}
          <Pagination
            page={page.page}
            pages={page.pages}
            hrefFor={(number) => paths.manageSessions({ ...typed, page: String(number) })}
          />
          <p className="govuk-body app-no-print">
            <a className="govuk-link" href={paths.manageSessionsCsv(typed)}>
              Download these {counted(total, "session")} (CSV)
            </a>
          </p>
        </>
      )}
    </>
  );
}
