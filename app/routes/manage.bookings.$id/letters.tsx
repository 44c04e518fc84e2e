// The letters about this booking, the latest first.
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import { longDateTimeAt } from "~/shared/format";
import type { RecordPage } from "./route";

const stateInWords: Record<RecordPage["letters"][number]["state"], string> = {
  waiting: "Not sent yet",
  sending: "Being sent",
  sent: "Sent",
  unsure: "May not have arrived",
  failed: "Not sent",
  dropped: "Not sent: no longer needed",
};

export function Letters({ letters }: Pick<RecordPage, "letters">) {
  return (
    <section id="messages">
      {letters.length === 0 ? (
        <>
          <h2 className="govuk-heading-m">Messages</h2>
          <p className="govuk-body">Nothing has been written about this booking.</p>
        </>
      ) : (
        <Table
          caption="Messages"
          dense
          columns={[
            { key: "what", heading: "Message" },
            { key: "to", heading: "To" },
            { key: "when", heading: "Written" },
            { key: "state", heading: "State" },
          ]}
          rows={letters.map((letter) => ({
            id: letter.id,
            cells: {
              what: letter.subject ?? `${letter.kind.charAt(0).toUpperCase()}${letter.kind.slice(1)}`,
              to: letter.toEmail,
              when: longDateTimeAt(letter.createdAt),
              state:
                letter.state === "failed" || letter.state === "unsure" ? (
                  <Tag colour="orange">{stateInWords[letter.state]}</Tag>
                ) : (
                  stateInWords[letter.state]
                ),
            },
          }))}
        />
      )}
    </section>
  );
}
