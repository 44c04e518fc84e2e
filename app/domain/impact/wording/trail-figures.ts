// The kinds of figures, each with its maker of trails.
import type { FigureKind } from "./evidence";
import type { TrailMaker } from "./trail-maker";
import { baseline, funnel, kept, nonResponse, overTime, shift } from "./trail-of-checks";
import { confidence, course, item, places, reaction, returns, scenarios } from "./trail-of-learning";
import { commitments, lineManagers, measure } from "./trail-of-practice";

export const figureTrails: readonly (readonly [FigureKind, TrailMaker])[] = [
  ["places", places],
  ["reaction", reaction],
  ["returns", returns],
  ["confidence", confidence],
  ["scenarios", scenarios],
  ["item", item],
  ["course", course],
  ["baseline", baseline],
  ["response-shift", shift],
  ["kept", kept],
  ["non-response", nonResponse],
  ["commitments", commitments],
  ["managers", lineManagers],
  ["over-time", overTime],
  ["funnel", funnel],
  ["measure", measure],
];
