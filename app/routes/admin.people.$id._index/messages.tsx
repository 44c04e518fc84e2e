// What they were sent lately and how it fared, and whether mail reaches them at all.
import { InsetText } from "~/components/inset-text";
import { plainDateAt } from "~/shared/format";
import { LettersTable } from "~/web/letters-table";
import { paths } from "~/web/paths";
import type { PersonPage } from "./route";

const whyStopped: Record<NonNullable<PersonPage["reach"]>["because"], string> = {
  bounced: "Email to this address came back",
  complained: "An email was called unwanted at this address",
};

export function Messages({ page: { messages, reach, person, may } }: { page: PersonPage }) {
  return (
    <section id="messages">
      {messages.length > 0 ? (
        <LettersTable letters={messages} caption="Latest messages" />
      ) : (
        <>
          <h2 className="govuk-heading-m">Messages</h2>
          <p className="govuk-body">Nothing has been sent to them.</p>
        </>
      )}
      {reach && (
        <InsetText>
          {whyStopped[reach.because]} on {plainDateAt(reach.since)}. Optional email does not go there until
          they say that it works again.
        </InsetText>
      )}
      {may.openBookings && messages.length > 0 && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.manageMessages({ person: person.id, state: "all" })}>
            All messages to them
          </a>
        </p>
      )}
    </section>
  );
}
