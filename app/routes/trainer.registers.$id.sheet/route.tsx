// The register on paper, one page for each meeting: names, agencies and room to sign. What anyone needs is not on it.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { readRegister } from "~/domain/bookings/bookings.server";
import { whereInWords } from "~/domain/sessions/sessions";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { SheetPage } from "./sheet-page";

export const handle = { access: ["trainer", "coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Sheet to sign: ${data.courseTitle}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { session, meeting, meetings, people } = readRegister(visit, args.params.id ?? "");
    return {
      courseTitle: session.courseTitle,
      where: whereInWords({
        mode: session.mode,
        venueName: session.venue?.name ?? null,
        roomName: session.room?.name ?? null,
      }),
      trainers: session.trainers.map(({ name }) => name),
      meetingId: meeting.id,
      meetings: meetings.map(({ id, number, date, startTime, endTime }) => ({
        id,
        number,
        date,
        startTime,
        endTime,
      })),
      people: people.map(({ bookingId, name, agencyName }) => ({ bookingId, name, agencyName })),
    };
  });

export type Sheet = ReturnType<typeof useLoaderData<typeof loader>>;

export default function SheetToSign() {
  const sheet = useLoaderData<typeof loader>();
  return (
    <div className="app-sheet">
      <div className="app-no-print">
        <BackLink href={paths.trainerRegister(sheet.meetingId)} text="Register" />
        <h1 className="govuk-heading-l">Sheet to sign</h1>
        <p className="govuk-body">
          Print this page from your browser: on a computer press Ctrl and P, or Command and P. Each meeting
          begins on a page of its own. Mark people in the register afterwards: the paper alone does not count.
        </p>
      </div>
      {sheet.meetings.map((meeting) => (
        <SheetPage key={meeting.id} sheet={sheet} meeting={meeting} />
      ))}
    </div>
  );
}
