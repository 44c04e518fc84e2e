// The monthly news of the offer: what is new and has places, for those who asked, and nothing where nothing is new.
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { previewNews, sendOfferNews } from "~/domain/bookings/bookings.server";
import {
  issueDue,
  issueOf,
  mostListed,
  type NewsSession,
  newsFor,
} from "~/domain/bookings/letters/offer-news-rules";
import { chooseNews } from "~/domain/notifications/notifications.server";
import { publishSession } from "~/domain/sessions/sessions.server";
import { addDays, instantOf } from "~/shared/civil-time";
import { days } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { onlyForCoordinators } from "../sessions-commands/sessions-world";
import { contentOf, watch } from "../support-check/ledger";

const december = issueOf("2026-12");

describe("an issue", () => {
  test.each([
    ["2026-12", "2026-12-01"],
    ["2026-11", "2026-11-02"],
    // New Year's Day, a Friday, and the weekend after it.
    ["2027-01", "2027-01-04"],
    ["2027-04", "2027-04-01"],
    // May begins on a Saturday, and its first Monday is a bank holiday.
    ["2027-05", "2027-05-04"],
  ])("of %s leaves at nine on %s, the first working day", (month, date) => {
    expect(issueOf(month).at).toBe(instantOf(date, "09:00"));
    expect(issueDue(instantOf(date, "09:00"))?.month).toBe(month);
    expect(issueDue(instantOf(date, "08:59"))).toBe(null);
    expect(issueDue(instantOf(addDays(date, 2), "09:00"))).toBe(null);
  });

  test("calls new what came since the moment of the one before", () => {
    expect(december.since).toBe(issueOf("2026-11").at);
  });
});

describe("what is in it", () => {
  const session = (given: Partial<NewsSession>): NewsSession => ({
    ...{ sessionId: "s", courseTitle: "Neglect", date: "2026-12-08", startTime: "09:30", endTime: "16:30" },
    ...{ days: 1, where: "The Hall", left: 3, isNew: true, boards: ["KIDS"], theme: "neglect" },
    ...given,
  });

  test("is what was asked for: everything, a board or a theme", () => {
    const sessions = [
      session({ sessionId: "a" }),
      session({ sessionId: "b", boards: ["ADULT"], theme: "law" }),
    ];
    const idsFor = (...abouts: string[]) =>
      newsFor(sessions, abouts)?.sessions.map(({ sessionId }) => sessionId);
    expect(idsFor("all")).toEqual(["a", "b"]);
    expect(idsFor("board/KIDS")).toEqual(["a"]);
    expect(idsFor("theme/law")).toEqual(["b"]);
    expect(idsFor("board/KIDS", "theme/law", "board/ADULT")).toEqual(["a", "b"]);
    expect(idsFor("theme/none")).toBe(undefined);
  });

  test("is nothing where nothing is new, whatever has places", () => {
    expect(newsFor([session({ isNew: false })], ["all"])).toBe(null);
  });

  test("lists so many at most, the new ones for certain, in the order of their dates, and counts the rest", () => {
    const old = Array.from({ length: mostListed + 4 }, (_, n) =>
      session({ sessionId: `old ${n}`, isNew: false }),
    );
    const fresh = session({ sessionId: "new" });
    const news = newsFor([...old, fresh], ["all"]);
    expect(news?.sessions).toHaveLength(mostListed);
    expect(news?.sessions.at(-1)?.sessionId).toBe("new");
    expect(news?.more).toBe(5);
  });
});

/** Two sessions with places, a full one and a draft; two subscribers. The clock goes to the December issue. */
function newsWorld() {
  const world = makeWorld();
  world.clock.set(issueOf("2026-11").at - days(1));
  const on = (date: string, plan: object = {}) =>
    world.session({ capacity: 1, meetings: [{ date, startTime: "09:30", endTime: "16:30" }], ...plan });
  const old = on("2026-12-10");
  world.clock.set(issueOf("2026-11").at + days(5));
  const fresh = on("2026-12-14");
  const full = on("2026-12-15");
  world.book(full, world.person());
  const [ofKids, ofAdults] = [world.person({ name: "Kit" }), world.person({ name: "Ada" })];
  chooseNews(world.as(ofKids), ["board/KIDS", "theme/neglect"]);
  chooseNews(world.as(ofAdults), ["board/ADULT"]);
  world.clock.set(december.at);
  const send = () => {
    const since = watch(world);
    sendOfferNews(world.asSystem);
    return since().messages;
  };
  return { ...world, world, on, old, fresh, full, ofKids, ofAdults, send };
}

test("a subscriber gets one letter with what fits, frozen as it is; who asked for something without news gets none", () => {
  const world = newsWorld();
  const messages = world.send();
  expect(messages.map(({ kind, toPersonId, topic, key }) => [kind, toPersonId, topic, key])).toEqual([
    ["offer news", world.ofKids, "offer news", `offer news/${world.ofKids}/2026-12`],
  ]);
  expect(messages[0]?.facts).toMatchObject({
    personName: "Kit",
    month: "2026-12",
    about: ["Children's board", "Neglect"],
    sessions: [
      { sessionId: world.old, left: 1, isNew: false },
      { sessionId: world.fresh, left: 1, isNew: true, days: 1, where: "The Hall" },
    ],
    more: 0,
  });
});

test("again in the same month nothing is written, also where the worker forgot", () => {
  const world = newsWorld();
  expect(world.send()).toHaveLength(1);
  const before = contentOf(world.db);
  expect(world.send()).toEqual([]);
  expect(contentOf(world.db)).toBe(before);
  world.db.delete(world.tables.workerTurns).run();
  expect(world.send()).toEqual([]);
});

test("a draft of old that was published since is new; nothing new is no letter", () => {
  const world = newsWorld();
  world.db
    .update(world.tables.sessions)
    .set({ status: "draft", createdAt: 1 })
    .where(eq(world.tables.sessions.id, world.fresh))
    .run();
  expect(world.send()).toEqual([]);
  world.db.delete(world.tables.workerTurns).run();
  publishSession(world.as(world.coordinator), world.fresh);
  expect(world.send()).toHaveLength(1);
});

test("whoever left hears nothing", () => {
  const world = newsWorld();
  world.db
    .update(world.tables.people)
    .set({ disabledAt: 1 })
    .where(eq(world.tables.people.id, world.ofKids))
    .run();
  expect(world.send()).toEqual([]);
});

test("coordinators see the next issue as it stands, and how many asked for what; nobody else does", () => {
  const world = newsWorld();
  world.clock.set(december.at - days(3));
  const preview = previewNews(world.as(world.coordinator));
  expect(preview).toMatchObject({ month: "2026-12", at: december.at, letters: 1 });
  expect(
    preview.issues.map(({ about, subscribers, news }) => [about, subscribers, news?.sessions.length]),
  ).toEqual([
    ["all", 0, 2],
    ["board/KIDS", 1, 2],
    ["board/ADULT", 1, undefined],
    ["theme/neglect", 1, 2],
  ]);
  expect(JSON.stringify(preview)).not.toContain("Kit");
  onlyForCoordinators(world.world, (ctx) => previewNews(ctx));
  for (const ctx of [world.stranger, world.as(world.coordinator)])
    expect(() => sendOfferNews(ctx)).toThrow(Forbidden);
});
