// Which part of the offer and which time a page of the impact report is about: fixed choices only, from the address.
import type { Period, Slice } from "~/domain/impact/impact";
import { NotFound } from "~/shared/problems";

/** The period in the address, else the newest whole year. @throws NotFound for one that is not on offer */
export function chosenPeriod(url: URL, periods: readonly Period[]): Period {
  const label = url.searchParams.get("when");
  const period =
    label === null
      ? (periods.find((one) => !one.label.includes("Q")) ?? periods[0])
      : periods.find((one) => one.label === label);
  if (!period) throw new NotFound("reporting period");
  return period;
}

/** The part in the address, else the whole partnership. @throws NotFound for one that is not on offer */
export function chosenSlice(url: URL, slices: readonly Slice[]): Slice {
  const about = url.searchParams.get("about");
  const slice =
    about === null
      ? slices.find(({ kind }) => kind === "partnership")
      : slices.find((one) => sliceValue(one) === about);
  if (!slice) throw new NotFound("part of the report");
  return slice;
}

/** "board:KIDS"; "partnership" for the whole. */
export const sliceValue = ({ kind, key }: Slice) => (kind === "partnership" ? kind : `${kind}:${key}`);
