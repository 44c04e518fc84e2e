// Right after sending, and ever after: the reference, the dates, and what comes next. Nothing of what was written.
import { BackLink } from "~/components/back-link";
import { Panel } from "~/components/panel";
import { SummaryList } from "~/components/summary-list";
import { longDate, plainDateAt } from "~/shared/format";
import { paths } from "~/web/paths";

type ComplaintProgress = {
  reference: string;
  receivedAt: number;
  acknowledgeBy: string;
  acknowledgedAt: number | null;
  answeredAt: number | null;
};

export function Progress(page: {
  progress: ComplaintProgress;
  today: string;
  contact: { name: string; email: string };
}) {
  const { progress, today, contact } = page;
  const { reference, receivedAt, acknowledgeBy, acknowledgedAt, answeredAt } = progress;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.privacy()} text="Privacy" />
        <Panel title={titleOf(progress)} reference={reference} />
        <SummaryList
          rows={[
            { key: "It reached us", value: plainDateAt(receivedAt) },
            {
              key: "A person has read it",
              value:
                acknowledgedAt === null
                  ? `Not yet: by ${longDate(acknowledgeBy)}`
                  : plainDateAt(acknowledgedAt),
            },
            { key: "Answered", value: answeredAt === null ? "Not yet" : plainDateAt(answeredAt) },
          ]}
        />
        <h2 className="govuk-heading-m">What happens next</h2>
        <p className="govuk-body">{nextInWords(progress, today)}</p>
        <p className="govuk-body">
          Keep the reference, or the address of this page: you can come back to it.
        </p>
        <p className="govuk-body">
          Questions? Contact {contact.name}:{" "}
          <a className="govuk-link" href={`mailto:${contact.email}?subject=${encodeURIComponent(reference)}`}>
            {contact.email}
          </a>
          . You can complain to the{" "}
          <a className="govuk-link" href="https://ico.org.uk/make-a-complaint/">
            Information Commissioner’s Office
          </a>{" "}
          at any time.
        </p>
      </div>
    </div>
  );
}

function titleOf({ acknowledgedAt, answeredAt }: ComplaintProgress): string {
  if (answeredAt !== null) return "Your complaint is answered";
  return acknowledgedAt === null ? "Your complaint has arrived" : "We have read your complaint";
}

function nextInWords(
  { acknowledgeBy, acknowledgedAt, answeredAt }: ComplaintProgress,
  today: string,
): string {
  if (answeredAt !== null)
    return "We sent our answer by email. If you are not happy with it, tell us or the Information Commissioner’s Office.";
  if (acknowledgedAt !== null)
    return "We are looking into it. We send our answer by email as soon as we can.";
  if (today > acknowledgeBy)
    return "We should have written to you by now, and we are sorry. Contact us, or the Information Commissioner’s Office.";
  return "We have sent you an email with the reference. A person reads your complaint and writes to you by the date above.";
}
