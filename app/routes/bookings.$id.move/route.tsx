// Moving a booking to another date of the same course: choose, see what it costs, confirm.
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readBooking, readMoveChoices } from "~/domain/bookings/bookings.server";
import { moveAndKeepAnswers } from "~/domain/evaluations/evaluations.server";
import { freeToCancelInWords } from "~/domain/terms/terms";
import type { FormState } from "~/shared/form-state";
import { enter, type SignedInVisit } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { CheckMove } from "./check-move";
import { ChooseDate } from "./choose-date";
import { choiceInWords, choiceValue, refusalInWords } from "./words";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Move to another date: ${data.courseTitle}` : "Page not found");

/** @throws Response to the booking's own page where it cannot be moved any more */
function readPage(visit: SignedInVisit, bookingId: string) {
  const { session, state, actsAs, personName } = readBooking(visit, bookingId);
  const movable = (state === "confirmed" || state === "waiting") && visit.clock.now() < session.startsAt;
  if (!movable) throw redirect(paths.booking(bookingId));
  const { choices, cost, lastFree } = readMoveChoices(visit, bookingId);
  const wasFree = freeToCancelInWords(lastFree, visit.clock.now());
  return {
    bookingId,
    waiting: state === "waiting",
    courseTitle: session.courseTitle,
    courseSlug: session.courseSlug,
    dates: session.meetings.map(({ date, startTime, endTime }) => ({ date, startTime, endTime })),
    choices: choices.map((choice) => ({ value: choiceValue(choice), ...choiceInWords(choice) })),
    cost: cost && { pence: cost.pence, wasFree },
    // A coordinator or an agency's lead acts for somebody.
    forName: actsAs === "self" ? null : personName,
    back: actsAs === "coordinator" ? paths.manageBooking(bookingId) : paths.booking(bookingId),
  };
}

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => readPage(visit, args.params.id ?? ""));

type Check = { form: FormState; check: string };

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    // Read first: whoever it does not belong to gets nothing, whatever they post.
    const page = readPage(visit, args.params.id ?? "");
    const to = page.choices.find(({ value }) => value === posted.get("to"))?.value;
    if (!to) {
      const gone = posted.get("step") === "confirm";
      const message = gone ? "There is no place on that date any more. Select another date" : "Select a date";
      return showAgain(formWith(posted, { to: message }));
    }
    const check = (error?: string) =>
      data<Check>({ form: formWith(posted, error ? { "": error } : {}), check: to }, error ? 409 : 200);
    const step = posted.get("step");
    if (step === "change") return data({ form: formWith(posted, {}) });
    if (step !== "confirm") return check();
    // The day may have changed since they looked, and the cost with it.
    if (posted.get("cost") !== String(page.cost?.pence ?? 0))
      return check("What it costs has changed since you looked. Check it again.");

    const [toSessionId = "", mode] = to.split("~");
    const moved = moveAndKeepAnswers(visit, {
      bookingId: page.bookingId,
      toSessionId,
      mode: mode === "online" ? "online" : "in person",
    });
    if (!moved.ok) return showAgain(formWith(posted, { to: refusalInWords[moved.reason] }), 409);
    const { bookingId } = moved.value;
    throw redirect(
      page.back === paths.booking(page.bookingId)
        ? paths.booking(bookingId)
        : paths.manageBooking(bookingId, { done: "moved" }),
    );
  });

export type MovePage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function MoveBooking() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const chosen = sent && "check" in sent ? page.choices.find(({ value }) => value === sent.check) : undefined;
  return chosen ? (
    <CheckMove page={page} chosen={chosen} form={sent?.form} />
  ) : (
    <ChooseDate page={page} form={sent?.form} />
  );
}
