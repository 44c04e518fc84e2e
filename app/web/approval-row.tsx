// Bookings that wait for an answer, each with the two buttons in its row; declining may say why.
import { Table } from "~/components/table";
import type { ApprovalLine } from "~/domain/bookings/bookings.server";
import { lastMomentInWords } from "~/domain/terms/terms";
import type { FormState } from "~/shared/form-state";
import { plainDateAt } from "~/shared/format";
import { paths } from "./paths";
import { YesOrNoForm } from "./yes-or-no-form";

type ApprovalsTableProps = {
  caption: string;
  approvals: ApprovalLine[];
  /** Where the answers are sent. */
  action: string;
  /** Where a person's name leads. */
  personHref: (personId: string) => string;
  agencies?: boolean;
  form?: FormState;
};

export function ApprovalsTable({
  caption,
  approvals,
  action,
  personHref,
  agencies,
  form,
}: ApprovalsTableProps) {
  return (
    <Table
      caption={caption}
      columns={[
        { key: "who", heading: "Person" },
        { key: "course", heading: "Asks for" },
        { key: "until", heading: "Answer by" },
        { key: "action", heading: "Answer", headingHidden: true },
      ]}
      rows={approvals.map((approval) => ({
        id: approval.id,
        cells: {
          who: (
            <>
              <a className="govuk-link" href={personHref(approval.personId)}>
                <bdi>{approval.personName}</bdi>
              </a>
              {agencies && (
                <span className="app-line govuk-!-font-weight-regular">{approval.agencyName}</span>
              )}
              <span className="app-line govuk-!-font-weight-regular">
                Asked on {plainDateAt(approval.askedAt)}
                {agencies && (approval.askedOf === "line manager" ? ", their line manager" : ", their lead")}
              </span>
            </>
          ),
          course: (
            <>
              <a className="govuk-link" href={paths.session(approval.sessionId)}>
                {approval.courseTitle}
              </a>
              <span className="app-line">{plainDateAt(approval.startsAt)}</span>
              {!approval.placeHeld && <span className="app-line">Full: they would wait for a place</span>}
            </>
          ),
          until: (
            <>
              <span className="app-line">{lastMomentInWords(approval.answerBy)}</span>
              <span className="app-line">
                {approval.silence === "declined"
                  ? "Without an answer it ends"
                  : "Without an answer it counts as approved"}
              </span>
            </>
          ),
          action: (
            <YesOrNoForm
              action={action}
              about={{ field: "approvalId", id: approval.id }}
              yes={{ value: "approve", label: "Approve" }}
              hidden={approval.personName}
              form={form}
            />
          ),
        },
      }))}
    />
  );
}
