// Every register: those overdue, and how sessions went whose registers are finished.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { EmptyState } from "~/components/empty-state";
import { Pagination } from "~/components/pagination";
import { listAttendance, listRegistersOverdue } from "~/domain/bookings/bookings.server";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { readSpan } from "~/web/register-span";
import { RegistersOverdue } from "~/web/registers-overdue";
import { pageTitle } from "~/web/title";
import { Attendance } from "./attendance";
import { SpanForm } from "./span-form";
import { Together } from "./together";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, "Registers and attendance");

const pageSize = 50;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { searchParams } = visit.url;
    const span = readSpan(searchParams, visit.clock.now());
    const asked = { number: Number(searchParams.get("page") ?? "1"), size: pageSize };
    const found = listAttendance(visit, span, asked);
    return {
      overdue: listRegistersOverdue(visit).map(
        ({ meetingId, courseTitle, number, of, date, trainerNames }) => ({
          meetingId,
          courseTitle,
          number,
          of,
          date,
          trainerNames,
        }),
      ),
      ...found,
      pages: Math.ceil(found.total / pageSize),
      first: span.first,
      last: span.last,
      notDates: span.notDates,
    };
  });

export type RegistersPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Registers() {
  const list = useLoaderData<typeof loader>();
  const { overdue, total, page, pages, first, last } = list;
  return (
    <>
      <BackLink href={paths.manage()} text="Manage" />
      <h1 className="govuk-heading-xl">Registers and attendance</h1>
      {overdue.length === 0 ? (
        <p className="govuk-body">No register is overdue.</p>
      ) : (
        <RegistersOverdue registers={overdue} />
      )}
      <h2 className="govuk-heading-m">Sessions delivered</h2>
      <SpanForm list={list} />
      {total === 0 ? (
        <EmptyState
          title="No session in this time"
          text="A session shows here when the last of its registers is finished."
        />
      ) : (
        <>
          <Together list={list} />
          <Attendance sessions={list.sessions} />
          <Pagination
            page={page}
            pages={pages}
            hrefFor={(number) => paths.manageRegisters({ from: first, to: last, page: String(number) })}
          />
          <p className="govuk-body">
            <a className="govuk-link" href={paths.manageRegistersCsv({ from: first, to: last })}>
              Download these sessions (CSV)
            </a>
          </p>
        </>
      )}
    </>
  );
}
