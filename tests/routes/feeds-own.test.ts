// A person's own calendar, by its secret address: what a calendar program sees at each step, beside their letters.
import { outbox, people } from "db/schema";
import { asc, eq } from "drizzle-orm";
import { componentsOf, valuesOf } from "tests/domain/calendars/support";
import { problemsOf } from "tests/domain/calendars/validator/validate";
import { makeWorld } from "tests/support/world";
import { frontOf, productionEnvironment } from "tests/web/front";
import { describe, expect, test } from "vitest";
import { callOffSession, cancelBooking, changeSession } from "~/domain/bookings/bookings.server";
import { makeFeedAddress, replaceFeedAddress } from "~/domain/calendars/calendars.server";
import { mailTray } from "~/domain/notifications/notifications.server";
import { planOf, readSession } from "~/domain/sessions/sessions.server";
import { readSettings } from "~/settings.server";
import { addDays, instantOf } from "~/shared/civil-time";
import { minutes } from "~/shared/clock";
import { paths } from "~/web/paths";
import { withoutSecrets } from "~/web/without-secrets";
import { runDue } from "~/worker.server";

const settings = readSettings(productionEnvironment);

function setting() {
  const world = makeWorld();
  const ask = frontOf(world);
  const person = world.person({ name: "Robin Reader" });
  const ctx = world.as(person);
  const { token } = makeFeedAddress(ctx, settings.secret);
  const feed = async () => {
    const { status, text } = await ask(paths.myFeed(token));
    if (status !== 200) throw new Error(`The feed answered ${status}.`);
    expect(problemsOf(text)).toEqual([]);
    return text;
  };
  /** The newest calendar part that a letter to them brought. */
  const letter = async () => {
    await runDue({ ...world, settings }, mailTray);
    const rows = world.db
      .select()
      .from(outbox)
      .where(eq(outbox.toPersonId, person))
      .orderBy(asc(outbox.createdAt))
      .all();
    return rows.flatMap(({ calendar }) => (calendar ? [calendar] : [])).at(-1) ?? "";
  };
  const coordinator = world.as(world.coordinator);
  const move = (sessionId: string, later: number) => {
    const plan = planOf(readSession(world, sessionId));
    const meetings = plan.meetings.map((meeting) => ({ ...meeting, date: addDays(meeting.date, later) }));
    return changeSession(coordinator, { sessionId, plan: { ...plan, meetings } });
  };
  const cancel = (bookingId: string) => cancelBooking(ctx, { bookingId });
  return { ...world, ask, me: person, ctx, token, feed, letter, coordinator, move, cancel };
}

/** What a program goes by, of one entry. */
const known = (text: string) =>
  ["uid", "sequence", "dtstart", "summary", "status", "location"].map((name) => valuesOf(text, name));
const withoutMark = (text: string) => text.replaceAll("SUMMARY:CANCELLED: ", "SUMMARY:");

