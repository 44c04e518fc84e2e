// A lead books several people at once, each with a booking of their own, or reserves places to name people for later.
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { InsetText } from "~/components/inset-text";
import { SummaryList } from "~/components/summary-list";
import { readGroupChances } from "~/domain/bookings/bookings.server";
import { whereInWords } from "~/domain/sessions/sessions";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { SessionDates } from "~/web/session-result";
import { pageTitle } from "~/web/title";
import { Check } from "./check";
import { book, check, nothingChosen, readChoice, showPick } from "./group-form.server";
import { Pick } from "./pick";
import { reserve } from "./reserve.server";
import { ReserveForm } from "./reserve-form";
import { placesInWords, windowInWords } from "./words";

export const handle = { access: ["agency_lead"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Book for your team: ${data.session.courseTitle}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const sessionId = args.params.sessionId ?? "";
    return { ...readGroupChances(visit, sessionId), start: showPick(visit, sessionId, nothingChosen) };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const sessionId = args.params.sessionId ?? "";
    const { session } = readGroupChances(visit, sessionId);
    const posted = await args.request.formData();
    const intent = posted.get("intent");
    if (intent === "check") {
      const { shown, status } = check(visit, sessionId, posted);
      return data(shown, { status });
    }
    if (intent === "book") {
      const booked = book(visit, sessionId, posted);
      if (!booked.ok) return data(booked.shown, { status: 400 });
      throw redirect(
        paths.teamBookings({
          course: session.courseId,
          done: booked.state === "confirmed" ? "booked" : booked.state,
        }),
      );
    }
    if (intent === "reserve") {
      const reserved = reserve(visit, sessionId, posted);
      if (reserved.ok) throw redirect(paths.teamHeldPlaces(reserved.heldPlacesId, "reserved"));
      return data(showPick(visit, sessionId, nothingChosen, reserved.form), { status: 400 });
    }
    return data(showPick(visit, sessionId, readChoice(posted)), { status: 200 });
  });

export type GroupPage = ReturnType<typeof useLoaderData<typeof loader>>;
type Shown = ReturnType<typeof useActionData<typeof action>>;
export type PickShown = Extract<Shown, { step: "pick" }>;
export type CheckShown = Extract<Shown, { step: "check" }>;

export default function BookForTeam() {
  const page = useLoaderData<typeof loader>();
  const shown = useActionData<typeof action>() ?? page.start;
  const { session, window } = page;
  return (
    <>
      <BackLink
        href={shown.step === "check" ? paths.teamBook(session.id) : paths.session(session.id)}
        text={shown.step === "check" ? "Start again" : "The session"}
      />
      <ErrorSummary form={shown.form} order={["personId", "pasted", "mode", "ifFull"]} />
      <span className="govuk-caption-l">{session.courseTitle}</span>
      <h1 className="govuk-heading-l">
        {shown.step === "check" ? "Check who will be booked" : "Book for your team"}
      </h1>
      <SummaryList
        rows={[
          { key: "When", value: <SessionDates dates={session.dates} /> },
          { key: "Where", value: whereInWords(session) },
          ...(window === "open" ? [{ key: "Places", value: placesInWords(page) }] : []),
        ]}
      />
      {window !== "open" ? (
        <InsetText>{windowInWords(page)}</InsetText>
      ) : shown.step === "check" ? (
        <Check page={page} shown={shown} />
      ) : (
        <>
          <Pick page={page} shown={shown} />
          <ReserveForm page={page} form={shown.form} />
        </>
      )}
    </>
  );
}
