// To someone whose booking was not approved, or could not be accepted.
import type { MessageFacts } from "~/domain/notifications/notifications";
import { paths } from "~/web/paths";
import { addressOf, courseAndDate } from "./house";
import { BookingDetails, MainLink, TypedText } from "./layout";
import type { Template } from "./template";

const because: Record<MessageFacts["booking declined"]["because"], string> = {
  approval: "It was not approved.",
  "no answer": "It needed approval, and nobody answered in time.",
  request: "A coordinator looked at it. It does not fit what the course asks for.",
};

export const bookingDeclined: Template<"booking declined"> = {
  words: {
    subject: "You do not have a place: {{courseAndDate}}",
    heading: "You do not have a place",
    body: `You asked for a place on this training. {{why}}

{{note}}

{{details}}

{{next}}

{{courses}}`,
  },
  opening: "{{why}}",
  values: (facts) => ({
    courseAndDate: courseAndDate(facts),
    why: because[facts.because],
    next:
      facts.because === "request"
        ? "If you think that is wrong, please tell us. Our address is below."
        : "Please talk to whoever approves your training. You can book again while booking is open.",
  }),
  pieces: (facts, house) => ({
    note: facts.note ? <TypedText>{`What they say: ${facts.note}`}</TypedText> : null,
    details: <BookingDetails facts={facts} where={false} />,
    courses: <MainLink href={addressOf(house, paths.courses())}>Find other training</MainLink>,
  }),
  needed: ["why", "note", "details", "next"],
};
