// Why there is nothing left to answer: it was answered, or its time has passed.
import { InsetText } from "~/components/inset-text";
import { Panel } from "~/components/panel";
import type { ApprovalStanding } from "~/domain/bookings/bookings.server";
import { SessionDates } from "~/web/session-result";
import type { ApprovePage } from "./route";

type Settled = Exclude<ApprovalStanding, "open">;
type Words = { title: string; text: string };

const asOwn: Record<"approved" | "declined", Words> = {
  approved: {
    title: "You have approved this place",
    text: "Thank you. We have written to them. If you change your mind, talk to them: they can cancel.",
  },
  declined: {
    title: "You have declined this place",
    text: "Thank you. We have written to them, with your note if you left one.",
  },
};

const words: Record<Settled, Words> = {
  approved: {
    title: "This place has been approved already",
    text: "Somebody else answered meanwhile. There is nothing you need to do.",
  },
  declined: {
    title: "This place has been declined already",
    text: "Somebody else answered meanwhile. If you would have approved it, talk to them: they can book again while booking is open.",
  },
  "silence approved": {
    title: "The time to answer is over",
    text: "Nobody answered in time, so we took it that you agree. If you do not, talk to them: they can cancel.",
  },
  "silence declined": {
    title: "The time to answer is over",
    text: "Nobody answered in time, so the booking has ended. They can book again while booking is open.",
  },
  withdrawn: {
    title: "There is nothing left to approve",
    text: "The booking ended before you answered. There is nothing you need to do.",
  },
  "session begun": {
    title: "The session has begun",
    text: "It is too late to approve or decline this place.",
  },
};

export function Answered({ page, standing }: { page: ApprovePage; standing: Settled }) {
  const { personName, agencyName, courseTitle, dates, byAnother } = page;
  const own = standing === "approved" || standing === "declined" ? !byAnother && asOwn[standing] : null;
  const { title, text } = own || words[standing];
  return (
    <>
      {own ? <Panel title={title} /> : <h1 className="govuk-heading-l">{title}</h1>}
      <p className="govuk-body">{text}</p>
      <InsetText>
        <span className="app-line">
          <bdi>{personName}</bdi>, {agencyName}
        </span>
        <span className="app-line">{courseTitle}</span>
        <SessionDates dates={dates} />
      </InsetText>
    </>
  );
}
