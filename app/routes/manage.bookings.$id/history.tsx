// Everything that happened to the booking, in its order: what, when, by whom, and why.
import { Table } from "~/components/table";
import { lastMomentInWords } from "~/domain/terms/terms";
import { longDateTimeAt } from "~/shared/format";
import type { RecordPage } from "./route";
import { actedAsInWords, causeInWords, noticeInWords, stateInWords } from "./words";

type Line = { id: string; at: number; what: string; by: string; why: string };

export function History({ page }: { page: RecordPage }) {
  const lines = [...changesIn(page), ...approvalsIn(page), ...promotionsIn(page)].sort((a, b) => a.at - b.at);
  return (
    <section id="history">
      <Table
        caption="History"
        dense
        columns={[
          { key: "what", heading: "What" },
          { key: "when", heading: "When" },
          { key: "by", heading: "By" },
          { key: "why", heading: "Why" },
        ]}
        rows={lines.map(({ id, at, ...line }) => ({ id, cells: { ...line, when: longDateTimeAt(at) } }))}
      />
    </section>
  );
}

const changesIn = ({ changes, noticeUnit }: RecordPage): Line[] =>
  changes.map((change) => ({
    id: `change ${change.id}`,
    at: change.at,
    what: stateInWords[change.to],
    by: byInWords(change),
    why: [
      change.cause && causeInWords[change.cause],
      change.notice !== null && noticeInWords(change.notice, noticeUnit, change.late),
      change.reason,
    ]
      .filter(Boolean)
      .join(". "),
  }));

function byInWords({ byName, actedAs }: RecordPage["changes"][number]): string {
  const capacity = actedAs === null ? "" : actedAsInWords[actedAs];
  if (byName === null)
    return actedAs === "line manager" ? "Their line manager, by the link" : "The service itself";
  return capacity ? `${byName}, ${capacity}` : byName;
}

const askedOf = {
  "line manager": "Line manager asked to agree",
  "agency lead": "Agency’s lead asked to agree",
} as const;
const answerInWords = {
  approved: "They agreed",
  declined: "They did not agree",
  "silence approved": "No answer, which counts as agreed",
  "silence declined": "No answer, which counts as declined",
  withdrawn: "Not needed any more",
} as const;

const approvalsIn = ({ approvals }: RecordPage): Line[] =>
  approvals.flatMap((approval) => [
    {
      id: `asked ${approval.id}`,
      at: approval.askedAt,
      what: askedOf[approval.askedOf],
      by: approval.approverEmail ?? "",
      why: `Until ${lastMomentInWords(approval.answerBy)}`,
    },
    ...(approval.answer !== null && approval.answeredAt !== null
      ? [
          {
            id: `answered ${approval.id}`,
            at: approval.answeredAt,
            what: answerInWords[approval.answer],
            by: "",
            why: approval.note ?? "",
          },
        ]
      : []),
  ]);

const promotionsIn = ({ promotions }: RecordPage): Line[] =>
  promotions.map((promotion) => ({
    id: `promotion ${promotion.id}`,
    at: promotion.at,
    what: "Their turn on the waiting list",
    by: "",
    why: [promotion.reason, promotion.overrideReason].filter(Boolean).join(". "),
  }));
