// What would become of each line, and each refusal, in words.
import type { GroupChances, GroupLine, GroupStanding, HoldRefusal } from "~/domain/bookings/bookings.server";
import { prerequisiteInWords } from "~/domain/catalogue/catalogue";
import { counted, longDateTimeAt } from "~/shared/format";

/** Said of those who can be booked, beside their name. */
export const bookableInWords: Partial<Record<GroupStanding, string>> = {
  "can be booked": "Will be booked",
  "looked at first": "The course is meant for other work. A coordinator looks at it first and writes to them",
  "approved first": "Somebody else has to approve it: nobody approves their own place",
};

const hindranceInWords: Record<GroupStanding, string> = {
  "can be booked": "",
  "looked at first": "",
  "approved first": "",
  "another agency": "Not in your agency. Their own agency can book them.",
  "no account": "No account with your agency yet. Ask them to register with this address.",
  "already booked": "Has a booking for this session already.",
  "agency not confirmed":
    "Your agency has not confirmed yet that they work for you. You can do that on your team’s page.",
  "account closed": "Their account is closed.",
  "prerequisites missing": "Has not done what the course asks for first.",
  "no line manager": "Has to name their line manager first, who approves it.",
  "not open": "The session is not open for booking.",
  "not open yet": "Booking is not open yet.",
  "booking closed": "Booking has closed.",
  full: "There is no place left.",
};

/** Why somebody cannot be booked, each part a sentence. */
export const whyNot = ({ standing, unmet }: Pick<GroupLine, "standing" | "unmet">): string =>
  [
    hindranceInWords[standing],
    ...unmet.map((asked) => prerequisiteInWords(asked).replace(/^You need/, "They need")),
  ].join(" ");

export const modeInWords = { "in person": "In the room", online: "Online" } as const;

/** "4 places for your agency: 3 in the room and 1 online" */
export function placesInWords({ modes, waiting }: Pick<GroupChances, "modes" | "waiting">): string {
  const each = modes.map(({ mode, places }) =>
    `${counted(places, "place")} ${modes.length > 1 ? (mode === "online" ? "online" : "in the room") : ""}`.trim(),
  );
  const wait = waiting > 0 ? `. ${counted(waiting, "person waits", "people wait")}` : "";
  return `${each.join(" and ")} for your agency now${wait}`;
}

/** Why nobody can be booked onto it at all. */
export const windowInWords = ({ window, session }: Pick<GroupChances, "window" | "session">): string =>
  ({
    open: "",
    "not open": "This session is not open for booking.",
    "not open yet":
      session.opensAt === null
        ? "Booking is not open yet."
        : `Booking opens on ${longDateTimeAt(session.opensAt)}.`,
    "booking closed": "Booking for this session has closed.",
  })[window];

export const holdRefusals: Record<HoldRefusal, string> = {
  "no such mode": "Select in the room or online",
  "no places": "Enter how many places, as a number from 1 to 30",
  "not open": "This session is not open for booking",
  "not open yet": "Booking is not open yet",
  "booking closed": "Booking for this session has closed",
  full: "There are not so many places left. Enter a smaller number",
  "released already": "It is too late to reserve places. Book people by name",
  "more than half": "Your agency can reserve at most half of the places. Enter a smaller number",
  "after the start": "Places can be reserved only until the session starts",
};
