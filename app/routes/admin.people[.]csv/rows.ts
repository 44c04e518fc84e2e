// A person as a row of the file. What they need to take part is not in it.
import type { FoundPerson } from "~/domain/accounts/accounts.server";
import { civilDateAt } from "~/shared/civil-time";
import { roleInWords, standingInWords } from "~/web/people-words";

export const columns = [
  "Name",
  "Email address",
  "Agency",
  "Agency confirmed",
  "Kind of work",
  "Job title",
  "Team",
  "Roles",
  "Left on",
] as const;

export function rowOf(person: FoundPerson): Record<(typeof columns)[number], string | null> {
  const { agencyStanding } = person;
  return {
    Name: person.name,
    "Email address": person.email,
    Agency: person.agencyName,
    "Agency confirmed": agencyStanding === "confirmed" ? "Yes" : standingInWords[agencyStanding],
    "Kind of work": person.kindOfWork,
    "Job title": person.jobTitle,
    Team: person.team,
    Roles: person.roles.map((role) => roleInWords[role]).join(", "),
    "Left on": person.disabledAt === null ? null : civilDateAt(person.disabledAt),
  };
}
