// Which published numbers to withhold so that small ones cannot be worked out from the rest.
//
// Numbers that add up form a network: each sum is a node, and each number an arc from the sum it is part of to the next
// sum it enters; a sum holds when as much flows in as out. What a reader cannot rule out is then plain: a withheld
// number may be another than it is exactly when a round trip of withheld arcs passes through it along which every
// number can be moved by one: up along an arc, down against an arc above 0. So each small number is given such a round
// trip, as cheap as can be found, and every number on the trip is safe with it.

/** A number to publish: part of the sum `from`, entering the sum `to`; `cost` is what withholding it loses. */
export type PublishedNumber = {
  readonly value: number;
  readonly cost: number;
  readonly from: number;
  readonly to: number;
};

/** Searches from different starts; with these all but one in hundreds of small tables are as cheap as the exact optimum. */
const SEARCHES = 40;

/** Numbers looked at over all searches, so that a very large table has fewer. */
const SEARCH_BUDGET = 20_000;

/**
 * True for each number to withhold: those of 1 to k - 1, and the cheapest cover found for them. Each could then be at
 * least one more or one less for all that the published numbers tell, even to a reader who knows that none is below 0.
 */
export function withheldNumbers(numbers: readonly PublishedNumber[], k: number): boolean[] {
  const small = numbers.map(({ value }) => value > 0 && value < k);
  if (!small.includes(true)) return small;
  const network = networkOf(numbers, k);
  const searches = Math.max(1, Math.min(SEARCHES, Math.floor(SEARCH_BUDGET / numbers.length)));
  let best = small;
  let least = Number.POSITIVE_INFINITY;
  for (let search = 0; search < searches; search++) {
    const withheld = coverOf(network, small, search);
    publishNeedless(network, small, withheld);
    const cost = withheld.reduce((sum, hidden, i) => (hidden ? sum + (network.costs[i] ?? 0) : sum), 0);
    if (cost >= least) continue;
    least = cost;
    best = withheld;
  }
  return best;
}

type Network = { arcs: readonly PublishedNumber[]; arcsAt: readonly number[][]; costs: readonly number[] };

function networkOf(arcs: readonly PublishedNumber[], k: number): Network {
  const arcsAt: number[][] = [];
  arcs.forEach(({ from, to }, arc) => {
    for (const node of [from, to]) arcsAt[node] = [...(arcsAt[node] ?? []), arc];
  });
  // Among equals the smallest number goes. A zero goes last: beside a small number it would leave their sum, the small
  // number itself, in plain sight.
  const costs = arcs.map(({ cost, value }) => cost + 0.001 * (value === 0 ? 2 : value / (value + k)));
  return { arcs, arcsAt, costs };
}

/** Small numbers with a round trip for each; later searches take them in another order and lean to other arcs. */
function coverOf(network: Network, small: readonly boolean[], search: number): boolean[] {
  const withheld = [...small];
  const safe = small.map(() => false);
  const costs = network.costs.map((cost, i) =>
    small[i] ? 0 : cost * (1 + 1.2 * scatter(i, 0.7548776662 * search)),
  );
  const order = small.flatMap((isSmall, i) => (isSmall ? [i] : []));
  order.sort((a, b) => scatter(a, 0.6180339887 * search) - scatter(b, 0.6180339887 * search));
  for (const start of order) {
    if (safe[start] || isUncertain(network, withheld, start)) continue;
    for (const arc of roundTrip(network, costs, start)) {
      withheld[arc] = true;
      safe[arc] = true;
      costs[arc] = 0;
    }
  }
  return withheld;
}

/** A fixed scatter of 0, 1, 2, ... over 0 to 1, different for every step; 0 throughout for a step of 0. */
function scatter(i: number, step: number): number {
  return ((i + 1) * step) % 1;
}

/** Publishes again, dearest first, what later round trips have made needless. */
function publishNeedless(network: Network, small: readonly boolean[], withheld: boolean[]): void {
  const hidden = withheld.flatMap((isWithheld, i) => (isWithheld ? [i] : []));
  const extra = hidden.filter((i) => !small[i]);
  extra.sort((a, b) => (network.costs[b] ?? 0) - (network.costs[a] ?? 0));
  for (const arc of extra) {
    withheld[arc] = false;
    if (hidden.some((other) => withheld[other] && !isUncertain(network, withheld, other)))
      withheld[arc] = true;
  }
}

/** Whether a withheld number could be another than it is. */
function isUncertain(network: Network, withheld: readonly boolean[], arc: number): boolean {
  const number = network.arcs[arc];
  if (number === undefined) return false;
  const up = () => canReach(network, withheld, arc, number.to, number.from);
  const down = () => number.value > 0 && canReach(network, withheld, arc, number.from, number.to);
  return up() || down();
}

function canReach(
  network: Network,
  withheld: readonly boolean[],
  without: number,
  start: number,
  end: number,
) {
  const seen = new Uint8Array(network.arcsAt.length);
  const next = [start];
  seen[start] = 1;
  for (let node = next.pop(); node !== undefined; node = next.pop()) {
    if (node === end) return true;
    for (const arc of network.arcsAt[node] ?? []) {
      if (arc === without || !withheld[arc]) continue;
      const other = across(network, arc, node);
      if (other === null || seen[other] === 1) continue;
      seen[other] = 1;
      next.push(other);
    }
  }
  return false;
}

/** The node reached by moving a number by one away from `node`; null when the number is 0 and would have to fall. */
function across({ arcs }: Network, arc: number, node: number): number | null {
  const number = arcs[arc];
  if (number === undefined) return null;
  if (number.from === node) return number.to;
  return number.value > 0 ? number.from : null;
}

/**
 * The arcs of the cheapest round trip through an arc above 0, itself among them. There always is one: what flows
 * through it came from somewhere.
 */
function roundTrip(network: Network, costs: readonly number[], arc: number): number[] {
  const number = network.arcs[arc];
  if (number === undefined) return [];
  const up = cheapestPath(network, costs, arc, number.to, number.from);
  const down = cheapestPath(network, costs, arc, number.from, number.to);
  return [arc, ...(up.cost <= down.cost ? up : down).arcs];
}

/** Dijkstra's shortest path by cost, without one arc. */
function cheapestPath(
  network: Network,
  costs: readonly number[],
  without: number,
  start: number,
  end: number,
) {
  const nodes = network.arcsAt.length;
  const distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const lastArc = new Int32Array(nodes).fill(-1);
  const previous = new Int32Array(nodes).fill(-1);
  const open = new Set([start]);
  distance[start] = 0;
  while (open.size > 0) {
    let node = end;
    for (const other of open) if ((distance[other] ?? 0) < (distance[node] ?? 0)) node = other;
    if (node === end) break;
    open.delete(node);
    for (const arc of network.arcsAt[node] ?? []) {
      if (arc === without) continue;
      const other = across(network, arc, node);
      const through = (distance[node] ?? 0) + (costs[arc] ?? 0);
      if (other === null || through >= (distance[other] ?? 0)) continue;
      distance[other] = through;
      lastArc[other] = arc;
      previous[other] = node;
      open.add(other);
    }
  }
  const arcs: number[] = [];
  for (let node = end; node !== start && node >= 0; node = previous[node] ?? -1)
    arcs.push(lastArc[node] ?? -1);
  return { cost: distance[end] ?? Number.POSITIVE_INFINITY, arcs };
}
