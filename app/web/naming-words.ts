// Why somebody cannot be named for a place, or take a colleague's. Safe in a browser.
import type { NameRefusal, NamingWeighed } from "~/domain/bookings/bookings.server";
import { prerequisiteInWords } from "~/domain/catalogue/catalogue";

export const namingRefusals: Record<NameRefusal, string> = {
  "released already": "These places have gone back to everyone",
  "all named": "All of these places have a name already",
  "another agency": "They work for another agency",
  "already booked": "They have a booking for this session already",
  "agency not confirmed": "Their agency has not confirmed yet that they work there",
  "account closed": "Their account is closed",
  "prerequisites missing": "They have not done what the course asks for first",
  "outside the audience": "The course is meant for other work. They can ask for a place themselves",
  "needs approval":
    "This course asks for approval, and nobody approves their own place. Book it for yourself instead",
  "already started": "The session has begun",
  "session cancelled": "The session has been cancelled",
  "not live": "This place is not theirs any more",
};

/** Why this person cannot, with what is missing; null: they can. */
export const hindranceInWords = ({ hindrance, unmet }: NamingWeighed): string | null =>
  hindrance &&
  [
    `${namingRefusals[hindrance]}.`,
    ...(hindrance === "prerequisites missing"
      ? unmet.map((asked) => prerequisiteInWords(asked).replace(/^You need/, "They need"))
      : []),
  ].join(" ");
