// Places of a session that are kept: quotas of agencies, and places reserved for people who are named later.
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
import { listAgencies } from "~/domain/accounts/accounts.server";
import {
  giveBackPlaces,
  holdPlaces,
  listHeldPlaces,
  modesOf,
  readPlaces,
} from "~/domain/bookings/bookings.server";
import { readSession } from "~/domain/sessions/sessions.server";
import { termsOfCourse } from "~/domain/terms/terms.server";
import { longDate, plainDate } from "~/shared/format";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { GiveBack } from "./give-back";
import { holdForm, lastDayIn } from "./hold-form";
import { KeepPlaces } from "./keep-places";
import { Kept } from "./kept";
import { doneInWords, refusalInWords } from "./words";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(
    matches,
    data ? `Kept places: ${data.courseTitle}, ${plainDate(data.firstDay)}` : "Page not found",
  );

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const places = readPlaces(visit, args.params.id ?? "");
    const held = listHeldPlaces(visit, places.id);
    const query = visit.url.searchParams;
    return {
      sessionId: places.id,
      courseTitle: places.courseTitle,
      firstDay: readSession(visit, places.id).meetings[0]?.date ?? "",
      started: visit.clock.now() >= places.startsAt,
      modes: modesOf(places),
      free: places.free,
      kept: places.kept,
      waiting: places.waiting,
      releaseWorkingDays: termsOfCourse(visit, places.courseId).rules.releaseWorkingDays,
      held,
      agencies: listAgencies(visit).map(({ id, name }) => ({ value: id, label: name })),
      givingBack: held.find(({ id }) => id === query.get("give-back")) ?? null,
      done: doneIn(doneInWords, query),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const sessionId = args.params.id ?? "";
    const posted = await args.request.formData();
    const session = readPlaces(visit, sessionId);
    if (posted.get("intent") === "give back") {
      const id = String(posted.get("heldPlacesId") ?? "");
      // Pressed twice it is done once; another session's are not given back from here.
      if (listHeldPlaces(visit, sessionId).some((one) => one.id === id)) giveBackPlaces(visit, id);
      throw redirect(paths.managePlaces(sessionId, { done: "given-back" }));
    }
    const read = readForm(posted, holdForm);
    const lastDay = lastDayIn(posted);
    const form = read.ok ? formWith(posted, {}) : read.form;
    if (lastDay === null) form.errors.lastDay = ["Enter a real date, or leave it blank"];
    if (!read.ok || lastDay === null) return showAgain(form);
    const { kind, agencyId, places } = read.value;
    if (!listAgencies(visit).some(({ id }) => id === agencyId))
      return showAgain(formWith(posted, { agencyId: "Select an agency" }));
    const modes = modesOf(session);
    const mode = read.value.mode ?? (modes.length === 1 ? modes[0] : undefined);
    if (!mode) return showAgain(formWith(posted, { mode: "Select where the places are" }));
    const held = holdPlaces(visit, { sessionId, kind, agencyId, mode, places, releasesAt: lastDay });
    if (!held.ok) {
      const [field, message] = refusalInWords[held.reason];
      return showAgain(formWith(posted, { [field]: message }));
    }
    throw redirect(paths.managePlaces(sessionId, { done: kind }));
  });

export type PlacesPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function KeptPlaces() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  if (page.givingBack) return <GiveBack page={page} held={page.givingBack} />;
  return (
    <>
      <BackLink href={paths.manageSession(page.sessionId)} text="The session" />
      <ErrorSummary form={form} order={["kind", "agencyId", "mode", "places", "lastDay"]} />
      {page.done && !form && <NotificationBanner kind="success" text={page.done} />}
      <h1 className="govuk-heading-xl">
        <span className="govuk-caption-xl">
          {page.courseTitle}, {longDate(page.firstDay)}
        </span>
        Kept places
      </h1>
      <Kept page={page} />
      {page.started ? null : <KeepPlaces page={page} form={form} />}
    </>
  );
}
