// How somebody stands who scanned the code: marked already, or why they cannot mark themselves.
import type { readCheckIn } from "~/domain/bookings/bookings.server";
import { longDateTimeAt } from "~/shared/format";
import { paths } from "~/web/paths";

type Check = ReturnType<typeof readCheckIn>;

export function Standing({ check }: { check: Check }) {
  const { refusal, mark } = check;
  if (mark !== null)
    return (
      <p className="govuk-body">
        You are marked {mark}.{refusal === "marked already" && " Your trainer did that."} If it is wrong, tell
        your trainer.
      </p>
    );
  if (refusal === null) return null;
  return (
    <>
      <p className="govuk-body">{wordsFor(refusal, check)}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.session(check.sessionId)}>
          See this session
        </a>
      </p>
    </>
  );
}

function wordsFor(refusal: NonNullable<Check["refusal"]>, { opensAt }: Check): string {
  switch (refusal) {
    case "no place":
      return "You have no place on this session. If you are here for it, tell the trainer: they can add you.";
    case "not open yet":
      return `It is too early. You can check in from ${longDateTimeAt(opensAt)}.`;
    case "register finished":
      return "The trainer has finished the register. Tell them that you are here.";
    case "over":
      return "This meeting is over. If you were there, tell the trainer.";
    case "too late":
      return "The terms of booking say that this is too late to count as there. Speak to the trainer.";
    case "session cancelled":
      return "This session was cancelled.";
    case "not published":
    case "marked already":
      return "Tell the trainer that you are here.";
  }
}
