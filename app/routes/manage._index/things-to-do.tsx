// What waits for a coordinator, counted, each with the way to its list.
import { counted } from "~/shared/format";
import { paths } from "~/web/paths";
import { needsTrainer } from "./programme";
import type { ManagePage } from "./route";

export function ThingsToDo({ page }: { page: ManagePage }) {
  const short = page.soon.filter(needsTrainer).length;
  const things = [
    {
      href: "#registers",
      count: page.registers.length,
      words: counted(page.registers.length, "register overdue", "registers overdue"),
    },
    {
      href: "#messages",
      count: page.messages.length,
      words: counted(page.messages.length, "message not sent", "messages not sent"),
    },
    {
      href: "#offers",
      count: page.offers.length,
      words: counted(page.offers.length, "offer not answered", "offers not answered"),
    },
    {
      href: "#programme",
      count: short,
      words: `${counted(short, "session", "sessions")} in the next 14 days short of a trainer`,
    },
    {
      href: paths.adminPeople({ standing: "awaiting" }),
      count: page.awaiting,
      words: `${counted(page.awaiting, "account")} awaiting confirmation of the agency`,
    },
  ].filter((thing) => thing.count > 0);
  if (things.length === 0) return <p className="govuk-body">Nothing waits for you.</p>;
  return (
    <nav aria-label="What waits for you">
      <ul className="govuk-list">
        {things.map((thing) => (
          <li key={thing.href}>
            <a className="govuk-link" href={thing.href}>
              {thing.words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
