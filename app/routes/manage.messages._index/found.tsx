// The messages found, each with what became of it and what can be done.
import { EmptyState } from "~/components/empty-state";
import { SubmitButton } from "~/components/submit-button";
import { Table } from "~/components/table";
import { longDateTimeAt, plainDateAt } from "~/shared/format";
import { FateWords, letterName } from "~/web/letters-table";
import { paths } from "~/web/paths";
import { stateInWords } from "./find";
import type { MessagesPage } from "./route";

type Message = MessagesPage["messages"][number];

export function Found({ page: { messages, more, page, typed } }: { page: MessagesPage }) {
  if (messages.length === 0) {
    const { state, ...others } = typed;
    const noTrouble = (state ?? "trouble") === "trouble" && !Object.values(others).some(Boolean);
    return (
      <EmptyState
        title={noTrouble ? "No message needs you" : "No message fits"}
        text={noTrouble ? "Every message was sent, waits its turn, or was seen to." : "Try fewer filters."}
        action={{ href: paths.manageMessages({ state: "all" }), label: "Show all messages" }}
      />
    );
  }
  return (
    <>
      <Table
        caption={stateInWords[(typed.state ?? "trouble") as keyof typeof stateInWords]}
        dense
        columns={[
          { key: "what", heading: "Message" },
          { key: "to", heading: "To" },
          { key: "when", heading: "Written" },
          { key: "state", heading: "What became of it" },
          { key: "action", heading: "Action", headingHidden: true },
        ]}
        rows={messages.map((message) => ({
          id: message.id,
          cells: {
            what: <What message={message} />,
            to: <To message={message} />,
            when: longDateTimeAt(message.createdAt),
            state: <State message={message} />,
            action: message.open && <Actions message={message} typed={typed} />,
          },
        }))}
      />
      <nav aria-label="Pages of messages" className="govuk-button-group">
        {page > 1 && (
          <a className="govuk-link" href={paths.manageMessages({ ...typed, page: String(page - 1) })}>
            Newer messages
          </a>
        )}
        {more && (
          <a className="govuk-link" href={paths.manageMessages({ ...typed, page: String(page + 1) })}>
            Older messages
          </a>
        )}
      </nav>
    </>
  );
}

function What({ message }: { message: Message }) {
  return (
    <>
      {letterName(message)}
      {message.again && <span className="app-line">Written again</span>}
      {message.sessionId !== null && (
        <span className="app-line govuk-!-font-weight-regular">
          <a className="govuk-link" href={paths.manageSession(message.sessionId)}>
            The session<span className="govuk-visually-hidden"> of {letterName(message)}</span>
          </a>
        </span>
      )}
    </>
  );
}

function To({ message: { personId, personName, toEmail } }: { message: Message }) {
  return (
    <>
      {personId !== null && (
        <span className="app-line">
          <a className="govuk-link" href={paths.adminPerson(personId)}>
            <bdi>{personName}</bdi>
          </a>
        </span>
      )}
      <span className="app-line">{toEmail}</span>
    </>
  );
}

function State({ message: { fate, at, dueAt, problem, settledAt } }: { message: Message }) {
  return (
    <>
      <FateWords fate={fate} at={at} />
      {fate === "waiting" && <span className="app-line">Leaves {longDateTimeAt(dueAt)}</span>}
      {problem && <span className="app-line">{problem}</span>}
      {settledAt !== null && <span className="app-line">Seen to on {plainDateAt(settledAt)}</span>}
    </>
  );
}

function Actions({ message, typed }: { message: Message; typed: MessagesPage["typed"] }) {
  const hidden = `${letterName(message)} to ${message.toEmail}`;
  return (
    <form method="post" action={paths.manageMessages(typed)} noValidate className="app-row-buttons">
      <input type="hidden" name="id" value={message.id} />
      <SubmitButton variant="secondary" name="intent" value="again" hidden={hidden}>
        Send again
      </SubmitButton>
      <SubmitButton variant="secondary" name="intent" value="seen" hidden={hidden}>
        Seen to
      </SubmitButton>
    </form>
  );
}
