// To someone whose booking moved to another date: the old entry leaves their calendar, the new booking confirms itself.
import { longDateTimeAt } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf, courseAndDate } from "./house";
import { BookingDetails, Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const bookingMoved: Template<"booking moved"> = {
  subject: (facts) => `Your booking has moved: ${courseAndDate(facts)}`,
  letter: (facts, house) => (
    <Layout
      house={house}
      heading="Your booking has moved"
      opening={`You are now booked for ${longDateTimeAt(facts.toStartsAt)}.`}
      name={facts.personName}
    >
      <Paragraph>
        {`You are now booked for ${longDateTimeAt(facts.toStartsAt)}. We have sent you a confirmation of the new date.`}
      </Paragraph>
      <Paragraph>This is the booking that you no longer have:</Paragraph>
      <BookingDetails facts={facts} where={false} />
      {facts.wasConfirmed && (
        <Paragraph>
          The attached calendar update takes the old date out of your calendar. If it stays there, please
          delete it yourself.
        </Paragraph>
      )}
      <MainLink href={addressOf(house, paths.booking(facts.toBookingId))}>See your booking</MainLink>
    </Layout>
  ),
  calendar: (facts) => (facts.wasConfirmed ? { method: "CANCEL", facts } : null),
};
