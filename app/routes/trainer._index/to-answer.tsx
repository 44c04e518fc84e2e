// Sessions that somebody is asked to teach and has not answered about.
import { NotificationBanner } from "~/components/notification-banner";
import { counted, longDate } from "~/shared/format";
import { paths } from "~/web/paths";

type Asked = { id: string; courseTitle: string; date: string };

export function ToAnswer({ sessions }: { sessions: Asked[] }) {
  if (sessions.length === 0) return null;
  return (
    <NotificationBanner
      kind="information"
      text={`Can you teach ${counted(sessions.length, "session")}? Please answer.`}
    >
      <ul className="govuk-list">
        {sessions.map((session) => (
          <li key={session.id}>
            <a className="govuk-notification-banner__link" href={paths.trainerSession(session.id)}>
              {session.courseTitle}, {longDate(session.date)}
            </a>
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );
}
