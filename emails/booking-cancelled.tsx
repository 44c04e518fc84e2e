// To someone whose booking has ended, by themselves or by us. A confirmed place is taken out of their calendar.
import type { MessageFacts } from "~/domain/notifications/notifications";
import { paths } from "~/web/paths";
import { callOffInWords } from "./call-off-words";
import { addressOf, courseAndDate } from "./house";
import { BookingDetails, Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const bookingCancelled: Template<"booking cancelled"> = {
  subject: (facts) => `${headingOf(facts)}: ${courseAndDate(facts)}`,
  letter: (facts, house) => (
    <Layout
      house={house}
      heading={headingOf(facts)}
      opening={`You no longer have a booking for ${courseAndDate(facts)}.`}
      name={facts.personName}
    >
      {facts.because && (
        <Paragraph>
          This training does not take place. {callOffInWords[facts.because.reason]} We are sorry. You are not
          charged.
        </Paragraph>
      )}
      <Paragraph>
        {facts.wasConfirmed
          ? "You no longer have a place on this training."
          : facts.because
            ? "You no longer have a booking for it."
            : "You are no longer waiting for a place on this training."}
        {facts.substituted && " A colleague goes in your place. You are not charged."}
      </Paragraph>
      <BookingDetails facts={facts} where={false} />
      {facts.wasConfirmed && (
        <Paragraph>
          The attached calendar update takes it out of your calendar. If it stays there, please delete it
          yourself.
        </Paragraph>
      )}
      {facts.because ? (
        <MainLink href={addressOf(house, paths.course(facts.because.courseSlug))}>
          See other dates of this course
        </MainLink>
      ) : (
        <>
          <MainLink href={addressOf(house, paths.courses())}>Find other training</MainLink>
          <Paragraph>If you did not expect this, please tell us. Our address is below.</Paragraph>
        </>
      )}
    </Layout>
  ),
  calendar: (facts) => (facts.wasConfirmed ? { method: "CANCEL", facts } : null),
};

function headingOf(facts: MessageFacts["booking cancelled"]): string {
  if (facts.because) return "This training does not take place";
  return facts.wasConfirmed ? "Your place is cancelled" : "You are off the waiting list";
}
