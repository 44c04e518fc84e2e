// Registers of meetings that are over: attendance counts only once they are finished.
import { NotificationBanner } from "~/components/notification-banner";
import { counted, longDate } from "~/shared/format";
import { paths } from "~/web/paths";

type Unfinished = { meetingId: string; date: string; courseTitle: string };

export function RegistersToFinish({ registers }: { registers: Unfinished[] }) {
  if (registers.length === 0) return null;
  return (
    <NotificationBanner
      kind="information"
      text={`${counted(registers.length, "register is", "registers are")} not finished`}
    >
      <p className="govuk-body">Learners are asked what they thought only after the register is finished.</p>
      <ul className="govuk-list">
        {registers.map((register) => (
          <li key={register.meetingId}>
            <a className="govuk-notification-banner__link" href={paths.trainerRegister(register.meetingId)}>
              {register.courseTitle}, {longDate(register.date)}
            </a>
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );
}
