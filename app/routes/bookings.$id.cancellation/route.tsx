// Giving up a place, a request, or a turn in the queue: what it costs is said before it is done.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { Radios } from "~/components/radios";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { cancelBooking, readBooking } from "~/domain/bookings/bookings.server";
import { costOfCancelling } from "~/domain/charges/charges.server";
import { holds } from "~/domain/context";
import { freeToCancelInWords } from "~/domain/terms/terms";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { SessionDates } from "~/web/session-result";
import { pageTitle } from "~/web/title";
import { Cost } from "./cost";
import { cancellationForm, cancellationOf, refusalInWords, titleOf, whatIsLost, whoseDoing } from "./words";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? titleOf(data.what, data.own) : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { session, ...booking } = readBooking(visit, args.params.id ?? "");
    const what = cancellationOf(booking.state);
    if (what === null) throw redirect(paths.booking(booking.id));
    const own = booking.personId === visit.person.id;
    const { lastFree, cost } = costOfCancelling(visit, booking.id);
    return {
      id: booking.id,
      reference: booking.reference,
      what,
      own,
      askWhose: what === "place" && !own && holds(visit.actor, "coordinator"),
      until: what === "place" ? freeToCancelInWords(lastFree, visit.clock.now()) : null,
      cost,
      courseTitle: session.courseTitle,
      dates: session.meetings.map(({ date, startTime, endTime }) => ({ date, startTime, endTime })),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    // Read first: whoever it does not belong to gets nothing, whatever they post.
    const { id: bookingId } = readBooking(visit, args.params.id ?? "");
    const read = readForm(posted, cancellationForm);
    if (!read.ok) return showAgain(read.form);
    const { reason, whose } = read.value;
    // The day may have changed since they looked, and the cost with it.
    const seen = posted.get("cost");
    if (seen !== null && seen !== String(costOfCancelling(visit, bookingId).cost?.pence ?? 0))
      return showAgain(
        formWith(posted, { "": "What it costs has changed since you looked. Check it again." }),
      );
    const result = cancelBooking(visit, { bookingId, reason, ourDoing: whose === "ours" });
    if (!result.ok) return showAgain(formWith(posted, { "": refusalInWords[result.reason] }));
    throw redirect(paths.booking(bookingId));
  });

export type CancellationPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function CancellationRoute() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.booking(page.id)} />
      <ErrorSummary form={form} order={["whose", "reason"]} />
      <h1 className="govuk-heading-l">{titleOf(page.what, page.own)}</h1>
      <p className="govuk-body">
        <strong className="app-line">{page.courseTitle}</strong>
        <SessionDates dates={page.dates} />
        {!page.own && <span className="app-line">Booking reference {page.reference}</span>}
      </p>
      <Cost page={page} />
      <p className="govuk-body">{whatIsLost[page.what]}</p>
      <form method="post" action={paths.cancellation(page.id)} noValidate>
        {page.askWhose && (
          <Radios name="whose" label="Who cancels?" items={whoseDoing} initial="theirs" form={form} small />
        )}
        <TextArea
          name="reason"
          label="Why?"
          optional
          hint="It helps us plan. Do not name anyone."
          rows={2}
          form={form}
        />
        <input type="hidden" name="cost" value={page.cost?.pence ?? 0} />
        <SubmitButton variant="warning">{titleOf(page.what, page.own)}</SubmitButton>
      </form>
    </>
  );
}
