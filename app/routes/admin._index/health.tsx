// Whether the service is well.
import { SummaryList } from "~/components/summary-list";
import { Tag } from "~/components/tag";
import { counted, longDateTimeAt } from "~/shared/format";
import type { AdminPage } from "./route";

export function Health({ health }: { health: NonNullable<AdminPage["health"]> }) {
  const { problems, migrated, lastTurn, messages } = health;
  return (
    <section id="health">
      <h2 className="govuk-heading-m">Health</h2>
      {problems.length === 0 ? (
        <p className="govuk-body">The service is well.</p>
      ) : (
        <ul className="govuk-list">
          {problems.map((problem) => (
            <li key={problem}>
              <Tag colour="red">Problem</Tag> {problem}
            </li>
          ))}
        </ul>
      )}
      <SummaryList
        rows={[
          { key: "Database", value: migrated ? "At this version’s migrations" : "Migrations are missing" },
          {
            key: "Background work",
            value: lastTurn === null ? "Has never run" : `Last ran on ${longDateTimeAt(lastTurn)}`,
          },
          { key: "Messages", value: messagesInWords(messages) },
        ]}
      />
    </section>
  );
}

function messagesInWords({ troubled, waiting }: NonNullable<AdminPage["health"]>["messages"]): string {
  const going = waiting === 0 ? "None waits to be sent" : `${counted(waiting, "message")} to be sent`;
  return troubled === 0 ? going : `${going}; ${counted(troubled, "message")} could not be sent`;
}
