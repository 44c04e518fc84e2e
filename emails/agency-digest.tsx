// To an agency's lead, once a week: who has a place in the next two weeks by course and count, and what waits for them.
import { counted, plainDate, shortDate } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

type Facts = Parameters<Template<"agency digest">["values"]>[0];

export const agencyDigest: Template<"agency digest"> = {
  words: {
    subject: "Training this week: {{agency}}",
    heading: "Your agency’s training",
    body: `This is how {{agency}} stands in the week of {{date}}. We give counts only. Names are on your team’s pages.

{{coming}}

{{waiting}}

{{approvals}}

{{missed}}

{{renewals}}

{{overdue}}

{{team}}`,
  },
  opening: "What your people have coming, and what waits for you.",
  values: (facts) => ({
    agency: facts.agencyName,
    date: plainDate(facts.from),
    waiting: facts.waiting === 0 ? "" : `On a waiting list: ${counted(facts.waiting, "person", "people")}.`,
    approvals:
      facts.approvals === 0
        ? ""
        : `Waiting for your answer: ${counted(facts.approvals, "booking")} to approve.`,
    missed:
      facts.missed === 0
        ? ""
        : `Last week, ${counted(facts.missed, "person", "people")} did not come to a session they had a place on.`,
    renewals:
      facts.renewals === 0
        ? ""
        : `Within four weeks, a certificate of ${counted(facts.renewals, "person", "people")} runs out. They have not booked again.`,
    overdue:
      facts.overdue === 0
        ? ""
        : `A certificate of ${counted(facts.overdue, "person", "people")} ran out in the last year. They have not booked again.`,
  }),
  pieces: (facts, house) => ({
    coming: <Coming facts={facts} />,
    team: <MainLink href={addressOf(house, paths.team())}>See your team</MainLink>,
  }),
  needed: ["coming", "team"],
};

function Coming({ facts: { coming, moreComing } }: { facts: Facts }) {
  if (coming.length === 0)
    return <Paragraph>Nobody of your agency has a place in the next two weeks.</Paragraph>;
  return (
    <>
      <Paragraph>
        <strong>In the next two weeks</strong>
      </Paragraph>
      {coming.map((session) => (
        <Paragraph key={session.sessionId}>
          {`${shortDate(session.date)}: ${session.courseTitle}, ${counted(session.booked, "person", "people")}`}
        </Paragraph>
      ))}
      {moreComing > 0 && <Paragraph>{`And ${counted(moreComing, "more session")}.`}</Paragraph>}
    </>
  );
}
