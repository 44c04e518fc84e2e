// The charges found, each with the way to its page.
import { Table } from "~/components/table";
import { kindInWords } from "~/domain/charges/charges";
import { plainDateAt, poundsAndPence } from "~/shared/format";
import { ChargeStateTag } from "~/web/charge-standing";
import { paths } from "~/web/paths";
import type { ChargesPage } from "./route";

export function Found({ charges }: Pick<ChargesPage, "charges">) {
  return (
    <Table
      caption="Charges, newest first"
      captionSize="hidden"
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
              <a className="govuk-link" href={paths.manageCharge(charge.id)}>
                <bdi>{charge.personName}</bdi>
                <span className="govuk-visually-hidden">, {charge.courseTitle}</span>
              </a>
              <span className="app-line govuk-!-font-weight-regular">{charge.agencyName}</span>
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
