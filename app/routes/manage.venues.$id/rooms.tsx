// The rooms of a venue, and a form to add one or to change the one that was chosen.
import { SubmitButton } from "~/components/submit-button";
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import type { FormState } from "~/shared/form-state";
import { typed } from "~/shared/form-state";
import { paths } from "~/web/paths";
import { RoomFields } from "~/web/venue-fields";
import type { VenuePage } from "./route";

export function Rooms({ page, form }: { page: VenuePage; form?: FormState | undefined }) {
  const { venue } = page;
  // A form that was refused comes back for the room that it was about.
  const changing = venue.rooms.find((room) => room.id === typed(form, "roomId")) ?? page.changing;
  return (
    <section id="rooms">
      {venue.rooms.length === 0 ? (
        <>
          <h2 className="govuk-heading-m">Rooms</h2>
          <p className="govuk-body">None entered. Sessions here say only the venue.</p>
        </>
      ) : (
        <RoomsTable venue={venue} />
      )}
      <form method="post" action={paths.manageVenue(venue.id)} noValidate>
        <h2 className="govuk-heading-s">{changing ? `Change ${changing.name}` : "Add a room"}</h2>
        {changing && <input type="hidden" name="roomId" value={changing.id} />}
        <RoomFields form={form} {...(changing && { now: changing })} />
        <SubmitButton name="intent" value={changing ? "save room" : "add room"} variant="secondary">
          {changing ? "Save room" : "Add room"}
        </SubmitButton>
      </form>
    </section>
  );
}

function RoomsTable({ venue }: Pick<VenuePage, "venue">) {
  return (
    <Table
      caption="Rooms"
      columns={[
        { key: "name", heading: "Room" },
        { key: "holds", heading: "Holds", numeric: true },
        { key: "access", heading: "Access" },
        { key: "action", heading: "Action", headingHidden: true },
      ]}
      rows={venue.rooms.map((room) => {
        const archived = room.archivedAt !== null;
        return {
          id: room.id,
          cells: {
            name: (
              <>
                {room.name} {archived && <Tag colour="grey">Archived</Tag>}
              </>
            ),
            holds: room.capacity,
            access: room.access ?? "As the venue",
            action: (
              <form method="post" action={paths.manageVenue(venue.id)}>
                <input type="hidden" name="roomId" value={room.id} />
                <a className="govuk-link" href={`${paths.manageVenue(venue.id, { room: room.id })}#rooms`}>
                  Change<span className="govuk-visually-hidden"> {room.name}</span>
                </a>{" "}
                <SubmitButton
                  name="intent"
                  value={archived ? "restore room" : "archive room"}
                  variant="secondary"
                  hidden={room.name}
                >
                  {archived ? "Use again" : "Archive"}
                </SubmitButton>
              </form>
            ),
          },
        };
      })}
    />
  );
}
