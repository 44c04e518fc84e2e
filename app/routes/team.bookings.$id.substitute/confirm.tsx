// Who gives the place up and who gets it, before it is done.
import { SubmitButton } from "~/components/submit-button";
import { SummaryList } from "~/components/summary-list";
import { paths } from "~/web/paths";
import type { SubstitutePage } from "./route";

type ConfirmProps = {
  place: SubstitutePage["place"];
  chosen: { id: string; name: string; waits: boolean };
};

export function Confirm({ place, chosen }: ConfirmProps) {
  return (
    <form method="post" action={paths.teamSubstitute(place.bookingId)} noValidate>
      <SummaryList
        rows={[
          { key: "Gives the place up", value: <bdi>{place.personName}</bdi> },
          { key: "Gets the place", value: <bdi>{chosen.name}</bdi> },
        ]}
      />
      <p className="govuk-body">
        By our record <bdi>{chosen.name}</bdi> has done what the course asks for. We write to both.
        {chosen.waits && " They leave the waiting list of this session."}
      </p>
      <input type="hidden" name="personId" value={chosen.id} />
      <SubmitButton name="intent" value="confirm">
        Give them the place
      </SubmitButton>
    </form>
  );
}
