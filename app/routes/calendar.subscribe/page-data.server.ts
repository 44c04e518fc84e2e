// What can be subscribed to, the address of what was chosen, and the signed-in person's own.
import { type FeedAddress, readFeedAddress } from "~/domain/calendars/calendars.server";
import { listOfferedNames } from "~/domain/catalogue/catalogue.server";
import { longDateTimeAt, plainDateAt } from "~/shared/format";
import { everything, findSubscription } from "~/web/calendar-subscriptions";
import { doneIn } from "~/web/done";
import type { Visit } from "~/web/enter.server";
import { readOfferChoices } from "~/web/offer-choices.server";
import { paths } from "~/web/paths";

const doneInWords = {
  made: "Your calendar address is ready",
  replaced: "You have a new secret address. The old one no longer works",
  ended: "Your calendar address no longer works",
};

export function readSubscribePage(visit: Visit) {
  const { settings, url } = visit;
  const choices = {
    ...readOfferChoices(visit),
    courses: listOfferedNames(visit).map(({ slug, title }) => ({ slug, name: title })),
  };
  const asked = url.searchParams.get("of");
  // All training needs no choosing: its address is there at once.
  const chosen = findSubscription(asked ?? everything.value, choices);
  return {
    choices,
    asked: asked !== null,
    chosen: chosen && {
      value: chosen.value,
      named: chosen.named,
      address: settings.publicUrl + chosen.path,
    },
    own:
      visit.person === null
        ? ({ state: "stranger" } as const)
        : shownFeed(readFeedAddress(visit, settings.secret), settings.publicUrl),
    done: visit.person === null ? null : doneIn(doneInWords, url.searchParams),
  };
}

const shownFeed = (feed: FeedAddress | null, publicUrl: string) =>
  feed === null
    ? ({ state: "none" } as const)
    : ({
        state: "made",
        address: publicUrl + paths.myFeed(feed.token),
        madeOn: plainDateAt(feed.createdAt),
        lastUsed: feed.lastUsedAt === null ? null : longDateTimeAt(feed.lastUsedAt),
      } as const);

export type SubscribePage = ReturnType<typeof readSubscribePage>;
