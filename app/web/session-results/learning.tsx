// What changed from before to the end: the sentence, then the same drawn, with its interval.
import { ChangeChart } from "~/components/change-chart";
import { DirectionBar, type Direction as Drawn } from "~/components/direction-bar";
import { isWithheld } from "~/domain/impact/disclosure/limits";
import type { SessionResults } from "~/domain/impact/impact.server";
import {
  changeTitle,
  directionInWords,
  methodInWords,
  ofConfidence,
  ofScenarios,
} from "~/domain/impact/wording";
import { learningInWords } from "./words";

export function WhatChanged({ results: { confidence, scenarios } }: { results: SessionResults }) {
  const { change } = confidence;
  return (
    <section aria-labelledby="changed">
      <h2 className="govuk-heading-l" id="changed">
        What changed
      </h2>
      <p className="govuk-body">{learningInWords(confidence, ofConfidence)}</p>
      {!isWithheld(change) && (
        <ChangeChart
          title={changeTitle(change)}
          intro="Mean change in confidence from before to the end, on a scale of 0 to 10. The line is the 95% interval."
          rows={[{ ...change, label: "Confidence", n: change.pairs }]}
          note={methodInWords(change)}
        />
      )}
      <Direction direction={confidence.direction} />
      <p className="govuk-body">{learningInWords(scenarios, ofScenarios)}</p>
    </section>
  );
}

const drawnAs: Record<string, Drawn> = {
  improved: "improved",
  same: "same",
  declined: "declined",
  "improved,same": "improved or same",
  "same,declined": "same or declined",
};

function Direction({ direction }: { direction: SessionResults["confidence"]["direction"] }) {
  if (isWithheld(direction)) return null;
  const counts = direction.bands.flatMap(({ labels, count }) => {
    const drawn = drawnAs[labels.join(",")];
    return drawn ? [[drawn, count]] : [];
  });
  return (
    <DirectionBar
      title={directionInWords(direction)}
      rows={[{ label: "People with both answers", counts: Object.fromEntries(counts) }]}
      note="Groups of fewer than five people are counted together with the next group."
    />
  );
}
