// One booking: what state it is in, what that means, and what to do next. The confirmation page; a reload is harmless.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { InsetText } from "~/components/inset-text";
import { Panel } from "~/components/panel";
import { SummaryList } from "~/components/summary-list";
import { AddToCalendar } from "~/web/add-to-calendar";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { SessionDates } from "~/web/session-result";
import { pageTitle } from "~/web/title";
import { headingOf } from "./headings";
import { Materials } from "./materials";
import { readBookingPage } from "./page-data.server";
import { WaysOut } from "./ways-out";
import { WhatNext } from "./what-next";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(
    matches,
    data
      ? `${headingOf(data.booking.state, data.booking.from)}: ${data.booking.courseTitle}`
      : "Page not found",
  );

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => readBookingPage(visit, args.params.id ?? ""));

export default function BookingPage() {
  const page = useLoaderData<typeof loader>();
  const { booking } = page;
  const heading = headingOf(booking.state, booking.from);
  const live = booking.state === "confirmed" || booking.state === "waiting";
  return (
    <>
      <BackLink href={paths.my()} text="My training" />
      {page.someoneElse && (
        <InsetText>
          This is how {page.someoneElse.name} sees their booking.{" "}
          {page.someoneElse.manages && (
            <a className="govuk-link" href={paths.manageBooking(booking.id)}>
              Manage this booking
            </a>
          )}
        </InsetText>
      )}
      {live ? (
        <Panel title={heading} reference={booking.reference} />
      ) : (
        <h1 className="govuk-heading-l">{heading}</h1>
      )}
      <SummaryList
        rows={[
          { key: "Course", value: booking.courseTitle },
          { key: "When", value: <SessionDates dates={booking.dates} /> },
          { key: "Where", value: <Where booking={booking} /> },
          ...(booking.access ? [{ key: "Access", value: booking.access }] : []),
          // A live booking's reference stands in the panel above.
          ...(live ? [] : [{ key: "Reference", value: booking.reference }]),
        ]}
      />
      <WhatNext page={page} />
      <AddToCalendar days={page.days} file={paths.bookingCalendar(booking.id)}>
        <p className="govuk-body">
          The entry in your confirmation email changes with the booking. Add one here only if that did not
          work.
        </p>
      </AddToCalendar>
      <Materials materials={page.materials} />
      <WaysOut booking={booking} />
      <p className="govuk-body">
        Questions? Contact {page.contactName}:{" "}
        <a
          className="govuk-link"
          href={`mailto:${page.contactEmail}?subject=${encodeURIComponent(booking.reference)}`}
        >
          {page.contactEmail}
        </a>
      </p>
    </>
  );
}

function Where({ booking }: Pick<ReturnType<typeof useLoaderData<typeof loader>>, "booking">) {
  if (!booking.joiningLink) return booking.where;
  return (
    <>
      Online:{" "}
      <a className="govuk-link" href={booking.joiningLink}>
        join here
      </a>
    </>
  );
}
