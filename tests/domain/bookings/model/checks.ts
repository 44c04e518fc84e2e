// Checks that cost next to nothing when they hold: they run some hundred thousand times.

/** @throws Error with what is wrong */
export function must(holds: unknown, wrong: string): asserts holds {
  if (!holds) throw new Error(`Broken: ${wrong}`);
}

/** Alike as JSON. @throws Error with both */
export function agree(seen: unknown, expected: unknown, about: string): void {
  const [left, right] = [JSON.stringify(seen), JSON.stringify(expected)];
  must(left === right, `${about}: ${left} instead of ${right}`);
}

type Client = { prepare(text: string): Statement };
type Statement = {
  all(...given: unknown[]): unknown[];
  get(...given: unknown[]): unknown;
  run(...given: unknown[]): unknown;
};
const kept = new WeakMap<Client, Map<string, Statement>>();

/** A statement of the test's own, prepared once per database. */
export function statement(client: Client, text: string): Statement {
  const known = kept.get(client) ?? new Map<string, Statement>();
  kept.set(client, known);
  const found = known.get(text) ?? client.prepare(text);
  known.set(text, found);
  return found;
}
