// The mark that a figure carries once it has passed disclosure control. Nothing else can make one: pages, charts and
// files ask for the mark, so a raw number does not compile there.
import { fewerThan, givesSmallBack, type Withheld } from "./limits";

declare const passed: unique symbol;

/** A figure that may be shown; what is blank for everybody stays blank. */
export type Passed<Figure> = Figure extends null | undefined ? Figure : Figure & { readonly [passed]: true };

/** A figure that may be shown, or that it is withheld. */
export type Shown<Figure> = Passed<Figure> | Withheld;

/** Whether a population's figure may be shown, and why not. */
export type Verdict = "shown" | "too few" | "gives a small number back";

/** The one place where a figure gets its mark; `fewest` is told to readers where there are too few. */
export function show<Figure>(verdict: Verdict, fewest: number, figure: () => Figure): Shown<Figure> {
  if (verdict === "too few") return fewerThan(fewest);
  if (verdict !== "shown") return givesSmallBack;
  return figure() as Passed<Figure>;
}
