// To a line manager or an agency's lead: somebody asks for a place, and they have to agree.
import { longDateTimeAt, meetingTime } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf, courseAndDate } from "./house";
import { MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const approvalAsked: Template<"approval asked"> = {
  words: {
    subject: "Please approve a training place: {{courseAndDate}}",
    heading: "Please approve a training place",
    body: `{{booker}} ({{agency}}) has asked for a place on {{course}}. {{whyYou}}

{{days}}

**Please answer by {{until}}.** {{silence}} {{kept}}

{{answer}}

{{linkNote}}`,
  },
  opening: "Answer by {{until}}.",
  values: (facts) => ({
    courseAndDate: courseAndDate(facts),
    booker: facts.bookerName,
    agency: facts.agencyName,
    course: facts.courseTitle,
    whyYou: facts.byLink ? "They name you as their line manager." : "You lead their agency.",
    until: longDateTimeAt(facts.answerBy),
    silence:
      facts.silence === "declined"
        ? "Without an answer the booking ends then."
        : "Without an answer we take it that you agree.",
    kept: facts.placeHeld ? "We keep a place until then." : "",
    linkNote: facts.byLink
      ? "The link is for you alone: whoever has it can answer. If you are not their line manager, please tell us. Our address is below."
      : "",
  }),
  personal: ["booker"],
  pieces: (facts, house) => ({
    days: (
      <>
        {facts.meetings.map((meeting) => (
          <Paragraph key={meeting.id}>{meetingTime(meeting)}</Paragraph>
        ))}
      </>
    ),
    answer: (
      <MainLink
        href={facts.byLink ? house.approvalLink(facts.approvalId) : addressOf(house, paths.teamApprovals())}
      >
        Approve or decline
      </MainLink>
    ),
  }),
  needed: ["booker", "course", "days", "until", "silence", "answer", "linkNote"],
};
