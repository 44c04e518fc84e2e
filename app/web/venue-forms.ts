// What the forms of venues and rooms must say, and each refusal at its field.
import { z } from "zod";
import type { RoomRefusal, VenueRefusal } from "~/domain/sessions/sessions.server";

const line = (what: string, most: number) =>
  z
    .string({ error: `Enter ${what}` })
    .trim()
    .min(1, `Enter ${what}`)
    .max(most, `Enter ${what} in ${most} characters or fewer`);

export const venueForm = z
  .object({
    name: line("the name of the venue", 120),
    address: line("the address", 200),
    // A field whose name speaks of a code is taken for a secret, and would not be shown again after a refusal.
    postal: line("the postcode", 10),
    access: line("what people need to know about access", 1000),
  })
  .transform(({ postal, ...venue }) => ({ ...venue, postcode: postal.toUpperCase() }));
export const venueFieldOrder = ["name", "address", "postal", "access"];

export const roomForm = z
  .object({
    roomName: line("the name of the room", 80),
    holds: z
      .string({ error: "Enter how many people it holds" })
      .trim()
      .regex(/^[1-9]\d{0,3}$/, "Enter how many people it holds, as a number"),
    roomAccess: z.string().trim().max(500, "Enter 500 characters or fewer").optional(),
  })
  .transform(({ roomName, holds, roomAccess }) => ({
    name: roomName,
    capacity: Number(holds),
    access: roomAccess || null,
  }));
export const roomFieldOrder = ["roomName", "holds", "roomAccess"];

export const venueRefusals: Record<VenueRefusal, Record<string, string>> = {
  "name taken": { name: "Enter another name: there is a venue of this name" },
};
export const roomRefusals: Record<RoomRefusal, Record<string, string>> = {
  "name taken": { roomName: "Enter another name: the venue has a room of this name" },
  "holds nobody": { holds: "Enter how many people it holds, 1 or more" },
  "sessions have more places": {
    holds: "Enter a higher number: a session to come in this room has more places. Change that session first",
  },
};
