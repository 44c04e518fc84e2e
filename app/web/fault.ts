// What the page about a fault may tell of it: a reference to quote, and whether trying again soon makes sense.
import { createContext } from "react";

export const FaultContext = createContext<{ reference: string; unavailable: boolean } | null>(null);

/** The database was busy with others' writes, or its disk is full: nothing was changed, and the rest still works. */
export function isUnavailable(problem: unknown): boolean {
  for (let one = problem; one instanceof Error; one = one.cause) {
    if ("code" in one && typeof one.code === "string" && /^SQLITE_(BUSY|LOCKED|FULL)/.test(one.code))
      return true;
  }
  return false;
}
