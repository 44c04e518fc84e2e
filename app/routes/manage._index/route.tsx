// A coordinator's day: what waits for them, the sessions of the next two weeks, then those of the next three months.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { Pagination } from "~/components/pagination";
import { countUnconfirmed } from "~/domain/accounts/accounts.server";
import {
  listOffersOutstanding,
  listProgramme,
  listRegistersOverdue,
  listTroubledMessages,
} from "~/domain/bookings/bookings.server";
import { addDays, addMonths, civilDateAt, startOfDay } from "~/shared/civil-time";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { MessagesInTrouble } from "./messages-in-trouble";
import { OffersOutstanding } from "./offers-outstanding";
import { Programme } from "./programme";
import { RegistersOverdue } from "./registers-overdue";
import { ThingsToDo } from "./things-to-do";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, "Manage the training offer");

const pageSize = 50;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const now = visit.clock.now();
    const today = civilDateAt(now);
    const twoWeeks = startOfDay(addDays(today, 15));
    const threeMonths = startOfDay(addDays(addMonths(today, 3), 1));
    const asked = Number(visit.url.searchParams.get("page") ?? "1");
    const later = listProgramme(
      visit,
      { from: twoWeeks, to: threeMonths },
      { number: asked, size: pageSize },
    );
    return {
      now,
      // Running sessions started in the past and still count as today's.
      soon: listProgramme(visit, { from: 0, to: twoWeeks }, { number: 1, size: 200 }).sessions,
      later: { ...later, pages: Math.ceil(later.total / pageSize) },
      offers: listOffersOutstanding(visit),
      registers: listRegistersOverdue(visit),
      messages: listTroubledMessages(visit),
      awaiting: countUnconfirmed(visit).awaiting,
    };
  });

export type ManagePage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Manage() {
  const page = useLoaderData<typeof loader>();
  const { now, soon, later, offers, registers, messages } = page;
  return (
    <>
      <h1 className="govuk-heading-xl">Manage the training offer</h1>
      <div className="govuk-button-group">
        <ButtonLink href={paths.manageSchedule()}>Schedule a session</ButtonLink>
        <a className="govuk-link" href={paths.manageTrainers()}>
          Training pool
        </a>
        <a className="govuk-link" href={paths.adminPeople()}>
          People
        </a>
        <a className="govuk-link" href={paths.admin()}>
          Admin
        </a>
      </div>
      <ThingsToDo page={page} />
      <Programme
        id="programme"
        caption="Sessions in the next 14 days"
        empty="No session starts in the next 14 days."
        sessions={soon}
      />
      <OffersOutstanding offers={offers} now={now} />
      <RegistersOverdue registers={registers} />
      <MessagesInTrouble messages={messages} />
      <Programme
        id="later"
        caption="After that, up to three months ahead"
        empty="Nothing more is scheduled for the next three months."
        sessions={later.sessions}
      />
      <Pagination
        page={later.page}
        pages={later.pages}
        hrefFor={(number) => `${paths.manage()}?page=${number}`}
        label="Pages of later sessions"
      />
    </>
  );
}
