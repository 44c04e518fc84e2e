// The table of booking states in docs/states.md, made from the rules. To print it:
// node --import tsx tests/architecture/states-table.ts
import { pathToFileURL } from "node:url";
import { ended, placeHolding, transitions } from "~/domain/bookings/rules";

export function statesTable(): string {
  const yes = (states: readonly string[], state: string) => (states.includes(state) ? "yes" : "no");
  const rows = Object.entries(transitions).map(([state, next]) => [
    state,
    next.length === 0 ? "nothing more" : next.join(", "),
    yes(placeHolding, state),
    yes(ended, state),
  ]);
  return [
    ["State", "May become", "Holds a place", "May be booked again"],
    ["---", "---", "---", "---"],
    ...rows,
  ]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(statesTable());
