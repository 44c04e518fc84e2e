// Giving back the places that nobody is named for: others may be waiting.
import { Details } from "~/components/details";
import { SubmitButton } from "~/components/submit-button";
import { counted } from "~/shared/format";
import { paths } from "~/web/paths";
import type { HeldPage } from "./route";

export function GiveBack({ held }: { held: HeldPage["held"] }) {
  const left = held.places - held.named;
  return (
    <Details summary="Give places back that you do not need">
      <form method="post" action={paths.teamHeldPlaces(held.id)}>
        <p className="govuk-body">
          {counted(left, "place without a name goes", "places without a name go")} back to everyone at once,
          and you cannot name anybody else here. Those who are named keep their places.
        </p>
        <SubmitButton name="intent" value="give back" variant="warning">
          Give back {counted(left, "place")}
        </SubmitButton>
      </form>
    </Details>
  );
}
