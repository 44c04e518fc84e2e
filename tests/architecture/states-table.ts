// The tables of states in docs/states.md, of bookings and of releases, made from the rules. To print them:
// node --import tsx tests/architecture/states-table.ts
import { pathToFileURL } from "node:url";
import type { BookingState } from "~/domain/bookings/bookings";
import { ended, pending, placeHolding, toCome, transitions } from "~/domain/bookings/rules";
import type { ReleaseState } from "~/domain/impact/impact";
import {
  hasNumber,
  isFrozen,
  isStanding,
  mayBeChanged,
  releaseTransitions,
  takesComments,
} from "~/domain/impact/release-rules";

export function statesTable(): string {
  const among = (states: readonly string[], state: string) => states.includes(state);
  const yes = (states: readonly string[], state: string) => (among(states, state) ? "yes" : "no");
  const place = (state: string) =>
    among(pending, state) ? "if one was free" : among(placeHolding, state) ? "yes" : "no";
  const rows = (Object.entries(transitions) as [BookingState, readonly BookingState[]][]).map(
    ([state, next]) => [
      state,
      next.length === 0 ? "nothing more" : next.join(", "),
      place(state),
      yes(toCome, state),
      yes(ended, state),
    ],
  );
  return [
    ["State", "May become", "Holds a place", "Its session is to come", "May be booked again"],
    ["---", "---", "---", "---", "---"],
    ...rows,
  ]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

export function releaseStatesTable(): string {
  const yes = (is: boolean) => (is ? "yes" : "no");
  const states = Object.keys(releaseTransitions) as ReleaseState[];
  const rows = states.map((state) => {
    const next = Object.entries(releaseTransitions[state]).map(([deed, after]) => `${after} (${deed})`);
    return [
      state,
      next.length === 0 ? "nothing more" : next.join(", "),
      yes(mayBeChanged(state)),
      yes(isFrozen(state)),
      yes(takesComments(state)),
      yes(hasNumber(state)),
      yes(isStanding(state)),
    ];
  });
  return [
    ["State", "May become", "May be changed", "Frozen", "Takes comments", "Has a number", "May be public"],
    ["---", "---", "---", "---", "---", "---", "---"],
    ...rows,
  ]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(statesTable());
  console.log(releaseStatesTable());
}
