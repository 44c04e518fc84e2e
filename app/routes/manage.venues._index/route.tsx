// Where sessions meet: venues with their rooms, and what people need to know about access.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ButtonLink } from "~/components/button-link";
import { EmptyState } from "~/components/empty-state";
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import { listVenuesWithRooms } from "~/domain/sessions/sessions.server";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Venues");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({
    venues: listVenuesWithRooms(visit).map(({ rooms, address: _address, access: _access, ...venue }) => ({
      ...venue,
      archived: venue.archivedAt !== null,
      rooms: rooms
        .filter((room) => room.archivedAt === null)
        .map(({ name, capacity }) => ({ name, capacity })),
    })),
  }));

export default function Venues() {
  const { venues } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={paths.manage()} text="Manage" />
      <h1 className="govuk-heading-xl">Venues</h1>
      <ButtonLink href={paths.manageVenueNew()}>Add a venue</ButtonLink>
      {venues.length === 0 ? (
        <EmptyState title="No venues yet" text="Add the first one, then sessions can meet there." />
      ) : (
        <Table
          caption="All venues"
          columns={[
            { key: "name", heading: "Venue" },
            { key: "rooms", heading: "Rooms" },
            { key: "toCome", heading: "Sessions to come", numeric: true },
          ]}
          rows={venues.map((venue) => ({
            id: venue.id,
            cells: {
              name: (
                <>
                  <a className="govuk-link" href={paths.manageVenue(venue.id)}>
                    {venue.name}
                  </a>
                  , {venue.postcode} {venue.archived && <Tag colour="grey">Archived</Tag>}
                </>
              ),
              rooms:
                venue.rooms.length === 0
                  ? "None entered"
                  : venue.rooms.map((room) => (
                      <span key={room.name} className="app-line">
                        {room.name}, holds {room.capacity}
                      </span>
                    )),
              toCome: venue.toCome,
            },
          }))}
        />
      )}
    </>
  );
}
