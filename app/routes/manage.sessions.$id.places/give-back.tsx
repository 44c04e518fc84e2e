// Giving kept places back before their day: what it means, then it is done.
import { BackLink } from "~/components/back-link";
import { SubmitButton } from "~/components/submit-button";
import { counted } from "~/shared/format";
import { paths } from "~/web/paths";
import type { PlacesPage } from "./route";

export function GiveBack({ page, held }: { page: PlacesPage; held: PlacesPage["held"][number] }) {
  const left = Math.max(0, held.places - held.used);
  return (
    <>
      <BackLink href={paths.managePlaces(page.sessionId)} text="Kept places" />
      <h1 className="govuk-heading-l">Give back the places of {held.agencyName}</h1>
      <p className="govuk-body">
        {left === 0 ? "All of them are used" : `${counted(left, "place")} not used yet`}
        {left > 0 &&
          (page.waiting > 0
            ? ` ${left === 1 ? "goes" : "go"} to those who wait, at once: they are told by email`
            : ` ${left === 1 ? "is" : "are"} then for anyone to book`)}
        . Those who have a place keep it.
      </p>
      <form method="post" action={paths.managePlaces(page.sessionId)}>
        <input type="hidden" name="heldPlacesId" value={held.id} />
        <SubmitButton name="intent" value="give back" variant="warning">
          Give back
        </SubmitButton>
      </form>
    </>
  );
}
