// Somebody's name, with what tells them from others of that name.
import { paths } from "~/web/paths";
import type { TeamPage } from "./route";

type Shown = Pick<TeamPage["awaiting"][number], "id" | "name" | "email" | "jobTitle" | "team">;

// A name may be written from right to left: on its own, it does not turn the words around it.
export function PersonCell({ person, linked }: { person: Shown; linked: boolean }) {
  const { id, name, email, jobTitle, team } = person;
  return (
    <>
      {linked ? (
        <a className="govuk-link" href={paths.teamPerson(id)}>
          <bdi>{name}</bdi>
        </a>
      ) : (
        <bdi>{name}</bdi>
      )}
      <span className="app-line govuk-!-font-weight-regular govuk-!-text-break-word">{email}</span>
      {(jobTitle || team) && (
        <span className="app-line govuk-!-font-weight-regular">
          <bdi>{[jobTitle, team].filter(Boolean).join(", ")}</bdi>
        </span>
      )}
    </>
  );
}
