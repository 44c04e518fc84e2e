// The year as a diary: everyone's plans go in at their instants and are lived through in order of time, so that the
// audit trail and the queues come out as they would have. What is planned for after now does not happen.

export type Diary = {
  /** Plans something; of two at the same instant the one planned first comes first. */
  plan(at: number, act: () => void): void;
  /** Lives through everything up to and including `now`; acts may plan more. */
  live(now: number): void;
};

type Entry = { at: number; order: number; act: () => void };

const sooner = (a: Entry, b: Entry) => a.at < b.at || (a.at === b.at && a.order < b.order);

/** @param clock stands at each act's instant while it happens */
export function openDiary(clock: { set(instant: number): void }): Diary {
  // A binary heap: the children of place n are at 2n + 1 and 2n + 2, and none is sooner than its parent.
  const heap: Entry[] = [];
  let planned = 0;

  function add(entry: Entry): void {
    let place = heap.push(entry) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above];
      if (!parent || !sooner(entry, parent)) break;
      heap[place] = parent;
      place = above;
    }
    heap[place] = entry;
  }

  function takeSoonest(): Entry | undefined {
    const soonest = heap[0];
    const last = heap.pop();
    if (!last || heap.length === 0) return soonest;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      const left = heap[below];
      const right = heap[below + 1];
      if (left && right && sooner(right, left)) below += 1;
      const child = heap[below];
      if (!child || !sooner(child, last)) break;
      heap[place] = child;
      place = below;
    }
    heap[place] = last;
    return soonest;
  }

  return {
    plan(at, act) {
      planned += 1;
      add({ at, order: planned, act });
    },
    live(now) {
      for (;;) {
        const next = takeSoonest();
        if (!next || next.at > now) return;
        clock.set(next.at);
        next.act();
      }
    },
  };
}
