// What the makers of trails share.
import type { Report } from "../report";
import type { TrailPart } from "./trail";

export type TrailMaker = (report: Report, rest: string) => TrailPart | null;

/** A trail whose key has nothing after its kind. */
export const alone =
  (make: (report: Report) => TrailPart | null): TrailMaker =>
  (report, rest) =>
    rest === "" ? make(report) : null;
