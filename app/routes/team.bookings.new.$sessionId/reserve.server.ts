// Reserves places for the lead's agency, without names.
import { holdPlaces, mostInAGroup, readGroupChances } from "~/domain/bookings/bookings.server";
import type { FormState } from "~/shared/form-state";
import type { Visit } from "~/web/enter.server";
import { formWith } from "~/web/forms.server";
import { holdRefusals } from "./words";

/** The places held, or the form to show again. */
export function reserve(
  visit: Visit,
  sessionId: string,
  posted: FormData,
): { ok: true; heldPlacesId: string } | { ok: false; form: FormState } {
  const { agency, modes } = readGroupChances(visit, sessionId);
  const again = (errors: Record<string, string>) => ({ ok: false, form: formWith(posted, errors) }) as const;
  const typed = String(posted.get("reserve-places") ?? "").trim();
  const places = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  if (places > mostInAGroup) return again({ "reserve-places": holdRefusals["no places"] });
  const wished = posted.get("reserve-mode");
  const mode = modes.length === 1 ? modes[0]?.mode : modes.find((one) => one.mode === wished)?.mode;
  if (!mode) return again({ "reserve-mode": holdRefusals["no such mode"] });
  const held = holdPlaces(visit, { sessionId, kind: "reserved", agencyId: agency.id, mode, places });
  return held.ok
    ? { ok: true, heldPlacesId: held.value.heldPlacesId }
    : again({ "reserve-places": holdRefusals[held.reason] });
}
