// How far the register is: who is still to mark, or when it was finished and what comes next.
import { InsetText } from "~/components/inset-text";
import { NotificationBanner } from "~/components/notification-banner";
import { counted, longDateTimeAt, meetingTime, plainTime } from "~/shared/format";
import { paths } from "~/web/paths";
import type { RegisterPage } from "./route";

export function RegisterStanding({ page, refused }: { page: RegisterPage; refused: boolean }) {
  const unmarked = page.people.filter((person) => person.mark === null).length;
  const stillOpen = page.others.find((other) => other.registerTakenAt === null);
  return (
    <>
      {page.saved && !refused && (
        <NotificationBanner
          kind="success"
          text={page.saved === "saved" ? savedInWords(unmarked) : page.saved}
        />
      )}
      {page.takenAt !== null ? (
        <InsetText>
          This register was finished on {longDateTimeAt(page.takenAt)}. You can still put a mark right below.
        </InsetText>
      ) : (
        page.people.length > 0 && (
          <p className="govuk-body govuk-!-font-weight-bold" id="standing">
            {standingInWords(unmarked, page.people.length)}
          </p>
        )
      )}
      {page.takenAt === null && page.lateUntil !== null && (
        <p className="govuk-body">
          Under the terms of booking, somebody who arrives after {plainTime(page.lateUntil)} counts as absent.
        </p>
      )}
      {page.takenAt !== null && stillOpen && (
        <p className="govuk-body">
          The end evaluation opens when every register is finished. Still to do:{" "}
          <a className="govuk-link" href={paths.trainerRegister(stillOpen.id)}>
            meeting {stillOpen.number}, {meetingTime(stillOpen)}
          </a>
        </p>
      )}
    </>
  );
}

function savedInWords(unmarked: number): string {
  if (unmarked === 0) return "Saved. Everyone is marked.";
  return `Saved. ${counted(unmarked, "person is", "people are")} still to mark.`;
}

function standingInWords(unmarked: number, people: number): string {
  if (unmarked === 0) return "Everyone is marked. Finish the register when the marks are right.";
  if (unmarked === people) return `${counted(people, "person", "people")} to mark.`;
  return `${unmarked} of ${people} people not marked when you last saved.`;
}
