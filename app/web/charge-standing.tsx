// What became of a charge, as pages show it: the exception as a tag, the facts, and the history in words.
import { SummaryList } from "~/components/summary-list";
import { Table } from "~/components/table";
import { Tag, type TagColour } from "~/components/tag";
import { type ChargeState, kindInWords, stateInWords } from "~/domain/charges/charges";
import type { ChargeChange, ChargeDetail } from "~/domain/charges/charges.server";
import { civilDateAt } from "~/shared/civil-time";
import { longDate, longDateTimeAt, poundsAndPence } from "~/shared/format";

const colours: Record<Exclude<ChargeState, "due">, TagColour> = {
  appealed: "orange",
  waived: "green",
  withdrawn: "grey",
};

/** A tag for what is out of the ordinary; a charge that is due says so in plain text. */
export function ChargeStateTag({ state }: { state: ChargeState }) {
  return state === "due" ? stateInWords.due : <Tag colour={colours[state]}>{stateInWords[state]}</Tag>;
}

type Facts = Pick<
  ChargeDetail,
  | "personName"
  | "agencyName"
  | "boardName"
  | "courseTitle"
  | "startsAt"
  | "reference"
  | "kind"
  | "pence"
  | "state"
>;

export function ChargeFacts({ charge, bookingHref }: { charge: Facts; bookingHref?: string }) {
  return (
    <SummaryList
      rows={[
        { key: "Amount", value: poundsAndPence(charge.pence) },
        { key: "What became of it", value: <ChargeStateTag state={charge.state} /> },
        { key: "What for", value: kindInWords[charge.kind] },
        { key: "Who", value: <bdi>{charge.personName}</bdi> },
        { key: "Charged to", value: charge.agencyName },
        { key: "Course", value: charge.courseTitle },
        { key: "Session", value: longDate(civilDateAt(charge.startsAt)) },
        {
          key: "Booking reference",
          value: bookingHref ? (
            <a className="govuk-link" href={bookingHref}>
              {charge.reference}
            </a>
          ) : (
            charge.reference
          ),
        },
        { key: "Board", value: charge.boardName },
      ]}
    />
  );
}

const deeds: Record<ChargeState, (from: ChargeState | null) => string> = {
  due: (from) => {
    if (from === null) return "Made";
    return from === "appealed" ? "Appeal refused: the charge stands" : "Due again";
  },
  appealed: () => "Appealed against",
  waived: (from) => (from === "appealed" ? "Appeal upheld: waived" : "Waived"),
  withdrawn: () => "Withdrawn",
};

const by: Record<ChargeChange["by"], string> = {
  "the person": "The person",
  "their agency": "The agency’s lead",
  "a coordinator": "A coordinator",
  "the service": "The service itself",
};

export function ChargeHistory({ changes }: { changes: ChargeChange[] }) {
  return (
    <Table
      caption="What happened"
      dense
      columns={[
        { key: "what", heading: "What" },
        { key: "when", heading: "When" },
        { key: "by", heading: "By" },
        { key: "note", heading: "In their words" },
      ]}
      rows={changes.map((change) => ({
        id: String(change.id),
        cells: {
          what: deeds[change.to](change.from),
          when: longDateTimeAt(change.at),
          by: by[change.by],
          note: change.note === null ? null : <span className="govuk-!-text-break-word">{change.note}</span>,
        },
      }))}
    />
  );
}
