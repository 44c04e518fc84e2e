// One's own booking as a file to put into a calendar: the entries of the invitation, for whom it did not reach.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { bookingFeed } from "~/domain/bookings/bookings.server";
import { fileText } from "~/domain/calendars/calendars.server";
import { enter } from "~/web/enter.server";
import { icalAnswer } from "~/web/ical-answer.server";
import { calendarAbout } from "~/web/offer-feed.server";

export const handle = { access: "signed in" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { organizer, ...about } = calendarAbout(visit);
    const { entries, changedAt } = bookingFeed(visit, args.params.id ?? "", about);
    const text = fileText({ entries, organizer, busy: true });
    return icalAnswer(args.request, { text, file: "booking", changedAt, own: true });
  });
