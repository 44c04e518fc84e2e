// A person's own calendar, for whoever has its secret address: what they booked and what they teach.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { personalFeed } from "~/domain/bookings/bookings.server";
import { feedText, noteFeedUse, readFeedToken } from "~/domain/calendars/calendars.server";
import { NotFound } from "~/shared/problems";
import { enter } from "~/web/enter.server";
import { icalAnswer } from "~/web/ical-answer.server";
import { calendarAbout, refreshMinutes } from "~/web/offer-feed.server";
import { paths } from "~/web/paths";

export const handle = { access: "public" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const feed = readFeedToken(visit, args.params.token ?? "");
    // No challenge to sign in: calendar programs would ask for a password that there is not.
    if (!feed) throw new NotFound("calendar");
    noteFeedUse(visit, feed);
    const { organizer, ...about } = calendarAbout(visit);
    const { entries, changedAt } = personalFeed(visit, feed.personId, about);
    const text = feedText({
      name: `${organizer.name}: your sessions`,
      // No name: people paste these addresses where others see them.
      description: `What you booked and what you teach. To change a booking: ${visit.settings.publicUrl}${paths.my()}`,
      refreshMinutes,
      entries,
      organizer,
      busy: true,
    });
    return icalAnswer(args.request, { text, file: "your-training", changedAt, own: true });
  });
