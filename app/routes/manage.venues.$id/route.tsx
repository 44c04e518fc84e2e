// A venue: its facts, its rooms, and whether it can still be chosen.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { InsetText } from "~/components/inset-text";
import { NotificationBanner } from "~/components/notification-banner";
import { SubmitButton } from "~/components/submit-button";
import { readVenue } from "~/domain/sessions/sessions.server";
import { counted } from "~/shared/format";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { VenueFields } from "~/web/venue-fields";
import { roomFieldOrder, venueFieldOrder } from "~/web/venue-forms";
import { act } from "./act.server";
import { Rooms } from "./rooms";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Venue: ${data.venue.name}` : "Page not found");

const doneInWords = {
  added: "The venue is added",
  saved: "The venue is saved",
  archived: "The venue is archived: it cannot be chosen any more",
  restored: "The venue can be chosen again",
  "room-added": "The room is added",
  "room-saved": "The room is saved",
  "room-archived": "The room is archived: it cannot be chosen any more",
  "room-restored": "The room can be chosen again",
};

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const query = visit.url.searchParams;
    const venue = readVenue(visit, args.params.id ?? "");
    const roomId = query.get("room");
    return {
      venue,
      /** The room whose facts are being changed. */
      changing: venue.rooms.find((room) => room.id === roomId) ?? null,
      done: doneIn(doneInWords, query),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const venueId = args.params.id ?? "";
    const acted = act(visit, venueId, await args.request.formData());
    if ("form" in acted) return showAgain(acted.form);
    throw redirect(paths.manageVenue(venueId, { done: acted.done }));
  });

export type VenuePage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Venue() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { venue } = page;
  const archived = venue.archivedAt !== null;
  return (
    <>
      <BackLink href={paths.manageVenues()} text="Venues" />
      <ErrorSummary form={form} order={[...venueFieldOrder, ...roomFieldOrder]} />
      {page.done && !form && <NotificationBanner kind="success" text={page.done} />}
      <h1 className="govuk-heading-xl">{venue.name}</h1>
      {archived && (
        <InsetText>This venue is archived. Its sessions keep it, new ones cannot choose it.</InsetText>
      )}
      <Rooms page={page} form={form} />
      <h2 className="govuk-heading-m">The venue</h2>
      {venue.toCome > 0 && (
        <p className="govuk-body">
          {counted(venue.toCome, "session")} to come {venue.toCome === 1 ? "meets" : "meet"} here. Their pages
          show what you save. People who have booked are not told. To move a session, change the session.
        </p>
      )}
      <form method="post" action={paths.manageVenue(venue.id)} noValidate>
        <VenueFields form={form} now={venue} />
        <div className="govuk-button-group">
          <SubmitButton name="intent" value="save">
            Save venue
          </SubmitButton>
          <SubmitButton name="intent" value={archived ? "restore" : "archive"} variant="secondary">
            {archived ? "Use it again" : "Archive this venue"}
          </SubmitButton>
        </div>
      </form>
    </>
  );
}
