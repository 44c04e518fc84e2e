// What no rule ends, and why.
import { SummaryList } from "~/components/summary-list";

const kept: { what: string; why: string }[] = [
  {
    what: "Bookings, attendance and training hours",
    why: "Each person’s training stays with their account while they work here: some of it counts for years. When the person is made nameless, so is their training. The counts stay. To prove the training of leavers for six years, keep people who have left for 72 months.",
  },
  {
    what: "Answers before and after training",
    why: "They are numbers and belong to a booking, not to a name. They are shown only in totals. They are not cut loose from the booking yet: the questions some weeks after a course need that link. When a person is made nameless, their answers are those of nobody.",
  },
  {
    what: "The audit trail",
    why: "It must show what happened, so nobody can change or delete an entry. It holds numbers of records and kinds of deed. It holds no names, no addresses and nothing that someone typed.",
  },
  {
    what: "Open complaints about personal data",
    why: "They are kept until they are answered, and then as long as the rule says. This is so even if the person is erased: a claim may need them.",
  },
  {
    what: "Who was erased",
    why: "Only the number of the account and the day. If an older copy of the database is restored, it tells whom to erase again.",
  },
];

export function Always() {
  return (
    <>
      <h2 className="govuk-heading-m">What no rule ends</h2>
      <SummaryList rows={kept.map(({ what, why }) => ({ key: what, value: why }))} />
      <p className="govuk-body">
        Recovery codes, second factors and links with other organisations have no rule of their own. They go
        with the person, or when the person changes them.
      </p>
    </>
  );
}
