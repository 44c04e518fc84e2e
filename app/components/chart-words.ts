// How figures are written in charts and beside them.

/** 1.9, 12, −0.4: one decimal at most, a true minus sign. */
export function plain(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return (rounded === 0 ? 0 : rounded)
    .toLocaleString("en-GB", { maximumFractionDigits: 1 })
    .replace("-", "−");
}

/** 1.9, 0.0, −0.4: a level, always with one decimal. */
export function tenths(value: number): string {
  return `${Math.round(value * 10) < 0 ? "−" : ""}${Math.abs(value).toFixed(1)}`;
}

/** +1.9, 0.0, −0.4: a change, always with its sign and one decimal; one that is not 0 never reads as 0. */
export function signed(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  if (value === 0) return "0.0";
  if (rounded === 0) return value > 0 ? "just over 0" : "just under 0";
  return `${rounded > 0 ? "+" : "−"}${Math.abs(rounded).toFixed(1)}`;
}

/** 69%: a share of a whole; nothing of nothing is nothing. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? "0%" : `${Math.round((100 * part) / whole)}%`;
}

export function people(count: number): string {
  return count === 1 ? "1 person" : `${count.toLocaleString("en-GB")} people`;
}
