// What waits, counted, each with the way to it.
import { counted } from "~/shared/format";
import { paths } from "~/web/paths";
import type { AdminPage } from "./route";

export function ThingsToDo({ waiting }: Pick<AdminPage, "waiting">) {
  const { awaiting, declined, toAcknowledge, daysLeft, toAnswer, retentionDue } = waiting;
  const things = [
    {
      href: paths.adminComplaints(),
      count: toAcknowledge,
      words: `${counted(toAcknowledge, "complaint")} to acknowledge${daysLeft === null ? "" : `, ${timeOf(daysLeft)}`}`,
    },
    {
      href: paths.adminPeople({ standing: "awaiting" }),
      count: awaiting,
      words: `${counted(awaiting, "account")} awaiting confirmation of the agency`,
    },
    {
      href: `${paths.adminComplaints()}#open`,
      count: toAnswer,
      words: `${counted(toAnswer, "complaint")} to answer`,
    },
    {
      href: paths.adminPeople({ standing: "declined" }),
      count: declined,
      words: `${counted(declined, "account")} declined by the agency`,
    },
    {
      href: paths.adminRetention(),
      count: retentionDue,
      words: `${counted(retentionDue, "record")} kept long enough, to go at the next run`,
    },
  ].filter((thing) => thing.count > 0);
  return (
    <section id="to-do">
      <h2 className="govuk-heading-m">What needs doing</h2>
      {things.length === 0 ? (
        <p className="govuk-body">Nothing waits for you.</p>
      ) : (
        <ul className="govuk-list">
          {things.map((thing) => (
            <li key={thing.href}>
              <a className="govuk-link" href={thing.href}>
                {thing.words}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function timeOf(daysLeft: number): string {
  if (daysLeft < 0) return "the first is overdue by law";
  return daysLeft === 0 ? "the first today" : `the first within ${counted(daysLeft, "day")}`;
}
