// To someone who has joined the waiting list.
import { counted } from "~/shared/format";
import { bookingPage, courseAndDate } from "./house";
import { BookingDetails, MainLink } from "./layout";
import type { Template } from "./template";

export const bookingWaiting: Template<"booking waiting"> = {
  words: {
    subject: "You are on the waiting list: {{courseAndDate}}",
    heading: "You are on the waiting list",
    body: `This training is full, so you do not have a place yet. {{turn}}

{{details}}

If a place comes free and you are next, we hold it for you and email you. You then have a limited time to accept it.

{{booking}}

If you no longer want a place, please leave the list. Then the next person moves up.`,
  },
  opening: "You do not have a place yet on {{courseAndDate}}.",
  values: (facts) => ({ courseAndDate: courseAndDate(facts), turn: turnOf(facts.position) }),
  pieces: (facts, house) => ({
    details: <BookingDetails facts={facts} />,
    booking: <MainLink href={bookingPage(house, facts)}>See your booking or leave the list</MainLink>,
  }),
  needed: ["turn", "details", "booking"],
};

const turnOf = (position: number): string =>
  position > 1
    ? `There ${position === 2 ? "is" : "are"} ${counted(position - 1, "person", "people")} ahead of you.`
    : "You are first on the waiting list.";
