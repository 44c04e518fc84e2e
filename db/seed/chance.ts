// Chance that comes out the same on every run: each small question draws from a stream of its own name, so that a
// change in one story leaves every other story as it was.

export type Chance = {
  /** From `low` up to, but not including, `high`. */
  between(low: number, high: number): number;
  /** True in this share of cases. */
  happens(share: number): boolean;
  /** One of the list; every one is as likely. */
  pick<Thing>(things: readonly Thing[]): Thing;
  /** Around `mean`, two in three within one `spread` of it. */
  around(mean: number, spread: number): number;
};

/** The stream of a name: the same name draws the same numbers. */
export function chanceFrom(name: string): Chance {
  const draw = mulberry32(numberFrom(name));
  return {
    between: (low, high) => low + draw() * (high - low),
    happens: (share) => draw() < share,
    pick(things) {
      const thing = things[Math.floor(draw() * things.length)];
      if (thing === undefined) throw new Error("There is nothing to pick from.");
      return thing;
    },
    // Box and Muller's normal from two even draws; 1 - draw() is never 0.
    around: (mean, spread) =>
      mean + spread * Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw()),
  };
}

/** FNV-1a over the name: near names give numbers that are far apart. */
function numberFrom(name: string): number {
  let mixed = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) mixed = Math.imul(mixed ^ byte, 0x01000193);
  return mixed >>> 0;
}

/** The generator known as mulberry32: 32 bits of state, even draws from 0 up to 1. */
function mulberry32(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
