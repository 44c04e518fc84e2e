// The only way the domain learns what time it is.
export type Clock = {
  /** Milliseconds since 1970 in UTC. */
  now(): number;
};

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is moved; for tests, seeds and `npm run jobs -- --now`. */
export function fixedClock(start: number): Clock & { set(instant: number): void; forward(ms: number): void } {
  let instant = start;
  return {
    now: () => instant,
    set(next) {
      instant = next;
    },
    forward(ms) {
      instant += ms;
    },
  };
}

export const minutes = (n: number) => n * 60_000;
export const hours = (n: number) => n * 3_600_000;
export const days = (n: number) => n * 86_400_000;
