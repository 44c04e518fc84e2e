// A place for somebody whose turn it is not: who is passed over, and why it is done.
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { InsetText } from "~/components/inset-text";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import type { FormState } from "~/shared/form-state";
import { counted, longDate } from "~/shared/format";
import { paths } from "~/web/paths";
import type { QueuePage } from "./route";

export function OutOfTurn({ page, form }: { page: QueuePage; form?: FormState }) {
  const { chosen, queue } = page;
  const back = paths.manageQueue(page.sessionId);
  const turn = chosen?.position ?? 0;
  const passed = queue.entries.filter(({ position }) => position !== null && position < turn);
  const noneFree = chosen !== null && !chosen.placeFree;
  return (
    <>
      <BackLink href={back} text="Waiting list" />
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">
          {page.courseTitle}, {longDate(page.firstDay)}
        </span>
        {chosen ? `Offer ${chosen.personName} a place out of turn` : "Offer a place out of turn"}
      </h1>
      {!chosen && <p className="govuk-body">They do not wait for this session any more.</p>}
      {chosen && noneFree && (
        <InsetText>
          No place is free for them now. One has to come free first, or the session needs more places.
        </InsetText>
      )}
      {chosen && !noneFree && (
        <>
          {passed.length === 0 ? (
            <p className="govuk-body">It is their turn: nobody is passed over.</p>
          ) : (
            <>
              <p className="govuk-body">
                Their turn is number {turn}. This passes over {counted(passed.length, "person", "people")}:
              </p>
              <ul className="govuk-list govuk-list--bullet">
                {passed.map((entry) => (
                  <li key={entry.bookingId}>
                    {entry.personName}, {entry.agencyName}: {entry.reason}
                  </li>
                ))}
              </ul>
            </>
          )}
          <form
            method="post"
            action={paths.manageQueue(page.sessionId, { offer: chosen.bookingId })}
            noValidate
          >
            <input type="hidden" name="bookingId" value={chosen.bookingId} />
            <TextArea
              name="reason"
              label="Why are they offered a place out of turn?"
              hint="It is kept with the offer, with your name and the queue as it is now. Do not write about health or family."
              rows={3}
              form={form}
            />
            <SubmitButton>Offer the place</SubmitButton>
          </form>
        </>
      )}
    </>
  );
}
