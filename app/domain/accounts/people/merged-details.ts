// What two accounts of one person come to: what the kept one says stands, and the other fills its blanks.
import type { Person } from "../accounts";

type Details = Pick<
  Person,
  "email" | "roleGroupId" | "jobTitle" | "team" | "lineManagerEmail" | "accessNeeds" | "dietaryNeeds"
>;

/** Nobody is their own line manager, though one account may have named the other. */
export function mergedDetails(from: Details, into: Details): Omit<Details, "email"> {
  const own = [from.email, into.email].map((email) => email.toLowerCase());
  const lineManagerEmail = [into.lineManagerEmail, from.lineManagerEmail].find(
    (email) => email && !own.includes(email.toLowerCase()),
  );
  return {
    roleGroupId: into.roleGroupId ?? from.roleGroupId,
    jobTitle: into.jobTitle ?? from.jobTitle,
    team: into.team ?? from.team,
    lineManagerEmail: lineManagerEmail ?? null,
    accessNeeds: into.accessNeeds ?? from.accessNeeds,
    dietaryNeeds: into.dietaryNeeds ?? from.dietaryNeeds,
  };
}
