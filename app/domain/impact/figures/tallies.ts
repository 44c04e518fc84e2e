// What is known of people one by one, while their sums are being made.
import { jointMomentsOf, type Moments, momentsOf } from "../measures/descriptive";
import type { PairSums } from "./sums";

/** Two numbers known of each person, until all are there. */
class Two {
  readonly xs: number[] = [];
  readonly ys: number[] = [];
  add(x: number, y: number): void {
    this.xs.push(x);
    this.ys.push(y);
  }
  joint() {
    return jointMomentsOf(this.xs, this.ys);
  }
}

/** Differences this small come from decimals alone: 0.3 - 0.1 is not 0.4 - 0.2. */
const rounding = 1e-9;

class Pairs extends Two {
  private atTop = 0;
  override add(pre: number, post: number, top = Number.POSITIVE_INFINITY): void {
    super.add(pre, post);
    if (pre >= top - rounding) this.atTop += 1;
  }
  sums(): PairSums {
    const changes = this.ys.map((post, i) => post - (this.xs[i] ?? post));
    const improved = changes.filter((change) => change > rounding).length;
    const declined = changes.filter((change) => change < -rounding).length;
    return {
      pairs: this.joint(),
      sessions: changes.length === 0 ? [] : [momentsOf(changes)],
      improved,
      same: changes.length - improved - declined,
      declined,
      atTop: this.atTop,
    };
  }
}

export class Tallies {
  readonly confidence = new Pairs();
  readonly scenarios = new Pairs();
  readonly items = new Map<string, Pairs>();
  readonly baseline = new Two();
  readonly gains = new Two();
  readonly fade: number[] = [];
  readonly later = new Two();
  readonly silent = new Two();
  readonly recalled = new Two();

  item(id: string): Pairs {
    const pairs = this.items.get(id) ?? new Pairs();
    this.items.set(id, pairs);
    return pairs;
  }
  sums() {
    const both = ({ xs, ys }: Two): { before: Moments; change: Moments } => ({
      before: momentsOf(xs),
      change: momentsOf(ys),
    });
    return {
      confidence: this.confidence.sums(),
      scenarios: this.scenarios.sums(),
      items: Object.fromEntries([...this.items].map(([id, pairs]) => [id, pairs.sums()])),
      baseline: this.baseline.joint(),
      followUp: { gains: this.gains.joint(), fade: momentsOf(this.fade) },
      laterAnswered: both(this.later),
      laterSilent: both(this.silent),
      recalled: this.recalled.joint(),
    };
  }
}
