// The next session that somebody has a place in, or waits for.
import type { MyBooking } from "~/domain/bookings/bookings.server";
import { plainDate } from "~/shared/format";

const toCome = { confirmed: "", waiting: "On the waiting list", offered: "Offered a place" } as const;
type ToCome = keyof typeof toCome;
const isToCome = (state: string): state is ToCome => Object.hasOwn(toCome, state);

export type Next = { courseTitle: string; date: string | null; state: ToCome; more: number };

/** The link to join a session online is for whoever has the place, and stays out. */
export function nextOf(bookings: MyBooking[], now: number): Next | null {
  const coming = bookings.flatMap(({ courseTitle, state, endsAt, meetings }) =>
    isToCome(state) && endsAt >= now ? [{ courseTitle, state, date: meetings[0]?.date ?? null }] : [],
  );
  const [first] = coming;
  return first ? { ...first, more: coming.length - 1 } : null;
}

export function NextBooking({ next }: { next: Next | null }) {
  if (!next) return <>Nothing booked</>;
  return (
    <>
      <span className="app-line">{next.courseTitle}</span>
      <span className="app-line">{next.date && plainDate(next.date)}</span>
      {toCome[next.state] && <span className="app-line">{toCome[next.state]}</span>}
      {next.more > 0 && <span className="app-line">and {next.more} more</span>}
    </>
  );
}
