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
import {
  acceptOffer,
  declineOffer,
  type OfferRefusal,
  readBooking,
  readBookingStory,
} from "~/domain/bookings/bookings.server";
import { addressInWords, modeInWords } from "~/domain/sessions/sessions";
import { freeToCancelInWords } from "~/domain/terms/terms";
import { lastDayToCancelFree } from "~/domain/terms/terms.server";
import { longDateTimeAt, timeLeft } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { Offer } from "./offer";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `A place for you: ${data.courseTitle}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { session, ...booking } = readBooking(visit, args.params.id ?? "");
    if (booking.state !== "offered" || booking.offerEndsAt === null)
      throw redirect(paths.booking(booking.id));
    const { group, terms } = readBookingStory(visit, booking.id);
    const now = visit.clock.now();
    const free = booking.termsId === null ? null : lastDayToCancelFree(terms.rules, session.startsAt);
    return {
      id: booking.id,
      courseTitle: session.courseTitle,
      dates: session.meetings.map(({ date, startTime, endTime }) => ({ date, startTime, endTime })),
      where:
        booking.mode === "online"
          ? modeInWords.online
          : addressInWords({ ...session, mode: booking.mode }) || "Venue to be confirmed",
      until: longDateTimeAt(booking.offerEndsAt),
      left: now < booking.offerEndsAt ? timeLeft(now, booking.offerEndsAt) : null,
      freeToCancel: freeToCancelInWords(free, now),
      inGroup: group !== null,
      forName: booking.actsAs === "self" ? null : booking.personName,
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

export type OfferPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function AnswerOffer() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.my()} text="My training" />
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">A place has come free for you</h1>
      <Offer page={page} />
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
