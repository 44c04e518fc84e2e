// The programme file: what was delivered before this service, as the business unit keeps it.
import { z } from "zod";
import {
  type DeliveryDifference,
  type DeliveryRefusal,
  deliveryTotals,
  mostAttended,
  type RecordedDelivery,
  recordDeliveries,
  weighDeliveries,
} from "~/domain/sessions/sessions.server";
import { counted } from "~/shared/format";
import type { Result } from "~/shared/result";
import { countUpTo, dates, measureNumbers, optionalText, requiredText, shown } from "./cells";
import { type Reading, readRows } from "./reading";
import { agreeOrTakeOut, type Kind } from "./run-import";

const cells = z.object({
  title: requiredText(),
  activity_type: requiredText(),
  audience: optionalText(),
  dates,
  attended: countUpTo(mostAttended),
  practice_measures: measureNumbers,
  note: optionalText(2_000),
});

const delivery = cells.transform(
  ({ activity_type, practice_measures, ...same }): RecordedDelivery => ({
    ...same,
    activityType: activity_type,
    measures: practice_measures,
  }),
);

/** The deliveries that a programme file's text tells of, and the rows that cannot be read. Pure. */
export function readProgramme(text: string): Result<Reading<RecordedDelivery>, string> {
  return readRows(text, Object.keys(cells.shape), delivery);
}

function differenceWords({ what, recorded, given }: DeliveryDifference): string {
  if (what === "attended") {
    const before = recorded === null ? "attendance not recorded" : `${recorded} attended`;
    return `${before}; the file ${given === null ? "leaves it blank" : `says ${given}`}`;
  }
  const noun = what === "measures" ? "practice measures" : what;
  const before = recorded === null ? `no ${noun}` : `${noun} ${shown(recorded)}`;
  return `${before}; the file ${given === null ? "has none" : `says ${shown(given)}`}`;
}

function reasonOf(refusal: DeliveryRefusal, numberAt: (index: number) => number): string {
  switch (refusal.kind) {
    case "repeated":
      return `is the same delivery as row ${numberAt(refusal.firstIndex)}: same title, dates and audience. Take one of the two out.`;
    case "recorded differently":
      return `already recorded with ${refusal.differences.map(differenceWords).join("; and with ")}. ${agreeOrTakeOut}`;
  }
}

/** "29 titles, 453 attendances recorded, …" */
function totalsLine(deliveries: RecordedDelivery[]): string {
  const { titles, attended, notCounted } = deliveryTotals(deliveries);
  return [
    counted(titles, "title"),
    `${counted(attended, "attendance")} recorded`,
    `${counted(notCounted, "row")} without a recorded attendance`,
  ].join(", ");
}

export const programme: Kind<RecordedDelivery, DeliveryRefusal> = {
  read: readProgramme,
  weigh: weighDeliveries,
  record: recordDeliveries,
  reasonOf,
  totalsLine,
};
