// Somebody of the reader's team: what they are booked on and what they have attended. Nothing about their needs, and
// nothing of what they answered.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { SummaryList } from "~/components/summary-list";
import { readTeamMember } from "~/domain/accounts/accounts.server";
import { recordView } from "~/domain/audit/audit.server";
import { listBookingsOf, type MyBooking } from "~/domain/bookings/bookings.server";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { BookingTable } from "./booking-table";

export const handle = { access: ["agency_lead", "line_manager"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.person.name ?? "Team");

const toCome = ["requested", "awaiting approval", "confirmed", "waiting", "offered"];

const lineOf = ({ id, courseTitle, state, minutes, meetings }: MyBooking) => ({
  id,
  courseTitle,
  state,
  minutes,
  date: meetings[0]?.date ?? null,
});

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const person = readTeamMember(visit, args.params.id ?? "");
    recordView(visit, person.id);
    const now = visit.clock.now();
    const all = listBookingsOf(visit, person.id);
    return {
      person,
      next: all.filter(({ state, endsAt }) => toCome.includes(state) && endsAt >= now).map(lineOf),
      record: all
        .filter(({ state }) => !toCome.includes(state))
        .reverse()
        .map(lineOf),
    };
  });

export type MemberPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function TeamMember() {
  const { person, next, record } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={paths.team()} text="Team" />
      <h1 className="govuk-heading-xl">
        <bdi>{person.name}</bdi>
      </h1>
      <SummaryList
        rows={[
          { key: "Email address", value: <a href={`mailto:${person.email}`}>{person.email}</a> },
          { key: "Agency", value: person.agencyName },
          { key: "Kind of work", value: person.kindOfWork ?? "Not given" },
          ...(person.jobTitle ? [{ key: "Job title", value: <bdi>{person.jobTitle}</bdi> }] : []),
          ...(person.team ? [{ key: "Team", value: <bdi>{person.team}</bdi> }] : []),
        ]}
      />
      {next.length === 0 ? (
        <>
          <h2 className="govuk-heading-m">Coming up</h2>
          <p className="govuk-body">They have no bookings.</p>
        </>
      ) : (
        <BookingTable caption="Coming up" bookings={next} />
      )}
      {record.length === 0 ? (
        <>
          <h2 className="govuk-heading-m">Record</h2>
          <p className="govuk-body">Nothing yet. Sessions appear here once the register is taken.</p>
        </>
      ) : (
        <BookingTable caption="Record" bookings={record} />
      )}
      <p className="govuk-hint">That you looked at this record is written to the audit trail.</p>
    </>
  );
}
