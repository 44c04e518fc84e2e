// What the three forms of the page do; each is whole in itself, so what was not ticked is not wanted.
import type { Context } from "~/domain/context";
import { holds } from "~/domain/context";
import {
  chooseNews,
  chooseTopics,
  type Topic,
  trustAddress,
} from "~/domain/notifications/notifications.server";

/** What a person is offered to stop. News is chosen by what it is about, and the weekly summary goes to agency leads. */
export const topicsFor = (isLead: boolean): Topic[] => [
  "evaluation reminders",
  "renewals",
  ...(isLead ? (["weekly digest"] as const) : []),
];

const text = (value: FormDataEntryValue) => (typeof value === "string" ? value : "");

/** @returns what was done, for the address that the form leads to; "" for a form that is none of ours */
export function act(ctx: Context, posted: FormData): "topics" | "news" | "works" | "" {
  const intent = posted.get("intent");
  if (intent === "topics") {
    const ticked = posted.getAll("topics").map(text);
    const shown = topicsFor(holds(ctx.actor, "agency_lead"));
    chooseTopics(ctx, { shown, wanted: shown.filter((topic) => ticked.includes(topic)) });
    return "topics";
  }
  if (intent === "news") {
    chooseNews(ctx, posted.getAll("news").map(text));
    return "news";
  }
  if (intent === "works") {
    trustAddress(ctx);
    return "works";
  }
  return "";
}
