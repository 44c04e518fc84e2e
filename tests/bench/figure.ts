// One figure of the bench: what we do per second against the least it could cost.
export type Figure = {
  name: string;
  ours: string;
  bare: string;
  ratio: number /** Absent where the figure is only for comparison. */;
  aim: number | null;
};

/** The pair in the middle of the ratios, as a figure. */
export function middleOf(name: string, pairs: { ours: number; bare: number }[], aim: number | null): Figure {
  const byRatio = pairs.toSorted((a, b) => a.ours / a.bare - b.ours / b.bare);
  const { ours, bare } = byRatio[Math.floor(byRatio.length / 2)] ?? { ours: 0, bare: 1 };
  const rate = (value: number) => `${Math.round(value)}/s`;
  return { name, ours: rate(ours), bare: rate(bare), ratio: ours / bare, aim };
}
