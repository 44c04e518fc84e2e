// What the team's page shows: of an agency that the reader leads, and of those who name them as their line manager.
import { listAwaitingOwnAgency, listOwnAgency, listReports } from "~/domain/accounts/accounts.server";
import {
  countTeamBookings,
  listMissedLately,
  listNextOf,
  listReservedPlaces,
  listTeamApprovals,
} from "~/domain/bookings/bookings.server";
import { holds } from "~/domain/context";
import type { SignedInVisit } from "~/web/enter.server";

const pageSize = 25;

export function readTeam(visit: SignedInVisit) {
  const query = visit.url.searchParams;
  const q = query.get("q")?.trim().slice(0, 100) ?? "";
  const agency = listOwnAgency(visit, { q }, { number: Number(query.get("page") ?? "1"), size: pageSize });
  const reports = listReports(visit);
  const next = listNextOf(
    visit,
    [...(agency?.people ?? []), ...reports].map(({ id }) => id),
  );
  const withNext = <Person extends { id: string }>(person: Person) => ({
    ...person,
    next: next.get(person.id) ?? null,
  });
  return {
    q,
    leads: holds(visit.actor, "agency_lead"),
    approvals: listTeamApprovals(visit),
    awaiting: listAwaitingOwnAgency(visit),
    bookings: countTeamBookings(visit),
    reserved: listReservedPlaces(visit).map(({ agencyId: _own, agencyName: _name, ...held }) => held),
    agency: agency && {
      name: agency.agencyName,
      total: agency.total,
      page: agency.page,
      pages: Math.ceil(agency.total / pageSize),
      people: agency.people.map(withNext),
    },
    missed: listMissedLately(visit),
    reports: reports.map(withNext),
  };
}
