// The calendar of the whole offer: a month as a table or as a list, with filters whose address can be shared.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChosenFilters } from "~/components/chosen-filters";
import { monthInWords } from "~/shared/format";
import { calendarFiltersInWords, calendarWithout } from "~/web/calendar-filters";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { AsList } from "./as-list";
import { AsMonth } from "./as-month";
import { Filters } from "./filters";
import { Nothing } from "./nothing";
import { readCalendarPage } from "./page-data.server";
import { Ways } from "./ways";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? titleOf(data) : "Training calendar");

const titleOf = ({ month, view }: { month: string; view: string }) =>
  `Training calendar, ${monthInWords(month)}${view === "list" ? ", as a list" : ""}`;

export const loader = (args: LoaderFunctionArgs) => enter(args, handle.access, readCalendarPage);

export default function CalendarRoute() {
  const page = useLoaderData<typeof loader>();
  const { typed, view, month, days, boards, themes } = page;
  const empty = days.every((day) => day.meetings.length === 0);
  return (
    <>
      <h1 className="govuk-heading-xl">Training calendar</h1>
      <Filters typed={typed} boards={boards} themes={themes} />
      <h2 className="govuk-heading-l" id="month">
        {monthInWords(month)}
      </h2>
      <ChosenFilters
        filters={calendarFiltersInWords(typed, { boards, themes })}
        clearHref={calendarWithout(typed)}
      />
      <Ways {...page} />
      {empty ? (
        <Nothing {...page} />
      ) : view === "list" ? (
        <AsList days={days} />
      ) : (
        <AsMonth month={month} days={days} />
      )}
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={paths.calendarSubscribe({ of: subscribable(typed) })}>
          Put training in your own calendar
        </a>{" "}
        and see changes there.
      </p>
    </>
  );
}

/** What a subscription can follow of the filters: a board before a theme. */
const subscribable = ({ board, theme }: { board?: string; theme?: string }) =>
  board ? `board:${board}` : theme ? `theme:${theme}` : undefined;
