// What is planned: when, where, how many places, how its registers stand, and what can be done with it.
import { ButtonLink } from "~/components/button-link";
import { SubmitButton } from "~/components/submit-button";
import { SummaryList } from "~/components/summary-list";
import { modeInWords, type SessionStatus } from "~/domain/sessions/sessions";
import { counted, longDateTimeAt, meetingTime } from "~/shared/format";
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
  const { session, meetings, now } = page;
  const { room, joiningLink } = session;
  return (
    <>
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
          { key: "How", value: modeInWords[session.mode] },
          ...(session.mode === "online" ? [] : [{ key: "Where", value: whereInFull(session) }]),
          ...(room
            ? [{ key: "Room", value: `${room.name}, holds ${counted(room.capacity, "person", "people")}` }]
            : []),
          ...(session.mode === "in person"
            ? []
            : [{ key: "Joining link", value: joiningLink ?? "None yet" }]),
          { key: "Places", value: placesTaken(page) },
          { key: "Booking", value: bookingInWords(page) },
        ]}
      />
      <Deeds page={page} />
    </>
  );
}

const whereInFull = ({ venue }: ManagedPage["session"]) =>
  venue ? `${venue.name}, ${venue.address}, ${venue.postcode}` : "Venue to be confirmed";

function placesTaken({ session, taken, takenOnline }: ManagedPage): string {
  if (session.onlineCapacity === null) return `${taken} of ${session.capacity} taken`;
  return `${taken - takenOnline} of ${session.capacity} taken in the room, ${takenOnline} of ${session.onlineCapacity} online`;
}

function bookingInWords({ session, now }: ManagedPage): string {
  const { opensAt, bookingClosesAt } = session;
  const opens = opensAt !== null && now < opensAt ? `Opens on ${longDateTimeAt(opensAt)}. ` : "";
  return `${opens}${now < bookingClosesAt ? "Closes" : "Closed"} on ${longDateTimeAt(bookingClosesAt)}`;
}

/** What can be done with a session as it stands. */
function Deeds({ page: { session, now } }: { page: ManagedPage }) {
  const over = session.status === "cancelled" || session.status === "delivered";
  const begun = now >= session.startsAt;
  const here = paths.manageSession(session.id);
  return (
    <>
      <form method="post" action={here} className="govuk-button-group">
        {session.status === "draft" && (
          <SubmitButton name="intent" value="publish">
            Publish this session
          </SubmitButton>
        )}
        {!over && (
          <ButtonLink href={paths.manageSessionEdit(session.id)} variant="secondary">
            Change
          </ButtonLink>
        )}
        <ButtonLink href={paths.manageSessionDuplicate(session.id)} variant="secondary">
          Duplicate
        </ButtonLink>
        <ButtonLink href={paths.manageSessionSeries(session.id)} variant="secondary">
          Repeat
        </ButtonLink>
        {!over && !begun && (
          <>
            <ButtonLink href={paths.manageSessionPostpone(session.id)} variant="secondary">
              Postpone
            </ButtonLink>
            {session.status === "published" && (
              <SubmitButton name="intent" value="close" variant="secondary">
                Close booking
              </SubmitButton>
            )}
            {session.status === "closed" && (
              <SubmitButton name="intent" value="reopen" variant="secondary">
                Open booking again
              </SubmitButton>
            )}
            <a className="govuk-link" href={paths.manageSessionCancel(session.id)}>
              Cancel the session
            </a>
          </>
        )}
      </form>
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
