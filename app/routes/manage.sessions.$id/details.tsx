// What is planned: when, where, how many places, and how its registers stand.
import { InsetText } from "~/components/inset-text";
import { SubmitButton } from "~/components/submit-button";
import { SummaryList } from "~/components/summary-list";
import { Tag } from "~/components/tag";
import type { SessionStatus } from "~/domain/sessions/sessions";
import { longDateTimeAt, meetingTime } from "~/shared/format";
import { paths } from "~/web/paths";
import type { ManagedPage } from "./route";

const statusInWords: Record<SessionStatus, string> = {
  draft: "Draft. Nobody can see or book it.",
  published: "Published. People can see and book it.",
  closed: "Closed. People can see it but not book it.",
  delivered: "Delivered. Every register is finished.",
  cancelled: "Cancelled.",
};

export function Details({ page }: { page: ManagedPage }) {
  const { session, meetings, taken, now } = page;
  const { venue, joiningLink } = session;
  const noLink = session.mode === "online" && !joiningLink;
  return (
    <>
      {noLink && (
        <InsetText>
          <Tag colour="orange">No joining link</Tag> People with a place do not know where to go yet.
        </InsetText>
      )}
      <SummaryList
        rows={[
          { key: "Status", value: statusInWords[session.status] },
          ...meetings.map((meeting) => ({
            key: meetings.length > 1 ? `Meeting ${meeting.number}` : "When",
            value: (
              <>
                {meetingTime(meeting)}
                <span className="app-line">
                  <a className="govuk-link" href={paths.trainerRegister(meeting.id)}>
                    Register<span className="govuk-visually-hidden"> of {meetingTime(meeting)}</span>
                  </a>
                  : {registerInWords(meeting, now)}
                </span>
              </>
            ),
          })),
          {
            key: "Where",
            value: venue
              ? `${venue.name}, ${venue.address}, ${venue.postcode}`
              : `Online. ${joiningLink ?? ""}`,
          },
          { key: "Places", value: `${taken} of ${session.capacity} taken` },
          {
            key: "Booking",
            value: `${now < session.bookingClosesAt ? "Closes" : "Closed"} on ${longDateTimeAt(session.bookingClosesAt)}`,
          },
        ]}
      />
      {session.status === "draft" && (
        <form method="post" action={paths.manageSession(session.id)}>
          <SubmitButton name="intent" value="publish">
            Publish this session
          </SubmitButton>
        </form>
      )}
      {session.status === "published" && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.session(session.id)}>
            See it as people see it
          </a>
        </p>
      )}
    </>
  );
}

function registerInWords(meeting: ManagedPage["meetings"][number], now: number): string {
  if (meeting.registerTakenAt !== null) return `finished on ${longDateTimeAt(meeting.registerTakenAt)}`;
  if (now < meeting.registerOpensAt) return "not open yet";
  return now < meeting.endsAt ? "open" : "not finished";
}
