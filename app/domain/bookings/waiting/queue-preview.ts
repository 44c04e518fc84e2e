// Who would be offered a place if some came free now: pure, by the very rule that offers them.

import type { PlaceMode } from "../bookings";
import { type Allocation, allocate, type Queue } from "./allocation";

export type PreviewStep = Pick<Allocation, "offers" | "setAside" | "split"> & {
  /** How many places come free at once. */
  places: number;
  /** Why nobody is offered one; null where somebody is. */
  because: "offers open" | "group waits" | "nobody waits" | "more booked than places" | null;
};

/** What one, two, … up to `most` more places of a mode would lead to, each told apart. */
export function previewQueue(queue: Queue, mode: PlaceMode, most = 3): PreviewStep[] {
  return Array.from({ length: most }, (_, index) => {
    const places = index + 1;
    const free = { ...queue.free, [mode]: queue.free[mode] + places };
    const { offers, setAside, split } = allocate({ ...queue, free });
    const because = offers.length > 0 ? null : whyNobody(queue, { mode, free: free[mode], setAside });
    return { places, offers, setAside, split, because };
  });
}

function whyNobody(
  { waiting, rules, openOffers }: Queue,
  { mode, free, setAside }: { mode: PlaceMode; free: number; setAside: Allocation["setAside"] },
): PreviewStep["because"] {
  if (!waiting.some((one) => one.able && one.mode === mode)) return "nobody waits";
  if (free <= 0) return "more booked than places";
  if (setAside.length > 0) return "group waits";
  return rules.offersAtOnce !== null && openOffers >= rules.offersAtOnce ? "offers open" : "nobody waits";
}
