// Booking: what is missing is asked, the answers are checked, then the place is taken. One address, no scripts: the
// answers travel in the form from page to page, so nothing is kept until the person confirms.

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isWorkAddress } from "~/domain/accounts/accounts.server";
import { findLiveBooking } from "~/domain/bookings/bookings.server";
import { type InstrumentIds, instrumentIdsIn } from "~/domain/evaluations/evaluations";
import { bookAndAnswer } from "~/domain/evaluations/evaluations.server";
import { readOpenSession } from "~/domain/sessions/sessions.server";
import type { FormState } from "~/shared/form-state";
import { enter, type SignedInVisit } from "~/web/enter.server";
import { formWith } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { CheckAnswers } from "./check-answers";
import { NotOpenYet } from "./not-open-yet";
import { NotYet } from "./not-yet";
import { readBookingPage } from "./page-data.server";
import { readPosted } from "./posted.server";
import { Questions } from "./questions";
import { refusalInWords } from "./refusals";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(
    matches,
    data ? `${data.full ? "Join the waiting list" : "Book"}: ${data.courseTitle}` : "Page not found",
  );

/** Whoever cannot book is led to where it says why. @throws Response */
function readPage(visit: SignedInVisit, sessionId: string, shown: InstrumentIds | null = null) {
  const session = readOpenSession(visit, sessionId);
  const { liveBookingId, ...page } = readBookingPage(visit, session, shown);
  if (liveBookingId) throw redirect(paths.booking(liveBookingId));
  const takes = page.window === "open" || page.window === "not open yet";
  if (!takes || visit.person.agencyStanding !== "confirmed") throw redirect(paths.session(session.id));
  return page;
}

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => readPage(visit, args.params.id ?? ""));

type Step = { step: "ask" | "not yet" | "check"; form: FormState };

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const page = readPage(visit, args.params.id ?? "", instrumentIdsIn(posted));
    const show = (step: Step["step"], form = formWith(posted, {}), status = 200) =>
      data<Step>({ step, form }, { status });

    const read = readPosted(posted, page, {
      ownEmail: visit.person.email,
      isWorkAddress: (email) => isWorkAddress(visit, email),
    });
    if (!read.ok) return show("ask", read.form, 400);
    const step = posted.get("step");
    if (step === "change") return show("ask");
    const { notDone, given, ...wish } = read.value;
    if (notDone) return show("not yet");
    if (step !== "confirm") return show("check");

    const { sessionId } = page;
    // The form says whether the person was promised a place or asked for the waiting list.
    const ifFull = posted.get("if-full") === "wait" ? ("wait" as const) : ("refuse" as const);
    const booking = { ...wish, sessionId, personId: visit.person.id, ifFull };
    const booked = bookAndAnswer(visit, booking, given, page.asked);
    if (booked.ok) throw redirect(paths.booking(booked.value.bookingId));
    const live = findLiveBooking(visit, sessionId, visit.person.id);
    if (live) throw redirect(paths.booking(live));
    return show("check", formWith(posted, { "": refusalInWords[booked.reason] }), 409);
  });

export default function BookPage() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (page.window === "not open yet") return <NotOpenYet page={page} />;
  if (sent?.step === "check") return <CheckAnswers page={page} form={sent.form} />;
  if (sent?.step === "not yet") return <NotYet page={page} form={sent.form} />;
  return <Questions page={page} form={sent?.form} />;
}
