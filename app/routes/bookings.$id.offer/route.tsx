// Answering an offer: take the held place or let it go.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { SubmitButton } from "~/components/submit-button";
import { acceptOffer, declineOffer, type OfferRefusal, readBooking } from "~/domain/bookings/bookings.server";
import { longDateTimeAt, timeLeft } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { SessionDates } from "~/web/session-result";
import { pageTitle } from "~/web/title";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `A place for you: ${data.courseTitle}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { session, ...booking } = readBooking(visit, args.params.id ?? "");
    if (booking.state !== "offered" || booking.offerEndsAt === null)
      throw redirect(paths.booking(booking.id));
    return {
      id: booking.id,
      courseTitle: session.courseTitle,
      dates: session.meetings.map(({ date, startTime, endTime }) => ({ date, startTime, endTime })),
      where: session.mode === "online" ? "Online" : (session.venue?.name ?? ""),
      until: longDateTimeAt(booking.offerEndsAt),
      left: timeLeft(visit.clock.now(), booking.offerEndsAt),
    };
  });

const refusalInWords: Record<OfferRefusal, string> = {
  "no offer": "There is no offer to answer any more.",
  "offer over": "The time to answer has passed, so the place has gone to the next person.",
  "agency not confirmed":
    "Your agency has not confirmed that you work there, so you cannot take the place. Let it go, or ask your agency to confirm you before the offer ends.",
  "account closed": "This account is closed, so nobody can take the place with it.",
};

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    // Read first: whoever it does not belong to gets nothing, whatever they post.
    const { id: bookingId } = readBooking(visit, args.params.id ?? "");
    const answer = posted.get("answer");
    if (answer !== "yes" && answer !== "no") {
      return showAgain(formWith(posted, { "": "Select whether you take the place or not" }));
    }
    const result = answer === "yes" ? acceptOffer(visit, bookingId) : declineOffer(visit, bookingId);
    if (!result.ok) return showAgain(formWith(posted, { "": refusalInWords[result.reason] }));
    throw redirect(paths.booking(bookingId));
  });

export default function OfferPage() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.my()} text="My training" />
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">A place has come free for you</h1>
      <p className="govuk-body">
        <strong className="app-line">{page.courseTitle}</strong>
        <SessionDates dates={page.dates} />
        <span className="app-line">{page.where}</span>
      </p>
      <p className="govuk-body">
        It is held for you until {page.until}. You have {page.left} left.
      </p>
      <form method="post" action={paths.offer(page.id)}>
        <SubmitButton name="answer" value="yes">
          Take the place
        </SubmitButton>{" "}
        <SubmitButton name="answer" value="no" variant="secondary">
          Let it go to the next person
        </SubmitButton>
      </form>
    </>
  );
}
