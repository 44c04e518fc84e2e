// What waits for a coordinator, counted, each with the way to its list. Queues of other parts join this list.
import { type Lack, lacksOf } from "~/domain/bookings/bookings";
import { counted } from "~/shared/format";
import { paths } from "~/web/paths";
import type { ManagePage } from "./route";

const lackWords: Record<Lack, string> = {
  minimum: "waiting for a decision whether to go ahead",
  trainers: "short of trainers",
  answers: "whose trainers have not all answered",
  room: "without a room",
  link: "without a joining link",
  reach: "with people whom email does not reach",
};

export function ThingsToDo({ page }: { page: ManagePage }) {
  const lacking = (lack: Lack) => page.soon.filter((session) => lacksOf(session).includes(lack)).length;
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
      href: `${paths.manageApprovals()}#requests`,
      count: page.queues.requests,
      words: `${counted(page.queues.requests, "booking")} to look at first`,
    },
    {
      href: `${paths.manageApprovals()}#approvals`,
      count: page.queues.approvals,
      words: `${counted(page.queues.approvals, "booking")} awaiting approval`,
    },
    {
      href: paths.manageCharges({ state: "appealed" }),
      count: page.queues.appeals,
      words: `${counted(page.queues.appeals, "appeal")} against a charge`,
    },
    {
      href: paths.manageLearning(),
      count: page.queues.learning,
      words: `${counted(page.queues.learning, "record")} of learning elsewhere to look at`,
    },
    {
      href: paths.manageComments(),
      count: page.queues.comments,
      words: `${counted(page.queues.comments, "comment")} from evaluations to read`,
    },
    ...(["minimum", "trainers", "answers", "room", "link", "reach"] as const).map((lack) => ({
      href: `${paths.manage({ show: "lacking" })}#programme`,
      count: lacking(lack),
      words: `${counted(lacking(lack), "session")} in the next 14 days ${lackWords[lack]}`,
    })),
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
          <li key={thing.words}>
            <a className="govuk-link" href={thing.href}>
              {thing.words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
