// The table of booking states in docs/states.md, made from the rules. To print it:
// node --import tsx tests/architecture/states-table.ts
import { pathToFileURL } from "node:url";
import type { BookingState } from "~/domain/bookings/bookings";
import { ended, pending, placeHolding, toCome, transitions } from "~/domain/bookings/rules";

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

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(statesTable());
