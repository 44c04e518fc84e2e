// Charges one by one: whose, what for, and what became of them.
import { Table } from "~/components/table";
import { type ChargeKind, type ChargeState, kindInWords } from "~/domain/charges/charges";
import { plainDateAt, poundsAndPence } from "~/shared/format";
import { ChargeStateTag } from "./charge-standing";

type ShownCharge = {
  id: string;
  personName: string;
  agencyName: string;
  courseTitle: string;
  kind: ChargeKind;
  startsAt: number;
  madeAt: number;
  pence: number;
  state: ChargeState;
};

type ChargeTableProps = {
  charges: readonly ShownCharge[];
  /** Where a charge has its page, for those who read this. */
  href: (chargeId: string) => string;
  captionHidden?: boolean;
  /** Each with its agency, where they are of several. */
  agencies?: boolean;
};

export function ChargeTable({ charges, href, captionHidden, agencies }: ChargeTableProps) {
  return (
    <Table
      caption="Charges, newest first"
      captionSize={captionHidden ? "hidden" : undefined}
      dense
      columns={[
        { key: "who", heading: "Name" },
        { key: "what", heading: "What for" },
        { key: "session", heading: "Session" },
        { key: "made", heading: "Made" },
        { key: "amount", heading: "Amount", numeric: true },
        { key: "state", heading: "What became of it" },
      ]}
      rows={charges.map((charge) => ({
        id: charge.id,
        cells: {
          who: (
            <>
              <a className="govuk-link" href={href(charge.id)}>
                <bdi>{charge.personName}</bdi>
                <span className="govuk-visually-hidden">, {charge.courseTitle}</span>
              </a>
              {agencies && <span className="app-line govuk-!-font-weight-regular">{charge.agencyName}</span>}
            </>
          ),
          what: kindInWords[charge.kind],
          session: (
            <>
              <span className="app-line">{charge.courseTitle}</span>
              {plainDateAt(charge.startsAt)}
            </>
          ),
          made: plainDateAt(charge.madeAt),
          amount: poundsAndPence(charge.pence),
          state: <ChargeStateTag state={charge.state} />,
        },
      }))}
    />
  );
}
