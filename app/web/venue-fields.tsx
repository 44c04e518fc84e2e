// A venue's and a room's facts as forms.
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import type { Room, Venue } from "~/domain/sessions/sessions";
import type { FormState } from "~/shared/form-state";

type Props<Facts> = { form?: FormState | undefined; now?: Facts };

export function VenueFields({ form, now }: Props<Venue>) {
  return (
    <>
      <TextField name="name" label="Name" initial={now?.name} form={form} />
      <TextField name="address" label="Address" initial={now?.address} form={form} />
      <TextField name="postal" label="Postcode" width={10} initial={now?.postcode} form={form} />
      <TextArea
        name="access"
        label="Access"
        hint="Getting in, parking, lifts, toilets, hearing loops, a quiet room. People read this before they book."
        rows={4}
        initial={now?.access}
        form={form}
      />
    </>
  );
}

export function RoomFields({ form, now }: Props<Pick<Room, "name" | "capacity" | "access">>) {
  return (
    <>
      <TextField name="roomName" label="Name of the room" initial={now?.name} form={form} />
      <TextField
        name="holds"
        label="How many people it holds"
        inputMode="numeric"
        width={4}
        initial={now && String(now.capacity)}
        form={form}
      />
      <TextField
        name="roomAccess"
        label="What is different about its access"
        hint="Such as: up one flight of stairs, no lift."
        optional
        initial={now?.access ?? ""}
        form={form}
      />
    </>
  );
}
