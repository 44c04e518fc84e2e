// Places reserved without names: who is named so far, naming another, and giving back what is not needed.
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
import { SummaryList } from "~/components/summary-list";
import {
  giveBackPlaces,
  namePerson,
  readReservedPlaces,
  weighNaming,
} from "~/domain/bookings/bookings.server";
import { holds } from "~/domain/context";
import { plainDateAt } from "~/shared/format";
import { ColleagueChoice } from "~/web/colleague-choice";
import { readColleagues } from "~/web/colleague-choice.server";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { hindranceInWords, namingRefusals } from "~/web/naming-words";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { GiveBack } from "./give-back";
import { Names } from "./names";
import { Standing } from "./standing";
import { doneInWords } from "./words";

export const handle = { access: ["agency_lead", "coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Reserved places: ${data.held.courseTitle}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { sessionStatus, ...held } = readReservedPlaces(visit, args.params.id ?? "");
    const over = held.begun || sessionStatus === "cancelled";
    const open = held.endedAt === null && !over;
    return {
      held,
      over,
      open,
      found: open && held.named < held.places ? readColleagues(visit, held.agencyId) : null,
      leads: holds(visit.actor, "agency_lead"),
      done: doneIn(doneInWords, visit.url.searchParams),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    // Read first: whoever it does not belong to gets nothing, whatever they post.
    const { id: heldPlacesId, sessionId, agencyId } = readReservedPlaces(visit, args.params.id ?? "");
    const posted = await args.request.formData();
    if (posted.get("intent") === "give back") {
      giveBackPlaces(visit, heldPlacesId);
      throw redirect(paths.teamHeldPlaces(heldPlacesId, "given-back"));
    }
    const personId = String(posted.get("personId") ?? "");
    if (!personId) return showAgain(formWith(posted, { personId: "Select a person" }));
    const why = hindranceInWords(weighNaming(visit, { sessionId, agencyId, personId }));
    if (why) return showAgain(formWith(posted, { personId: why }));
    const named = namePerson(visit, { heldPlacesId, personId });
    if (!named.ok) return showAgain(formWith(posted, { "": namingRefusals[named.reason] }));
    throw redirect(paths.teamHeldPlaces(heldPlacesId, "named"));
  });

export type HeldPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ReservedPlacesPage() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { held, open, found, leads, done } = page;
  return (
    <>
      <BackLink
        href={leads ? paths.team() : paths.manageSession(held.sessionId)}
        text={leads ? "Team" : "The session"}
      />
      <ErrorSummary form={form} />
      {done && !form && <NotificationBanner kind="success" text={done} />}
      <span className="govuk-caption-l">{held.courseTitle}</span>
      <h1 className="govuk-heading-l">Reserved places</h1>
      <SummaryList
        rows={[
          { key: "Date", value: plainDateAt(held.startsAt) },
          { key: "Agency", value: held.agencyName },
          ...(held.hybrid
            ? [{ key: "Where", value: held.mode === "online" ? "Online" : "In the room" }]
            : []),
          { key: "Places", value: `${held.named} of ${held.places} named` },
        ]}
      />
      <Standing page={page} />
      <Names names={held.names} passOn={!page.over} />
      {found && (
        <ColleagueChoice
          found={found}
          address={paths.teamHeldPlaces(held.id)}
          label="Who is to have the next place?"
          button="Give them the place"
          form={form}
        />
      )}
      {open && held.named < held.places && <GiveBack held={held} />}
    </>
  );
}
