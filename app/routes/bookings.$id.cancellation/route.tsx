// Giving up a place, or leaving the queue: asked once, done once.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { type CancelRefusal, cancelBooking, readBooking } from "~/domain/bookings/bookings.server";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { SessionDates } from "~/web/session-result";
import { pageTitle } from "~/web/title";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? titleFor(data.waiting) : "Page not found");

const titleFor = (waiting: boolean) => (waiting ? "Leave the waiting list" : "Cancel your booking");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { session, ...booking } = readBooking(visit, args.params.id ?? "");
    if (booking.state !== "confirmed" && booking.state !== "waiting")
      throw redirect(paths.booking(booking.id));
    return {
      id: booking.id,
      waiting: booking.state === "waiting",
      courseTitle: session.courseTitle,
      dates: session.meetings.map(({ date, startTime, endTime }) => ({ date, startTime, endTime })),
    };
  });

const cancellation = z.object({
  reason: z.string().trim().max(500, "Enter a reason of 500 characters or fewer").optional(),
});

const refusalInWords: Record<CancelRefusal, string> = {
  "already started": "The session has started, so the booking can no longer be cancelled here.",
  "not live": "This booking has already ended.",
};

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    // Read first: whoever it does not belong to gets nothing, whatever they post.
    const { id: bookingId } = readBooking(visit, args.params.id ?? "");
    const read = readForm(posted, cancellation);
    if (!read.ok) return showAgain(read.form);
    const result = cancelBooking(visit, { bookingId, reason: read.value.reason });
    if (!result.ok) return showAgain(formWith(posted, { "": refusalInWords[result.reason] }));
    throw redirect(paths.booking(bookingId));
  });

export default function CancellationPage() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.booking(page.id)} />
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">{titleFor(page.waiting)}</h1>
      <p className="govuk-body">
        <strong className="app-line">{page.courseTitle}</strong>
        <SessionDates dates={page.dates} />
      </p>
      <p className="govuk-body">
        {page.waiting
          ? "You will lose your place in the queue. Joining again puts you at the end."
          : "Your place goes to whoever has waited longest. You can book again if there are places."}
      </p>
      <form method="post" action={paths.cancellation(page.id)} noValidate>
        <TextArea
          name="reason"
          label="Why? (optional)"
          hint="It helps us plan. Do not name anyone."
          rows={2}
          form={form}
        />
        <SubmitButton variant="warning">
          {page.waiting ? "Leave the waiting list" : "Cancel my booking"}
        </SubmitButton>
      </form>
    </>
  );
}
