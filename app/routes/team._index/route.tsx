// An agency lead's own agency, and a line manager's reports: who waits for an answer, who is booked, who did not come.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { NotificationBanner } from "~/components/notification-banner";
import {
  confirmAgency,
  declineAgency,
  listAwaitingOwnAgency,
  listOwnAgency,
  listReports,
} from "~/domain/accounts/accounts.server";
import { listBookingsOf, listMissedLately } from "~/domain/bookings/bookings.server";
import { holds } from "~/domain/context";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { Awaiting } from "./awaiting";
import { Missed } from "./missed";
import { nextOf } from "./next-booking";
import { OwnAgency } from "./own-agency";
import { Reports } from "./reports";
import { doneInWords, refusals } from "./words";

export const handle = { access: ["agency_lead", "line_manager"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Team");

const pageSize = 25;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const query = visit.url.searchParams;
    const q = query.get("q")?.trim().slice(0, 100) ?? "";
    const withNext = <Person extends { id: string }>(person: Person) => ({
      ...person,
      next: nextOf(listBookingsOf(visit, person.id), visit.clock.now()),
    });
    const agency = listOwnAgency(visit, { q }, { number: Number(query.get("page") ?? "1"), size: pageSize });
    return {
      q,
      leads: holds(visit.actor, "agency_lead"),
      awaiting: listAwaitingOwnAgency(visit),
      agency: agency && {
        name: agency.agencyName,
        total: agency.total,
        page: agency.page,
        pages: Math.ceil(agency.total / pageSize),
        people: agency.people.map(withNext),
      },
      missed: listMissedLately(visit),
      reports: listReports(visit).map(withNext),
      done: doneIn(doneInWords, query),
    };
  });

const answers = new Map([
  ["confirm", { settle: confirmAgency, done: "confirmed" }],
  ["decline", { settle: declineAgency, done: "declined" }],
]);

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const personId = String(posted.get("personId") ?? "");
    const answer = answers.get(String(posted.get("intent")));
    if (!answer) return showAgain(formWith(posted, { "": "Answer with one of the buttons" }));
    const settled = answer.settle(visit, personId);
    if (!settled.ok) return showAgain(formWith(posted, refusals[settled.reason]));
    throw redirect(paths.team({ done: answer.done }));
  });

export type TeamPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Team() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { agency, reports, leads, done } = page;
  return (
    <>
      <ErrorSummary form={form} />
      {done && !form && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-xl">Team</h1>
      {leads && !agency && (
        <EmptyState
          title="Your own agency is not confirmed"
          text="You see your agency’s people once a coordinator has confirmed that you work there."
        />
      )}
      <Awaiting awaiting={page.awaiting} />
      {reports.length > 0 && <Reports reports={reports} />}
      {agency && (
        <>
          <Missed missed={page.missed} />
          <OwnAgency agency={agency} q={page.q} />
        </>
      )}
    </>
  );
}
