// How many went up, stayed the same or went down; small groups are shown together with their neighbours.
import { DirectionBar, type Direction as Shown } from "~/components/direction-bar";
import { isWithheld } from "~/domain/impact/disclosure/limits";
import type { Bands, Direction, Withheld } from "~/domain/impact/impact";
import { directionInWords, withheldInWords } from "~/domain/impact/wording";

const bandName: Record<string, Shown> = {
  improved: "improved",
  same: "same",
  declined: "declined",
  "improved,same": "improved or same",
  "same,declined": "same or declined",
};

export function DirectionFigure({ direction }: { direction: Bands<Direction> | Withheld }) {
  const label = "People with both answers";
  return (
    <DirectionBar
      title={
        isWithheld(direction)
          ? "How many went up or down is not shown"
          : `${capital(directionInWords(direction))}`
      }
      headingLevel={2}
      rows={[
        isWithheld(direction)
          ? { label, withheld: withheldInWords(direction) }
          : {
              label,
              counts: Object.fromEntries(
                direction.bands.flatMap((band) => {
                  const name = bandName[band.labels.join(",")];
                  return name ? [[name, band.count]] : [];
                }),
              ),
            },
      ]}
      note="Groups of fewer than five people are shown together with the next group."
    />
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
