// Who was offered a place before, why, by which version of the terms, and what that was decided by.
import { Details } from "~/components/details";
import { Table } from "~/components/table";
import { modeInWords } from "~/domain/sessions/sessions";
import { counted, longDateTimeAt } from "~/shared/format";
import { paths } from "~/web/paths";
import type { QueuePage } from "./route";
import { isPolicy, needInWords, policyInWords } from "./words";

type Promotion = QueuePage["queue"]["past"][number];

export function PastPromotions({ page: { queue } }: { page: QueuePage }) {
  return (
    <section id="past">
      <h2 className="govuk-heading-m">Places offered so far</h2>
      {queue.past.length === 0 ? (
        <p className="govuk-body">Nobody has been offered a place from this list.</p>
      ) : (
        <Table
          caption="Places offered, the latest first"
          captionSize="hidden"
          dense
          columns={[
            { key: "name", heading: "To" },
            { key: "when", heading: "When" },
            { key: "why", heading: "Why" },
            { key: "terms", heading: "Terms" },
            { key: "inputs", heading: "Decided by" },
          ]}
          rows={queue.past.map((promotion) => ({
            id: String(promotion.id),
            cells: {
              name: (
                <a className="govuk-link" href={paths.manageBooking(promotion.bookingId)}>
                  {promotion.personName}
                </a>
              ),
              when: longDateTimeAt(promotion.at),
              why: <Why promotion={promotion} />,
              terms: promotion.termsVersion === null ? "None set then" : `Version ${promotion.termsVersion}`,
              inputs: <Inputs promotion={promotion} />,
            },
          }))}
        />
      )}
    </section>
  );
}

function Why({ promotion }: { promotion: Promotion }) {
  return (
    <>
      {promotion.reason}
      {promotion.kind === "override" && (
        <span className="app-line">
          Out of turn, by {promotion.byName ?? "someone"}:{" "}
          {promotion.overrideReason ?? "the reason was taken out"}
        </span>
      )}
    </>
  );
}

function Inputs({ promotion }: { promotion: Promotion }) {
  const { inputs } = promotion;
  return (
    <Details
      summary={
        <>
          The queue then
          <span className="govuk-visually-hidden"> when {promotion.personName} was offered a place</span>
        </>
      }
    >
      <p className="govuk-body">
        {isPolicy(promotion.policy) ? policyInWords[promotion.policy] : promotion.policy}.{" "}
        {counted(Math.max(0, inputs.free["in person"]) + Math.max(0, inputs.free.online), "place")} free,{" "}
        {counted(inputs.openOffers, "offer")} open.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {inputs.kept.map((one) => (
          <li key={`kept ${one.agencyName} ${one.mode}`}>
            {counted(one.places, "place")} kept for {one.agencyName}
          </li>
        ))}
        {inputs.held.map((one) => (
          <li key={`held ${one.agencyName}`}>
            {one.agencyName} held {counted(one.places, "place")}
          </li>
        ))}
        {inputs.waiting.map((one) => (
          <li key={one.bookingId}>
            {one.personName}, {one.agencyName}, {modeInWords[one.mode].toLowerCase()}, waiting since{" "}
            {longDateTimeAt(one.queuedAt)}
            {promotion.policy === "needs first" && `, need: ${needInWords[one.need] ?? ""}`}
            {one.inGroup && ", in a group"}
            {!one.able && ", passed over"}
          </li>
        ))}
      </ul>
    </Details>
  );
}
