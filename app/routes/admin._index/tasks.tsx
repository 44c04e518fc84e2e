// Every task of this part of the service, in plain groups.
import { paths } from "~/web/paths";
import type { AdminPage } from "./route";

type Task = { href: string; text: string; hint: string };

const people: Task[] = [
  {
    href: paths.adminPeople(),
    text: "People",
    hint: "Find someone, confirm their agency, change roles, close accounts",
  },
  {
    href: paths.adminAgencies(),
    text: "Agencies",
    hint: "Who takes part, and the email domains that prove it",
  },
];
const records: Task[] = [
  { href: paths.adminAudit(), text: "Audit trail", hint: "Who did what to whom, and when" },
  { href: paths.adminComplaints(), text: "Data complaints", hint: "Acknowledge within 30 days, then answer" },
  { href: paths.adminRetention(), text: "Retention", hint: "How long each kind of record is kept" },
];
const partnership: Task[] = [
  {
    href: paths.adminBoards(),
    text: "Boards and groups",
    hint: "Names, shapes and colours, and who reports to whom",
  },
  {
    href: paths.adminSettings(),
    text: "Settings",
    hint: "Names, contact, colour, and who must have a second step",
  },
  { href: paths.manageWordings(), text: "Words of the letters", hint: "What each email says" },
];

export function Tasks({ administers }: Pick<AdminPage, "administers">) {
  return (
    <>
      <Group title="People and agencies" tasks={people} />
      <Group title="Records" tasks={records} />
      {administers && <Group title="The partnership" tasks={partnership} />}
    </>
  );
}

function Group({ title, tasks }: { title: string; tasks: Task[] }) {
  return (
    <section>
      <h2 className="govuk-heading-m">{title}</h2>
      <ul className="govuk-list govuk-list--spaced">
        {tasks.map(({ href, text, hint }) => (
          <li key={href}>
            <a className="govuk-link govuk-!-font-weight-bold" href={href}>
              {text}
            </a>
            <span className="app-line">{hint}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
