// Does what a form of a venue's page asks for. @returns the key of what has been done, or the form to show again
import {
  addRoom,
  archiveRoom,
  archiveVenue,
  changeRoom,
  changeVenue,
  readVenue,
} from "~/domain/sessions/sessions.server";
import type { FormState } from "~/shared/form-state";
import { NotFound } from "~/shared/problems";
import type { SignedInVisit } from "~/web/enter.server";
import { formWith, readForm } from "~/web/forms.server";
import { roomForm, roomRefusals, venueForm, venueRefusals } from "~/web/venue-forms";

type Acted = { done: string } | { form: FormState };

export function act(visit: SignedInVisit, venueId: string, posted: FormData): Acted {
  const intent = String(posted.get("intent") ?? "");
  if (intent === "archive" || intent === "restore") {
    archiveVenue(visit, venueId, intent === "archive");
    return { done: intent === "archive" ? "archived" : "restored" };
  }
  if (intent.includes("room")) return actOnRoom(visit, venueId, posted, intent);
  const read = readForm(posted, venueForm);
  if (!read.ok) return { form: read.form };
  const saved = changeVenue(visit, venueId, read.value);
  return saved.ok ? { done: "saved" } : { form: formWith(posted, venueRefusals[saved.reason]) };
}

function actOnRoom(visit: SignedInVisit, venueId: string, posted: FormData, intent: string): Acted {
  const roomId = String(posted.get("roomId") ?? "");
  const known = readVenue(visit, venueId).rooms.some((room) => room.id === roomId);
  if (intent !== "add room" && !known) throw new NotFound("room");
  if (intent === "archive room" || intent === "restore room") {
    archiveRoom(visit, roomId, intent === "archive room");
    return { done: intent === "archive room" ? "room-archived" : "room-restored" };
  }
  const read = readForm(posted, roomForm);
  if (!read.ok) return { form: read.form };
  const saved =
    intent === "save room" ? changeRoom(visit, roomId, read.value) : addRoom(visit, venueId, read.value);
  if (!saved.ok) return { form: formWith(posted, roomRefusals[saved.reason]) };
  return { done: intent === "save room" ? "room-saved" : "room-added" };
}
