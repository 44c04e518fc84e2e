// Which messages went out about this session and which are planned, by kind; writing to those on it; and the way to what came back with its evaluation.
import { Table } from "~/components/table";
import { isMessageKind } from "~/domain/notifications/notifications";
import { longDateTimeAt } from "~/shared/format";
import { kindInWords } from "~/web/message-words";
import { paths } from "~/web/paths";
import type { ManagedPage } from "./route";

const stateInWords: Record<ManagedPage["messages"][number]["state"], string> = {
  waiting: "To be sent",
  sending: "Being sent",
  sent: "Sent",
  unsure: "May not have arrived",
  failed: "Not sent",
  dropped: "No longer needed",
};

const inKind = (kind: string) => (isMessageKind(kind) ? kindInWords[kind] : kind);

export function Messages({ page: { messages, planned, session } }: { page: ManagedPage }) {
  return (
    <section id="messages">
      {messages.length === 0 ? (
        <>
          <h2 className="govuk-heading-m">Messages</h2>
          <p className="govuk-body">No message has been written about this session.</p>
        </>
      ) : (
        <Table
          caption="Messages"
          dense
          columns={[
            { key: "kind", heading: "Message" },
            { key: "count", heading: "How many", numeric: true },
            { key: "state", heading: "How they stand" },
            { key: "last", heading: "Latest" },
          ]}
          rows={messages.map(({ kind, state, n, last }) => ({
            id: `${kind} ${state}`,
            cells: {
              kind: inKind(kind),
              count: n,
              state: stateInWords[state],
              last: longDateTimeAt(last),
            },
          }))}
        />
      )}
      {planned.length > 0 && (
        <Table
          caption="Planned messages"
          dense
          columns={[
            { key: "kind", heading: "Message" },
            { key: "count", heading: "How many", numeric: true },
            { key: "due", heading: "When" },
          ]}
          rows={planned.map(({ kind, n, dueAt }) => ({
            id: `${kind} ${dueAt}`,
            cells: { kind: inKind(kind), count: n, due: longDateTimeAt(dueAt) },
          }))}
        />
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.manageSessionWrite(session.id)}>
          Write to those on this session
        </a>
      </p>
    </section>
  );
}

export function Evaluation({ sessionId }: { sessionId: string }) {
  return (
    <section id="evaluation">
      <h2 className="govuk-heading-m">Evaluation</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.manageSessionAnswers(sessionId)}>
          See how many answered, and what they said
        </a>
      </p>
    </section>
  );
}
