// To a line manager or an agency's lead: somebody asks for a place, and they have to agree.
import { longDateTimeAt, meetingTime } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf, courseAndDate } from "./house";
import { Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const approvalAsked: Template<"approval asked"> = {
  subject: (facts) => `Please approve a training place: ${courseAndDate(facts)}`,
  letter: (facts, house) => {
    const until = longDateTimeAt(facts.answerBy);
    return (
      <Layout
        house={house}
        heading="Please approve a training place"
        opening={`Answer by ${until}.`}
        name={facts.personName}
      >
        <Paragraph>
          {`${facts.bookerName} (${facts.agencyName}) has asked for a place on ${facts.courseTitle}. ${
            facts.byLink ? "They name you as their line manager." : "You lead their agency."
          }`}
        </Paragraph>
        {facts.meetings.map((meeting) => (
          <Paragraph key={meeting.id}>{meetingTime(meeting)}</Paragraph>
        ))}
        <Paragraph>
          <strong>{`Please answer by ${until}.`}</strong>{" "}
          {facts.silence === "declined"
            ? "Without an answer the booking ends then."
            : "Without an answer we take it that you agree."}{" "}
          {facts.placeHeld && "We keep a place until then."}
        </Paragraph>
        <MainLink
          href={facts.byLink ? house.approvalLink(facts.approvalId) : addressOf(house, paths.teamApprovals())}
        >
          Approve or decline
        </MainLink>
        {facts.byLink && (
          <Paragraph>
            The link is for you alone: whoever has it can answer. If you are not their line manager, please
            tell us. Our address is below.
          </Paragraph>
        )}
      </Layout>
    );
  },
};
