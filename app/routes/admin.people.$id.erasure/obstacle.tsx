// What has to be settled before a person can be erased, and the way to do it.
import { InsetText } from "~/components/inset-text";
import { SubmitButton } from "~/components/submit-button";
import type { ErasureRefusal, ErasureStanding } from "~/domain/personal-data/personal-data";
import { counted, plainDateAt } from "~/shared/format";
import { paths } from "~/web/paths";
import { refusalInWords } from "./refusals";

export function Obstacle({ obstacle, standing }: { obstacle: ErasureRefusal; standing: ErasureStanding }) {
  return (
    <>
      <InsetText>{refusalInWords[obstacle]}</InsetText>
      {standing.mergedIntoId !== null && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.adminErasure(standing.mergedIntoId)}>
            Go to the account that took it over
          </a>
        </p>
      )}
      <Teaching teaches={standing.teaches} />
      <Bookings standing={standing} />
    </>
  );
}

function Teaching({ teaches }: Pick<ErasureStanding, "teaches">) {
  if (teaches.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Sessions they teach</h2>
      <ul className="govuk-list govuk-list--bullet">
        {teaches.map(({ sessionId, courseTitle, startsAt }) => (
          <li key={sessionId}>
            <a className="govuk-link" href={paths.session(sessionId)}>
              {courseTitle}, {plainDateAt(startsAt)}
            </a>
          </li>
        ))}
      </ul>
      <p className="govuk-body">A coordinator can change who teaches, on the session’s own page.</p>
    </>
  );
}

function Bookings({ standing }: { standing: ErasureStanding }) {
  const { bookings, personId } = standing;
  const open = bookings.filter(({ begun }) => !begun);
  if (bookings.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Bookings to come</h2>
      <ul className="govuk-list govuk-list--bullet">
        {bookings.map(({ id, courseTitle, startsAt, state, begun }) => (
          <li key={id}>
            {courseTitle}, {plainDateAt(startsAt)}: {state}
            {begun && ". It has begun, so it cannot be cancelled. Come back when it is over"}
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <form method="post" action={paths.adminErasure(personId)} noValidate>
          <p className="govuk-body">
            They get an email about each. Their places go to the people who have waited longest.
          </p>
          <SubmitButton name="intent" value="cancel" variant="warning">
            {`Cancel ${counted(open.length, "booking")}`}
          </SubmitButton>
        </form>
      )}
    </>
  );
}
