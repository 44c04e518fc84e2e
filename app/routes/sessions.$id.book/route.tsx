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
import { bookingForm } from "~/domain/bookings/bookings";
import { findLiveBooking, placesLeft, readPlaces } from "~/domain/bookings/bookings.server";
import { readAnswers } from "~/domain/evaluations/evaluations";
import { bookAndAnswer, readInstrument } from "~/domain/evaluations/evaluations.server";
import { mayDeliver, readSession } from "~/domain/sessions/sessions.server";
import type { FormState } from "~/shared/form-state";
import { NotFound } from "~/shared/problems";
import { enter, type SignedInVisit } from "~/web/enter.server";
import { formWith, readForm } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { CheckAnswers } from "./check-answers";
import { Questions } from "./questions";
import { refusalInWords } from "./refusals";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(
    matches,
    data ? `${data.full ? "Join the waiting list" : "Book"}: ${data.courseTitle}` : "Page not found",
  );

/** @throws NotFound for a draft as well: that it exists is known to those who deliver it */
function readVisibleSession(visit: SignedInVisit, id: string) {
  const session = readSession(visit, id);
  if (session.status === "draft" && !mayDeliver(visit.actor, session.trainers)) throw new NotFound("session");
  return session;
}

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const session = readVisibleSession(visit, args.params.id ?? "");
    const booked = findLiveBooking(visit, session.id, visit.person.id);
    if (booked) throw redirect(paths.booking(booked));
    const places = readPlaces(visit, session.id);
    const open = session.status === "published" && visit.clock.now() < session.bookingClosesAt;
    // The session's own page says why.
    if (!open || visit.person.agencyStanding !== "confirmed") {
      throw redirect(paths.session(session.id));
    }
    return {
      sessionId: session.id,
      courseTitle: session.courseTitle,
      dates: session.meetings.map(({ date, startTime, endTime }) => ({ date, startTime, endTime })),
      // Nobody eats together online.
      asksFood: session.mode === "in person",
      where: session.mode === "online" ? "Online" : (session.venue?.name ?? "Venue to be confirmed"),
      full: placesLeft(places) === 0,
      waiting: places.waiting,
      person: {
        name: visit.person.name,
        agencyName: visit.person.agencyName,
        accessNeeds: visit.person.accessNeeds,
        dietaryNeeds: visit.person.dietaryNeeds,
      },
      items: readInstrument(visit, "T0").items,
    };
  });

type Step = { step: "ask" | "check"; form: FormState };

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const sessionId = readVisibleSession(visit, args.params.id ?? "").id;
    const posted = await args.request.formData();
    const ask = (form: FormState) => data<Step>({ step: "ask", form }, { status: 400 });

    const read = readForm(posted, bookingForm);
    if (!read.ok) return ask(read.form);
    const answers = readAnswers(readInstrument(visit, "T0").items, posted);
    if (!answers.ok) return ask(formWith(posted, answers.errors));

    const step = posted.get("step");
    if (step !== "confirm")
      return data<Step>({ step: step === "change" ? "ask" : "check", form: formWith(posted, {}) });

    const wish = {
      sessionId,
      personId: visit.person.id,
      // The form says whether the person was promised a place or asked for the waiting list.
      ifFull: posted.get("if-full") === "wait" ? ("wait" as const) : ("refuse" as const),
      accessNeeds: read.value.accessNeeds ?? "",
      dietaryNeeds: posted.has("dietaryNeeds") ? (read.value.dietaryNeeds ?? "") : undefined,
    };
    const booked = bookAndAnswer(visit, wish, answers.answers);
    if (booked.ok) throw redirect(paths.booking(booked.value.bookingId));
    const live = findLiveBooking(visit, sessionId, visit.person.id);
    if (live) throw redirect(paths.booking(live));
    return data<Step>(
      { step: "check", form: formWith(posted, { "": refusalInWords[booked.reason] }) },
      { status: 409 },
    );
  });

export default function BookPage() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return sent?.step === "check" ? (
    <CheckAnswers page={page} form={sent.form} />
  ) : (
    <Questions page={page} form={sent?.form} />
  );
}

export type BookingPage = ReturnType<typeof useLoaderData<typeof loader>>;
