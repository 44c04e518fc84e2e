// Messages that nobody will send again by itself: a coordinator has them sent again, or sees to it otherwise.
import { Table } from "~/components/table";
import { isMessageKind } from "~/domain/notifications/notifications";
import { longDateTimeAt } from "~/shared/format";
import { kindInWords } from "~/web/message-words";
import { paths } from "~/web/paths";
import type { ManagePage } from "./route";

const stateInWords: Record<ManagePage["messages"][number]["state"], string> = {
  failed: "It was not sent",
  unsure: "It may not have arrived",
};

export function MessagesInTrouble({ messages }: Pick<ManagePage, "messages">) {
  if (messages.length === 0) return null;
  return (
    <section id="messages">
      <Table
        caption="Messages not sent"
        dense
        columns={[
          { key: "to", heading: "To" },
          { key: "what", heading: "Message" },
          { key: "when", heading: "Written" },
          { key: "state", heading: "What happened" },
          { key: "action", heading: "Action", headingHidden: true },
        ]}
        rows={messages.map((message) => ({
          id: message.id,
          cells: {
            to: message.toEmail,
            what: message.subject ?? (isMessageKind(message.kind) ? kindInWords[message.kind] : message.kind),
            when: longDateTimeAt(message.createdAt),
            state: `${stateInWords[message.state]}${message.problem ? `: ${message.problem}` : ""}`,
            action: (
              <a className="govuk-link" href={paths.manageMessages()}>
                See to it<span className="govuk-visually-hidden">: message to {message.toEmail}</span>
              </a>
            ),
          },
        }))}
      />
    </section>
  );
}
