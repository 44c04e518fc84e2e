// One session as a file to put into a calendar.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileText } from "~/domain/calendars/calendars.server";
import { sessionFeed } from "~/domain/sessions/sessions.server";
import { enter } from "~/web/enter.server";
import { icalAnswer } from "~/web/ical-answer.server";
import { calendarAbout } from "~/web/offer-feed.server";

export const handle = { access: "public" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { organizer, ...about } = calendarAbout(visit);
    const { entries, changedAt } = sessionFeed(visit, args.params.id ?? "", about);
    const text = fileText({ entries, organizer, busy: false });
    return icalAnswer(args.request, { text, file: "session", changedAt, own: false });
  });