describe("book, change the time, cancel", () => {
  test("feed and letter tell of one and the same entry at each step: complaints 10, 11 and 13", async () => {
    const { session, book, me, feed, letter, move, cancel, clock } = setting();
    expect(valuesOf(await feed(), "uid")).toEqual([]);
    const sessionId = session();
    const bookingId = book(sessionId, me);
    const [invited, booked] = [await letter(), await feed()];
    expect(invited).toContain("METHOD:REQUEST\r\n");
    expect(known(booked)).toEqual(known(invited));
    expect(valuesOf(booked, "status")).toEqual(["CONFIRMED"]);

    clock.forward(minutes(5));
    expect(move(sessionId, 1)).toMatchObject({ ok: true });
    const moved = await feed();
    // The letter is held for a while, in case there is more to change.
    clock.forward(minutes(15));
    const update = await letter();
    expect(update).toContain("METHOD:REQUEST\r\n");
    expect(known(moved)).toEqual(known(update));
    expect(valuesOf(moved, "uid")).toEqual(valuesOf(booked, "uid"));
    expect(Number(valuesOf(moved, "sequence")[0])).toBeGreaterThan(Number(valuesOf(booked, "sequence")[0]));
    expect(valuesOf(moved, "dtstart")).not.toEqual(valuesOf(booked, "dtstart"));

    clock.forward(minutes(5));
    expect(cancel(bookingId)).toMatchObject({ ok: true });
    const [withdrawn, cancelled] = [await letter(), await feed()];
    expect(withdrawn).toContain("METHOD:CANCEL\r\n");
    expect(valuesOf(cancelled, "summary")).toEqual(["CANCELLED: Neglect"]);
    expect(known(withoutMark(cancelled))).toEqual(known(withdrawn));
    expect(valuesOf(cancelled, "uid")).toEqual(valuesOf(booked, "uid"));
    expect(Number(valuesOf(cancelled, "sequence")[0])).toBeGreaterThan(
      Number(valuesOf(moved, "sequence")[0]),
    );

    // The day after it would have been it is still there to be seen; then it is gone.
    clock.set(instantOf("2026-11-19", "23:59"));
    expect(valuesOf(await feed(), "uid")).toHaveLength(1);
    clock.forward(minutes(1));
    expect(valuesOf(await feed(), "uid")).toEqual([]);
  });

  test("one place given up says nothing to anybody else: complaint 12", async () => {
    const { session, book, person, feed, me, as } = setting();
    const sessionId = session();
    const other = person({ name: "Another Person" });
    book(sessionId, me);
    const before = await feed();
    const theirs = book(sessionId, other);
    cancelBooking(as(other), { bookingId: theirs });
    expect(await feed()).toBe(before);
  });

  test("a session called off is cancelled in each feed, under the same name", async () => {
    const { session, book, feed, me, coordinator } = setting();
    const sessionId = session();
    book(sessionId, me);
    const before = await feed();
    callOffSession(coordinator, { sessionId, reason: "no trainer" });
    const after = await feed();
    expect(valuesOf(after, "uid")).toEqual(valuesOf(before, "uid"));
    expect(valuesOf(after, "status")).toEqual(["CANCELLED"]);
  });

  test("whoever cancels and books again has the place, and only it", async () => {
    const { session, book, feed, me, cancel } = setting();
    const sessionId = session();
    cancel(book(sessionId, me));
    book(sessionId, me);
    expect(valuesOf(await feed(), "status")).toEqual(["CONFIRMED"]);
  });
});

describe("what is in one's own calendar", () => {
  test("no place that is only waited for, and none of anybody else", async () => {
    const { session, book, person, feed, me, cancel } = setting();
    const full = session({ capacity: 1 });
    book(full, person());
    const waiting = book(full, me);
    expect(valuesOf(await feed(), "uid")).toEqual([]);
    cancel(waiting);
    expect(valuesOf(await feed(), "uid")).toEqual([]);
  });

  test("no name, no joining link, and the way to the page that has it", async () => {
    const { session, book, feed, me, trainer, assign, person } = setting();
    const link = "https://video.example.org/join/secret";
    const sessionId = session({ mode: "online", venueId: null, joiningLink: link });
    assign(sessionId, trainer("Tess Teacher"));
    book(sessionId, me);
    book(sessionId, person({ name: "Another Person" }));
    const text = (await feed()).replaceAll("\r\n ", "");
    expect(text).not.toMatch(/Tess|Another|Robin|video\.example|ATTENDEE/);
    expect(text).toContain("The joining link is on your booking page.");
  });

  test("what they teach: asked, agreed, called off", async () => {
    const { session, feed, trainer, assign, as, ask, coordinator } = setting();
    const teacher = trainer();
    const { token } = makeFeedAddress(as(teacher), settings.secret);
    const theirs = async () => (await ask(paths.myFeed(token))).text;
    const first = session();
    assign(first, teacher, { asked: true });
    expect(valuesOf(await theirs(), "status")).toEqual(["TENTATIVE"]);
    expect(valuesOf(await theirs(), "summary")).toEqual(["Teaching: Neglect"]);
    const second = session({ meetings: [{ date: "2026-12-01", startTime: "09:30", endTime: "16:30" }] });
    assign(second, teacher);
    expect(valuesOf(await theirs(), "status")).toEqual(["TENTATIVE", "CONFIRMED"]);
    callOffSession(coordinator, { sessionId: second, reason: "no venue" });
    expect(valuesOf(await theirs(), "status")).toEqual(["TENTATIVE", "CANCELLED"]);
    expect(problemsOf(await theirs())).toEqual([]);
    expect(valuesOf(await feed(), "uid")).toEqual([]);
  });

  test("no session that is a draft, even for who is to teach it", async () => {
    const { session, trainer, assign, as, ask } = setting();
    const teacher = trainer();
    const { token } = makeFeedAddress(as(teacher), settings.secret);
    assign(session({ status: "draft" }), teacher);
    expect(valuesOf((await ask(paths.myFeed(token))).text, "uid")).toEqual([]);
  });
});

