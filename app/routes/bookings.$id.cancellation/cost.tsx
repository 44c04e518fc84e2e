// Until when it is free, and what it costs now, before anything is done.
import { InsetText } from "~/components/inset-text";
import { poundsAndPence } from "~/shared/format";
import type { CancellationPage } from "./route";

export function Cost({ page: { until, cost, own, askWhose } }: { page: CancellationPage }) {
  if (until === null) return null;
  if (cost === null) return <p className="govuk-body">{until} It costs nothing now.</p>;
  return (
    <InsetText>
      <p className="govuk-body">{until}</p>
      <p className="govuk-body">
        <strong>
          Cancelling now costs {own ? "your" : "the"} agency {poundsAndPence(cost.pence)}
          {askWhose && ", if they asked for it"}.
        </strong>
      </p>
      <p className="govuk-body">
        {cost.because} {own ? "You pay nothing yourself, and you can appeal." : "They can appeal."}
      </p>
      <p className="govuk-body">
        {own
          ? "Can a colleague go in your place? Your agency’s lead can arrange it, and nothing is charged."
          : "A colleague can go instead, and nothing is charged."}
      </p>
    </InsetText>
  );
}
