// How "My training" says where a session is and how a place stands.
import type { BookingState } from "~/domain/bookings/bookings";
import { plainDateAt } from "~/shared/format";

const standing: Partial<Record<BookingState, string>> = {
  requested: "Being checked: you have no place yet",
  confirmed: "Confirmed",
  waiting: "On the waiting list",
  offered: "Held for you until you answer",
};

type Place = {
  state: BookingState;
  approval: { askedOf: "line manager" | "agency lead"; answerBy: number } | null;
};

/** "Waiting for your line manager to agree, until 12 March 2027" */
export function placeInWords({ state, approval }: Place): string {
  if (state !== "awaiting approval") return standing[state] ?? "";
  if (!approval) return "Waiting for approval";
  return `Waiting for your ${approval.askedOf} to agree, until ${plainDateAt(approval.answerBy)}`;
}

type Where = {
  mode: "in person" | "online";
  venue: { name: string; room: string | null; address: string; postcode: string } | null;
  joiningLink: string | null;
};

export function WhereToGo({ mode, venue, joiningLink }: Where) {
  if (mode === "online") {
    return joiningLink ? (
      <a className="govuk-link" href={joiningLink}>
        Online: join here
      </a>
    ) : (
      <>Online</>
    );
  }
  if (!venue) return <>Venue to be confirmed</>;
  const { name, room, address, postcode } = venue;
  return (
    <>
      <span className="app-line">{[name, room, address, postcode].filter(Boolean).join(", ")}</span>
      <a
        className="govuk-link"
        href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(postcode)}`}
        rel="noreferrer"
      >
        Find it on a map<span className="govuk-visually-hidden"> (OpenStreetMap): {name}</span>
      </a>
    </>
  );
}
