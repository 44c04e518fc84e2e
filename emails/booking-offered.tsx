// To someone on the waiting list for whom a place is held until a time.
import { longDateTimeAt } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf, courseAndDate } from "./house";
import { BookingDetails, Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const bookingOffered: Template<"booking offered"> = {
  subject: (facts) => `A place is free for you: ${courseAndDate(facts)}`,
  letter: (facts, house) => {
    const until = longDateTimeAt(facts.offerEndsAt);
    return (
      <Layout
        house={house}
        heading="A place is free for you"
        opening={`Accept it by ${until}.`}
        name={facts.personName}
      >
        <Paragraph>A place has come free, and we are holding it for you.</Paragraph>
        <Paragraph>
          <strong>{`Accept it by ${until}.`}</strong> After that we offer it to the next person.
        </Paragraph>
        <BookingDetails facts={facts} />
        <MainLink href={addressOf(house, paths.offer(facts.bookingId))}>Accept or decline the place</MainLink>
        <Paragraph>
          You do not have the place until you accept it. If you no longer want it, please decline, so that the
          next person hears sooner.
        </Paragraph>
      </Layout>
    );
  },
};
