// What of a session's plan is another than before, as its letters say it.
import type { PlanBefore, PlanChange } from "~/domain/notifications/notifications";
import { listed, meetingTime } from "~/shared/format";

type Change = { changed: readonly PlanChange[]; before: PlanBefore };

const words: Record<PlanChange, string> = {
  title: "the title",
  when: "the time",
  where: "the place",
  link: "the joining link",
};

/** "the time and the place" */
export const changedInWords = ({ changed }: Change): string => listed(changed.map((what) => words[what]));

export function changeHeading({ changed }: Change): string {
  if (changed.includes("when")) return changed.includes("where") ? "New time and place" : "New time";
  if (changed.includes("where")) return "New place";
  return changed.includes("link") ? "New joining link" : "New title";
}

/** How it was, sentence by sentence; "" where only the joining link is new. */
export const beforeInWords = ({ changed, before }: Change): string =>
  [
    changed.includes("title") && before.title ? `It was called ${before.title}.` : "",
    changed.includes("when") ? `It was on ${before.meetings.map(meetingTime).join(", and on ")}.` : "",
    changed.includes("where")
      ? before.mode === "online"
        ? "It was online."
        : `It was at ${before.place}.`
      : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");

/** The joining link never stands in a calendar, so that alone is no news for it. */
export const isForCalendars = ({ changed }: Change): boolean => changed.some((what) => what !== "link");
