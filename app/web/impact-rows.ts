// A released change as a row of a chart.
import type { ChangeRow } from "~/components/change-chart";
import { isWithheld } from "~/domain/impact/disclosure/limits";
import type { Change, Withheld } from "~/domain/impact/impact";
import { withheldInWords } from "~/domain/impact/wording";

export function changeRow(label: string, change: Change | Withheld): ChangeRow {
  if (isWithheld(change)) return { label, withheld: withheldInWords(change) };
  const { before, after, low, high, pairs } = change;
  return { label, before, after, change: change.change, low, high, n: pairs };
}
