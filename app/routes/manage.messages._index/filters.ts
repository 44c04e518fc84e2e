// The filters as they stand in an address; what is none of the choices does not filter.
import { isMessageKind, type MessageFilters, messageStates } from "~/domain/notifications/notifications";

/** What was chosen, blank fields left out. */
export type TypedFilters = Partial<Record<"state" | "kind" | "who" | "person" | "session", string>>;

export function readFilters(query: URLSearchParams): {
  filters: MessageFilters;
  typed: TypedFilters;
  page: number;
} {
  const value = (name: keyof TypedFilters) => query.get(name)?.trim().slice(0, 200) || undefined;
  const state = messageStates.find((known) => known === value("state"));
  const kind = value("kind");
  const typed: TypedFilters = {
    state,
    kind: kind && isMessageKind(kind) ? kind : undefined,
    who: value("who"),
    person: value("person"),
    session: value("session"),
  };
  const page = Number(query.get("page") ?? "1");
  return {
    typed,
    filters: {
      state: state ?? "trouble",
      ...(typed.kind && { kind: typed.kind }),
      ...(typed.who && { who: typed.who }),
      ...(typed.person && { personId: typed.person }),
      ...(typed.session && { sessionId: typed.session }),
    },
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
}
