// A colleague takes somebody's place: chosen, checked, confirmed.
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
import { readPlaceToPassOn, substitute, weighNaming } from "~/domain/bookings/bookings.server";
import { holds } from "~/domain/context";
import { plainDateAt } from "~/shared/format";
import { ColleagueChoice } from "~/web/colleague-choice";
import { readColleagues } from "~/web/colleague-choice.server";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { hindranceInWords, namingRefusals } from "~/web/naming-words";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { Confirm } from "./confirm";

export const handle = { access: ["agency_lead", "coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Give a place to a colleague: ${data.place.courseTitle}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { agencyId, personId, ...place } = readPlaceToPassOn(visit, args.params.id ?? "");
    const open = place.state === "confirmed" && !place.begun;
    return {
      place,
      found: open ? readColleagues(visit, agencyId, personId) : null,
      leads: holds(visit.actor, "agency_lead"),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const { bookingId, sessionId, agencyId } = readPlaceToPassOn(visit, args.params.id ?? "");
    const posted = await args.request.formData();
    const personId = String(posted.get("personId") ?? "");
    if (!personId) return showAgain(formWith(posted, { personId: "Select a colleague" }));
    const weighed = weighNaming(visit, { sessionId, agencyId, personId });
    const why = hindranceInWords(weighed);
    if (why) return showAgain(formWith(posted, { personId: `${weighed.person.name}: ${why}` }));
    if (posted.get("intent") !== "confirm")
      return data({ form: undefined, chosen: { ...weighed.person, waits: weighed.waits } }, { status: 200 });
    const swapped = substitute(visit, { bookingId, personId });
    if (!swapped.ok) return showAgain(formWith(posted, { "": namingRefusals[swapped.reason] }));
    throw redirect(
      holds(visit.actor, "agency_lead")
        ? paths.teamBookings({ done: "substituted" })
        : paths.manageSession(sessionId),
    );
  });

export type SubstitutePage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Substitute() {
  const { place, found, leads } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const form = sent?.form;
  const chosen = sent && "chosen" in sent ? sent.chosen : null;
  const address = paths.teamSubstitute(place.bookingId);
  return (
    <>
      <BackLink
        href={chosen ? address : leads ? paths.teamBookings() : paths.manageSession(place.sessionId)}
        text={chosen ? "Choose somebody else" : leads ? "Your agency’s bookings" : "The session"}
      />
      <ErrorSummary form={form} />
      <span className="govuk-caption-l">
        {place.courseTitle}, {plainDateAt(place.startsAt)}
      </span>
      <h1 className="govuk-heading-l">
        Give the place of <bdi>{place.personName}</bdi> to a colleague
      </h1>
      {!found ? (
        <InsetText>
          {place.begun
            ? "The session has begun, so the place can no longer be passed on."
            : "Only a confirmed place can be passed on. This one is not confirmed, or not any more."}
        </InsetText>
      ) : chosen ? (
        <Confirm place={place} chosen={chosen} />
      ) : (
        <>
          <p className="govuk-body">
            The colleague must have done what the course asks for first. Nothing is charged. You can do this
            until the session starts.
          </p>
          <ColleagueChoice
            found={found}
            address={address}
            label="Who is to come instead?"
            button="Continue"
            form={form}
          />
        </>
      )}
    </>
  );
}
