// One item of an evaluation: eleven points for confidence, a short list for reactions; blank is always possible.
import { Radios } from "~/components/radios";
import { ScaleField } from "~/components/scale-field";
import { fieldOf, type Item } from "~/domain/evaluations/evaluations";
import type { FormState } from "~/shared/form-state";

export function ItemField({ item, form }: { item: Item; form?: FormState }) {
  if (item.kind === "confidence") {
    return (
      <ScaleField
        name={fieldOf(item)}
        label={item.wording}
        words={{ low: item.lowestLabel, middle: item.middleLabel ?? "", high: item.highestLabel }}
        form={form}
      />
    );
  }
  const points = Array.from({ length: item.highest - item.lowest + 1 }, (_, index) => item.lowest + index);
  const words: Record<number, string | null> = {
    [item.lowest]: item.lowestLabel,
    [Math.round((item.lowest + item.highest) / 2)]: item.middleLabel,
    [item.highest]: item.highestLabel,
  };
  return (
    <Radios
      name={fieldOf(item)}
      label={item.wording}
      small
      items={[
        ...points.map((point) => ({
          value: String(point),
          label: words[point] ? `${point} – ${words[point]}` : String(point),
        })),
        { value: "", label: "Prefer not to say" },
      ]}
      form={form}
    />
  );
}
