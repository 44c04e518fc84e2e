// What feeds, the calendar, the pages of messages and the worker ask of the database is found by indexes, however much there
// is. Looked at as it is asked, with the values it is asked with: a plan may depend on them.
import { expect, test } from "vitest";
import { cancelBooking, remindBooked } from "~/domain/bookings/bookings.server";
import { makeFeedAddress } from "~/domain/calendars/calendars.server";
import { messageStates } from "~/domain/notifications/notifications";
import { mailTray } from "~/domain/notifications/notifications.server";
import { addDays, instantOf } from "~/shared/civil-time";
import { minutes } from "~/shared/clock";
import { paths } from "~/web/paths";
import { runDue } from "~/worker.server";
import { siteOf } from "../domain/support-check/site";
import { testSettings } from "../support/web";
import { makeWorld, type World } from "../support/world";

type Statement = Record<"all" | "get" | "run", (...values: unknown[]) => unknown>;

/** Listens from now on. `stepsOf` does some work and gives each different step of its plans, as SQLite tells them. */
function listen({ db }: World) {
  const prepare = db.$client.prepare.bind(db.$client);
  let asked: (() => string[])[] = [];
  db.$client.prepare = ((text: string) => {
    const statement = prepare(text) as unknown as Statement;
    for (const way of ["all", "get", "run"] as const) {
      const run = statement[way].bind(statement);
      statement[way] = (...values) => {
        asked.push(() =>
          prepare(`explain query plan ${text}`)
            .all(...values)
            .map((step) => (step as { detail: string }).detail),
        );
        return run(...values);
      };
    }
    return statement;
  }) as unknown as typeof prepare;
  return async (work: () => Promise<unknown>): Promise<string[]> => {
    asked = [];
    await work();
    const plans = asked;
    asked = [];
    expect(plans.length).toBeGreaterThan(0);
    return [...new Set(plans.flatMap((plan) => plan()))];
  };
}

/** Walked whole, and no harm: lists that a partnership keeps short, and values that were handed over. */
const short = [
  /^SCAN (partnership|boards|themes|courses|course_boards|calendar_domain|worker_turns)( |$)/,
  /^SCAN (items|instruments|instrument_items)( |$)/,
  /^SCAN (CONSTANT ROW|\(subquery-\d+\)|\w+ VIRTUAL TABLE)/,
];
/** An index of those few that still have to do with anything. */
const ofFew = [
  /^SCAN outbox USING INDEX (outbox_due|outbox_troubled)$/,
  /^SCAN delivery_reports USING (COVERING )?INDEX delivery_reports_back$/,
];

const walked = (steps: string[], besides: RegExp[] = []) =>
  steps.filter(
    (step) => step.startsWith("SCAN ") && ![...short, ...ofFew, ...besides].some((known) => known.test(step)),
  );

/** A course of two days with a trainer who is asked, two who have a place, one of them with a calendar of their own. */
function busy() {
  const world = makeWorld();
  const stepsOf = listen(world);
  const site = siteOf(world);
  const day = (after: number) => ({
    date: addDays(world.today, after),
    startTime: "09:30",
    endTime: "16:30",
  });
  const sessionId = world.session({ meetings: [day(14), day(21)] });
  world.assign(sessionId, world.trainer(), { asked: true });
  const [ann, bob, cat] = [world.person({ name: "Ann" }), world.person(), world.person()];
  const bookingId = world.book(sessionId, ann);
  for (const other of [bob, cat]) world.book(sessionId, other);
  const { token } = makeFeedAddress(world.as(ann), testSettings.secret);
  const read = async (path: string, as?: string) => {
    expect([path, (await site(path, as === undefined ? {} : { as })).status]).toEqual([path, 200]);
  };
  const { db, clock, ids } = world;
  const turn = () => runDue({ db, clock, ids, settings: testSettings, lettersAtMost: 100 }, mailTray);
  return { world, stepsOf, read, turn, sessionId, ann, bookingId, token };
}

test("feeds, files and the calendar", async () => {
  const { stepsOf, read, sessionId, ann, bookingId, token } = busy();
  const pages: [path: string, as?: string][] = [
    ["/feeds/all.ics"],
    ["/feeds/board/KIDS.ics"],
    ["/feeds/theme/neglect.ics"],
    [paths.myFeed(token)],
    [paths.bookingCalendar(bookingId), ann],
    [`/sessions/${sessionId}/calendar.ics`],
    ["/calendar"],
    ["/calendar?as=list&board=KIDS"],
    ["/calendar/subscribe", ann],
  ];
  for (const [path, as] of pages)
    expect([path, walked(await stepsOf(() => read(path, as)))]).toEqual([path, []]);
});

test("somebody's own messages, and the page of all messages, by whatever filter", async () => {
  const { world, stepsOf, read, turn, sessionId, ann } = busy();
  await turn();
  expect(walked(await stepsOf(() => read("/my/account/messages", ann)))).toEqual([]);
  const found = async (query: string) => stepsOf(() => read(`/manage/messages?${query}`, world.coordinator));
  for (const state of messageStates) {
    const steps = await found(`state=${state}`);
    // From the newest on until a page is full: nearly every one fits.
    const newestFirst = state === "all" || state === "sent" ? [/^SCAN outbox$/] : [];
    expect([state, walked(steps, newestFirst)]).toEqual([state, []]);
    if (!["back", "waiting"].includes(state))
      expect([state, steps.filter((step) => step.includes("TEMP B-TREE"))]).toEqual([state, []]);
  }
  for (const query of [
    "state=all&kind=welcome",
    "state=sent&kind=welcome",
    "state=failed&kind=welcome",
    `state=all&session=${sessionId}`,
    `state=all&person=${ann}`,
  ])
    expect([query, walked(await found(query))]).toEqual([query, []]);
  // A part of a name can stand anywhere in it: people are looked through, their letters are not.
  expect(walked(await found("state=all&who=ann"), [/^SCAN people$/])).toEqual([]);
});

test("a turn of the worker, with nothing to do and with much", async () => {
  const { world, stepsOf, turn, ann, bookingId } = busy();
  // A register for each day of training; which of them were finished lately decides what figures are worked out again.
  const registers = [/^SCAN registers$/];
  // The first looks at everything, once: it knows of no look before it.
  await turn();
  world.clock.forward(minutes(1));
  expect(walked(await stepsOf(turn), registers)).toEqual([]);
  cancelBooking(world.as(ann), { bookingId });
  expect(walked(await stepsOf(turn), registers)).toEqual([]);
  world.clock.set(instantOf(addDays(world.today, 13), "09:00"));
  expect(walked(await stepsOf(async () => remindBooked(world.asSystem)))).toEqual([]);
});

test.each([
  ["outbox_by_person", "/my/account/messages", "SCAN outbox"],
  ["outbox_by_kind", "/manage/messages?state=all&kind=welcome", "SCAN outbox"],
  ["meetings_by_start", "/calendar", "SCAN meetings"],
])("control: without the index %s, %s would be seen to walk", async (index, path, walk) => {
  const { world, stepsOf, read } = busy();
  world.db.$client.exec(`drop index ${index}`);
  const found = walked(await stepsOf(() => read(path, world.coordinator)));
  expect(found.join("; ")).toContain(walk);
});
