// A page of an agency's people to choose from; the search holds whole addresses too.
import { findColleagues } from "~/domain/bookings/bookings.server";
import type { Visit } from "./enter.server";

const pageSize = 20;

export type ColleaguesFound = {
  q: string;
  total: number;
  page: number;
  pages: number;
  people: { id: string; name: string; email: string }[];
};

/** @param without somebody who is not to choose from @throws NotFound for an agency that is not the reader's */
export function readColleagues(visit: Visit, agencyId: string, without?: string): ColleaguesFound {
  const query = visit.url.searchParams;
  const q = query.get("q")?.trim().slice(0, 100) ?? "";
  const wanted = { number: Number(query.get("page") ?? "1"), size: pageSize };
  const { total, page, people } = findColleagues(visit, { agencyId, q }, wanted);
  return {
    q,
    total,
    page,
    pages: Math.ceil(total / pageSize),
    people: people.filter(({ id }) => id !== without),
  };
}
