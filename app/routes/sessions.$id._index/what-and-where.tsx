// The first facts of a session: when, where, how many places, until when to book, and for whom.
import { SummaryList } from "~/components/summary-list";
import { counted, longDateTimeAt } from "~/shared/format";
import { placesInWords, SessionDates } from "~/web/session-result";
import type { ShownSession } from "./page-data.server";

export function WhatAndWhere({ session, audience }: { session: ShownSession; audience: string }) {
  const { minimum } = session;
  return (
    <SummaryList
      rows={[
        { key: "When", value: <SessionDates dates={session.dates} /> },
        { key: "Where", value: whereInFull(session) },
        ...(session.status === "cancelled"
          ? []
          : [
              {
                key: "Places",
                value: session.status === "published" ? placesInWords(session) : "Not open for booking",
              },
            ]),
        ...(session.status === "published" && !session.bookingClosed && !session.started
          ? [{ key: "Book by", value: longDateTimeAt(session.bookingClosesAt) }]
          : []),
        ...(minimum && session.status === "published"
          ? [
              {
                key: "Goes ahead",
                value: `If ${counted(minimum.minimum, "person has", "people have")} a place by ${longDateTimeAt(minimum.decideBy)}. We tell you if it does not.`,
              },
            ]
          : []),
        { key: "Who it is for", value: audience },
      ]}
    />
  );
}

const linkComes = "The joining link is shown once you have a place.";

function whereInFull({ mode, venue, room }: ShownSession): string {
  if (mode === "online") return `Online. ${linkComes}`;
  if (!venue) return "Venue to be confirmed";
  const place = [room?.name, venue.name, venue.address, venue.postcode].filter(Boolean).join(", ");
  return mode === "hybrid" ? `${place}. Or online: you choose when you book. ${linkComes}` : place;
}
