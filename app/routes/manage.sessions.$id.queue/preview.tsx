// What would happen next: who would be offered a place if one, two or three came free now.
import { modeInWords } from "~/domain/sessions/sessions";
import { counted, listed } from "~/shared/format";
import type { QueuePage } from "./route";
import { becauseInWords } from "./words";

export function Preview({ page: { queue } }: { page: QueuePage }) {
  if (queue.entries.length === 0 || queue.window !== "open") return null;
  const entries = new Map(queue.entries.map((entry) => [entry.bookingId, entry]));
  const nameOf = (bookingId: string) => {
    const entry = entries.get(bookingId);
    return entry ? `${entry.personName} (${entry.agencyName})` : "";
  };
  return (
    <section id="next">
      <h2 className="govuk-heading-m">What would happen next</h2>
      <ul className="govuk-list govuk-list--bullet">
        {queue.preview.flatMap(({ mode, steps }) =>
          steps.map((step) => (
            <li key={`${mode} ${step.places}`}>
              If {counted(step.places, "place comes", "places come")} free now
              {queue.modes.length > 1 && ` ${modeInWords[mode].toLowerCase()}`}:{" "}
              {step.because
                ? becauseInWords[step.because]
                : listed(step.offers.map(({ waiting, reason }) => `${nameOf(waiting.bookingId)}: ${reason}`))}
              {step.split.length > 0 && "; a group has waited long enough, and its people wait one by one"}.
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
