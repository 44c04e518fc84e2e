// The programme's filters and order as they stand in an address; the page and its download read them alike.
import {
  type ProgrammeFilters,
  type ProgrammeOrder,
  programmeOrders,
  programmeStatuses,
} from "~/domain/bookings/bookings";
import type { SessionStatus } from "~/domain/sessions/sessions";
import { addMonths, startOfDay } from "~/shared/civil-time";

export const programmeFilterNames = ["month", "course", "board", "venue", "status", "sort", "order"] as const;

/** What was chosen, blank fields left out. */
export type TypedProgramme = Partial<Record<(typeof programmeFilterNames)[number], string>>;
export type Order = { by: ProgrammeOrder; direction: "asc" | "desc" };

export const statusInWords: Record<SessionStatus | "all", string> = {
  draft: "Draft",
  published: "Published",
  closed: "Booking closed",
  delivered: "Delivered",
  cancelled: "Cancelled",
  all: "All, cancelled too",
};

/** Reads an address; what is none of the choices does not filter. Without a month or status: what is still to come. */
export function readProgramme(query: URLSearchParams): {
  filters: ProgrammeFilters;
  order: Order;
  typed: TypedProgramme;
} {
  const typed: TypedProgramme = {};
  for (const name of programmeFilterNames) {
    const value = query.get(name)?.trim().slice(0, 100);
    if (value) typed[name] = value;
  }
  if (typed.month && !/^\d{4}-(0[1-9]|1[0-2])$/.test(typed.month)) delete typed.month;
  const status = [...programmeStatuses, "all" as const].find((known) => known === typed.status);
  if (!status) delete typed.status;
  const by = programmeOrders.find((known) => known === typed.sort) ?? "date";
  const first = typed.month && `${typed.month}-01`;
  return {
    filters: {
      ...(first && { from: startOfDay(first), to: startOfDay(addMonths(first, 1)) }),
      ...(typed.course && { courseId: typed.course }),
      ...(typed.board && { boardCode: typed.board }),
      ...(typed.venue && { venueId: typed.venue }),
      ...(status && { status }),
      toCome: !first && !status,
    },
    order: { by, direction: typed.order === "desc" ? "desc" : "asc" },
    typed,
  };
}
