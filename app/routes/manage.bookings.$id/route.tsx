// One booking in full: whose it is, everything that happened, what was written, and what a coordinator may do.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { NotificationBanner } from "~/components/notification-banner";
import { readBookingRecord } from "~/domain/bookings/bookings.server";
import { typed } from "~/shared/form-state";
import { plainDateAt } from "~/shared/format";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { act } from "./act.server";
import { Cancelling } from "./cancelling";
import { Facts } from "./facts";
import { History } from "./history";
import { Letters } from "./letters";
import { Substituting } from "./substituting";
import { WaysOn } from "./ways-on";
import { doneInWords } from "./words";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(
    matches,
    data
      ? `Booking of ${data.booking.personName}: ${data.booking.courseTitle}, ${plainDateAt(data.booking.startsAt)}`
      : "Page not found",
  );

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const record = readBookingRecord(visit, args.params.id ?? "");
    const now = visit.clock.now();
    return {
      ...record,
      now,
      toCome: now < record.booking.startsAt,
      done: doneIn(doneInWords, visit.url.searchParams),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const acted = act(visit, args.params.id ?? "", await args.request.formData());
    if ("form" in acted) return showAgain(acted.form);
    throw redirect(acted.to);
  });

export type RecordPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ManagedBooking() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.form;
  // Only the form that was sent shows what was sent.
  const formOf = (intent: string) => (typed(refused, "intent") === intent ? refused : undefined);
  const { booking } = page;
  return (
    <>
      <BackLink href={paths.manageSession(booking.sessionId)} text="The session" />
      <ErrorSummary form={refused} order={["whose", "reason", "email"]} />
      {page.done && !refused && <NotificationBanner kind="success" text={page.done} />}
      <h1 className="govuk-heading-xl">
        <span className="govuk-caption-xl">
          {booking.courseTitle}, {plainDateAt(booking.startsAt)}
        </span>
        Booking of {booking.personName}
      </h1>
      <Facts page={page} />
      <WaysOn page={page} />
      <Cancelling page={page} form={formOf("cancel")} />
      <Substituting page={page} form={formOf("substitute")} />
      <History page={page} />
      <Letters letters={page.letters} />
    </>
  );
}
