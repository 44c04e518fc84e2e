// To someone whose booking has ended, by themselves or by us. A confirmed place is taken out of their calendar.
import { paths } from "~/web/paths";
import { addressOf, courseAndDate } from "./house";
import { BookingDetails, Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const bookingCancelled: Template<"booking cancelled"> = {
  subject: (facts) =>
    `${facts.wasConfirmed ? "Your place is cancelled" : "You are off the waiting list"}: ${courseAndDate(facts)}`,
  letter: (facts, house) => (
    <Layout
      house={house}
      heading={facts.wasConfirmed ? "Your place is cancelled" : "You are off the waiting list"}
      opening={`You no longer have a booking for ${courseAndDate(facts)}.`}
      name={facts.personName}
    >
      <Paragraph>
        {facts.wasConfirmed
          ? "You no longer have a place on this training."
          : "You are no longer waiting for a place on this training."}
      </Paragraph>
      <BookingDetails facts={facts} where={false} />
      {facts.wasConfirmed && (
        <Paragraph>
          The attached calendar update takes it out of your calendar. If it stays there, please delete it
          yourself.
        </Paragraph>
      )}
      <MainLink href={addressOf(house, paths.courses())}>Find other training</MainLink>
      <Paragraph>If you did not expect this, please tell us. Our address is below.</Paragraph>
    </Layout>
  ),
  calendar: (facts) => (facts.wasConfirmed ? { method: "CANCEL", facts } : null),
};