describe("the secret address", () => {
  test("opens nothing once it was replaced or the account was disabled, and never asks to sign in", async () => {
    const { ask, token, ctx, db, me } = setting();
    expect((await ask(paths.myFeed(token))).status).toBe(200);
    const { token: next } = replaceFeedAddress(ctx, settings.secret);
    expect((await ask(paths.myFeed(token))).status).toBe(404);
    db.update(people).set({ disabledAt: 1 }).where(eq(people.id, me)).run();
    expect((await ask(paths.myFeed(next))).status).toBe(404);
  });

  test("is kept by nothing between, indexed by nobody, and in no log", async () => {
    const { ask, token } = setting();
    const { headers } = await ask(paths.myFeed(token));
    expect(headers).toMatchObject({ "cache-control": "private, no-cache", "x-robots-tag": "noindex" });
    for (const path of [paths.myFeed(token), paths.myFeed(token).toUpperCase(), `/${paths.myFeed(token)}`])
      expect(withoutSecrets(path).toLowerCase()).toBe("/feeds/my/[secret]");
  });

  test("answers 304, HEAD, and writes only now and then that it was asked for", async () => {
    const { ask, token, session, book, me, db, clock, ids } = setting();
    book(session(), me);
    const { headers } = await ask(paths.myFeed(token));
    for (const conditions of [
      { "If-None-Match": headers.etag ?? "" },
      { "If-Modified-Since": headers["last-modified"] ?? "" },
    ] as Record<string, string>[])
      expect(await ask(paths.myFeed(token), { headers: conditions })).toMatchObject({
        status: 304,
        text: "",
      });
    expect(await ask(paths.myFeed(token), { method: "HEAD" })).toMatchObject({ status: 200, text: "" });
    const used = () => db.$client.prepare("select last_used_at from calendar_feeds").pluck().get();
    expect(used()).toBeNull();
    clock.forward(minutes(10));
    await runDue({ db, clock, ids, settings }, mailTray);
    expect(used()).toBe(instantOf("2026-11-03", "10:00"));
  });
});

describe("one's own booking as a file", () => {
  test("is the entry of the invitation, for the person alone", async () => {
    const { ask, session, book, me, letter, person, coordinator, cancel } = setting();
    const sessionId = session();
    const bookingId = book(sessionId, me);
    const invited = await letter();
    const path = paths.bookingCalendar(bookingId);
    const { status, text, headers } = await ask(path, { as: me });
    expect(status).toBe(200);
    expect(headers["content-disposition"]).toBe('attachment; filename="booking.ics"');
    expect(problemsOf(text)).toEqual([]);
    expect(known(text)).toEqual(known(invited));
    expect(componentsOf(text)).toHaveLength(1);
    expect((await ask(path, { as: person() })).status).toBe(404);
    expect(
      coordinator.actor.kind === "person" && (await ask(path, { as: coordinator.actor.personId })).status,
    ).toBe(404);
    const stranger = await ask(path);
    expect([stranger.status, stranger.headers.location]).toEqual([302, expect.stringContaining("/sign-in")]);
    cancel(bookingId);
    expect(valuesOf((await ask(path, { as: me })).text, "status")).toEqual(["CANCELLED"]);
  });

  test("there is none of a place that was never theirs", async () => {
    const { ask, session, book, me, person } = setting();
    const full = session({ capacity: 1 });
    book(full, person());
    expect((await ask(paths.bookingCalendar(book(full, me)), { as: me })).status).toBe(404);
  });
});
