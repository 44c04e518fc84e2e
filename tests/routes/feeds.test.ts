// The public feeds over the network, as a calendar program asks for them.
import { eq } from "drizzle-orm";
import { readByIcalJs, readByNodeIcal, valuesOf } from "tests/domain/calendars/support";
import { problemsOf } from "tests/domain/calendars/validator/validate";
import { makeWorld } from "tests/support/world";
import { frontOf } from "tests/web/front";
import { describe, expect, test } from "vitest";
import { callOffSession, changeSession } from "~/domain/bookings/bookings.server";
import { planOf, readSession } from "~/domain/sessions/sessions.server";
import { addDays, instantOf } from "~/shared/civil-time";
import { days, minutes } from "~/shared/clock";

function setting() {
  const world = makeWorld();
  const ask = frontOf(world);
  const coordinator = world.as(world.coordinator);
  const offer = { courseBoards: world.tables.courseBoards, courses: world.tables.courses };
  world.db
    .insert(world.tables.themes)
    .values({ slug: "voice", name: "Voice", years: "2026", position: 2 })
    .run();
  world.db
    .insert(offer.courses)
    .values({
      id: "adult",
      slug: "adult",
      title: "Adults at risk",
      summary: "s",
      audience: "a",
      activityType: "training day",
      themeSlug: "voice",
      minutes: 60,
      offered: true,
    })
    .run();
  world.db.insert(offer.courseBoards).values({ courseId: "adult", boardCode: "ADULT" }).run();
  const move = (sessionId: string, later: number) => {
    const plan = planOf(readSession(world, sessionId));
    const meetings = plan.meetings.map((meeting) => ({ ...meeting, date: addDays(meeting.date, later) }));
    return changeSession(coordinator, { sessionId, plan: { ...plan, meetings } });
  };
  const callOff = (sessionId: string) => callOffSession(coordinator, { sessionId, reason: "no venue" });
  const titles = async (path: string) => valuesOf((await ask(path)).text, "summary");
  return { ...world, ask, titles, move, callOff };
}

describe("what is in a public feed", () => {
  test("all of the offer, or that of a board, a theme or a course; each without a fault", async () => {
    const { session, ask, titles } = setting();
    session();
    session({ courseId: "adult" });
    expect(await titles("/feeds/all.ics")).toEqual(["Neglect", "Adults at risk"]);
    for (const path of ["/feeds/board/KIDS.ics", "/feeds/theme/neglect.ics", "/feeds/course/neglect.ics"])
      expect(await titles(path), path).toEqual(["Neglect"]);
    for (const path of ["/feeds/board/ADULT.ics", "/feeds/theme/voice.ics", "/feeds/course/adult.ics"])
      expect(await titles(path), path).toEqual(["Adults at risk"]);
    for (const path of ["/feeds/all.ics", "/feeds/board/KIDS.ics", "/feeds/course/adult.ics"])
      expect(problemsOf((await ask(path)).text), path).toEqual([]);
  });

  test("there is no feed of what there is not", async () => {
    const { ask } = setting();
    for (const path of ["board/kids", "board/NO", "theme/no", "course/no", "my/no", "no"])
      expect((await ask(`/feeds/${path}.ics`)).status, path).toBe(404);
  });

  test("never a draft, nor one that was called off before anyone could see it", async () => {
    const { session, titles, callOff } = setting();
    session({ status: "draft" });
    callOff(session({ status: "draft" }));
    expect(await titles("/feeds/all.ics")).toEqual([]);
  });

  test("an empty feed is a calendar too", async () => {
    const { ask } = setting();
    const { status, text, headers } = await ask("/feeds/all.ics");
    expect(status).toBe(200);
    expect(problemsOf(text)).toEqual([]);
    expect(headers["last-modified"]).toBeUndefined();
  });

  test("nobody's name and no joining link", async () => {
    const { session, ask, trainer, assign, book, person } = setting();
    const link = "https://video.example.org/join/secret";
    const online = session({ mode: "online", venueId: null, joiningLink: link });
    assign(online, trainer("Tess Teacher"));
    book(online, person({ name: "Bo Booked" }));
    const { text } = await ask("/feeds/all.ics");
    expect(text.replaceAll("\r\n ", "")).not.toMatch(/Tess|Bo Booked|video\.example|ATTENDEE/);
    expect(valuesOf(text, "location")).toEqual(["Online"]);
  });

  test("both days of a session, each by its own name for good, at the exact instants", async () => {
    const { session, ask, move } = setting();
    const meetings = ["2027-03-27", "2027-03-29"].map((date) => ({
      date,
      startTime: "09:30",
      endTime: "16:30",
    }));
    const id = session({ meetings });
    const before = (await ask("/feeds/all.ics")).text;
    const starts = [Date.UTC(2027, 2, 27, 9, 30), Date.UTC(2027, 2, 29, 8, 30)];
    for (const read of [readByIcalJs, readByNodeIcal])
      expect(read(before).map(({ start }) => start)).toEqual(starts);
    expect(valuesOf(before, "summary")).toEqual(["Neglect (day 1 of 2)", "Neglect (day 2 of 2)"]);
    expect(move(id, 7)).toMatchObject({ ok: true });
    const after = (await ask("/feeds/all.ics")).text;
    expect(valuesOf(after, "uid")).toEqual(valuesOf(before, "uid"));
    expect(valuesOf(before, "uid")[0]).toMatch(/^session-.+@training\.example\.org$/);
    expect(valuesOf(after, "sequence").map(Number)).toEqual(
      valuesOf(before, "sequence").map((n) => Number(n) + 1),
    );
  });

  test("what was called off says so until the day after, and is then gone: complaint 13", async () => {
    const { session, ask, titles, callOff, clock } = setting();
    const id = session();
    expect(callOff(id)).toMatchObject({ ok: true });
    const { text } = await ask("/feeds/all.ics");
    expect(valuesOf(text, "summary")).toEqual(["CANCELLED: Neglect"]);
    expect(valuesOf(text, "status")).toEqual(["CANCELLED"]);
    clock.set(instantOf("2026-11-18", "23:59"));
    expect(await titles("/feeds/all.ics")).toHaveLength(1);
    clock.forward(minutes(1));
    expect(await titles("/feeds/all.ics")).toEqual([]);
  });

  test("what took place stays for thirty days", async () => {
    const { session, titles, clock } = setting();
    session();
    clock.set(instantOf("2026-12-17", "23:59"));
    expect(await titles("/feeds/all.ics")).toHaveLength(1);
    clock.forward(minutes(1));
    expect(await titles("/feeds/all.ics")).toEqual([]);
  });
});

describe("how a public feed is answered", () => {
  test("as a calendar, without a redirect, not to be indexed, and the same to whoever is signed in", async () => {
    const { session, ask, person } = setting();
    session();
    const { status, headers, text } = await ask("/feeds/all.ics");
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'attachment; filename="training.ics"',
      "x-robots-tag": "noindex",
      "cache-control": "no-cache",
      "last-modified": "Tue, 03 Nov 2026 10:00:00 GMT",
    });
    const signedIn = await ask("/feeds/all.ics", { as: person() });
    expect(signedIn.text).toBe(text);
    expect(signedIn.headers.etag).toBe(headers.etag);
  });

  test("with the same bytes while nothing changes, whatever else is written and however late it is", async () => {
    const { session, ask, book, person, clock } = setting();
    const id = session();
    const { text, headers } = await ask("/feeds/all.ics");
    book(id, person());
    clock.forward(days(2));
    const again = await ask("/feeds/all.ics");
    expect(again.text).toBe(text);
    expect(again.headers).toMatchObject({ etag: headers.etag, "last-modified": headers["last-modified"] });
  });

  test.each(["a stranger's", "a signed-in person's"])(
    "%s program that has it hears so, and gets what changed",
    async (who) => {
      const { session, ask, person, move, clock } = setting();
      const as = who === "a stranger's" ? undefined : person();
      const id = session();
      const { headers } = await ask("/feeds/all.ics", { as });
      const [etag = "", date = ""] = [headers.etag, headers["last-modified"]];
      const has = (conditions: Record<string, string>) => ask("/feeds/all.ics", { as, headers: conditions });
      for (const conditions of [
        { "If-None-Match": etag },
        { "If-None-Match": `"other", ${etag}` },
        { "If-None-Match": etag.replace("W/", "") },
        { "If-None-Match": "*" },
        { "If-Modified-Since": date },
        { "If-None-Match": etag, "If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT" },
      ] as Record<string, string>[])
        expect(await has(conditions), JSON.stringify(conditions)).toMatchObject({ status: 304, text: "" });
      for (const conditions of [
        { "If-None-Match": '"other"' },
        { "If-None-Match": '"other"', "If-Modified-Since": date },
        { "If-Modified-Since": "Tue, 03 Nov 2026 09:59:59 GMT" },
        { "If-Modified-Since": "yesterday" },
      ] as Record<string, string>[])
        expect((await has(conditions)).status, JSON.stringify(conditions)).toBe(200);

      clock.forward(minutes(5));
      move(id, 1);
      for (const conditions of [{ "If-None-Match": etag }, { "If-Modified-Since": date }] as Record<
        string,
        string
      >[])
        expect((await has(conditions)).status, JSON.stringify(conditions)).toBe(200);
    },
  );

  test("by its date too, once an entry has left it and nothing in it is new", async () => {
    const { session, ask, clock } = setting();
    session();
    session({ meetings: [{ date: "2027-03-01", startTime: "09:30", endTime: "16:30" }] });
    const first = await ask("/feeds/all.ics");
    clock.set(instantOf("2026-12-18", "00:00"));
    const since = { "If-Modified-Since": first.headers["last-modified"] ?? "" };
    const after = await ask("/feeds/all.ics", { headers: since });
    expect(after.status).toBe(200);
    expect(after.headers["last-modified"]).toBe("Fri, 18 Dec 2026 00:00:00 GMT");
  });

  test("by its date too, once a session is of another theme and no date in it tells", async () => {
    const { session, ask, clock, db, tables } = setting();
    session();
    session({ courseId: "adult" });
    await ask("/feeds/theme/neglect.ics");
    clock.forward(minutes(1));
    db.update(tables.courses).set({ themeSlug: "neglect" }).where(eq(tables.courses.id, "adult")).run();
    const since = { "If-Modified-Since": "Tue, 03 Nov 2026 10:00:00 GMT" };
    expect((await ask("/feeds/theme/neglect.ics", { headers: since })).status).toBe(200);
  });

  test("HEAD says the same without the calendar", async () => {
    const { session, ask, person } = setting();
    session();
    for (const as of [undefined, person()]) {
      const [full, head] = [
        await ask("/feeds/all.ics", { as }),
        await ask("/feeds/all.ics", { as, method: "HEAD" }),
      ];
      expect(head).toMatchObject({ status: 200, text: "" });
      for (const name of ["etag", "last-modified", "content-type"])
        expect(head.headers[name]).toBe(full.headers[name]);
    }
  });

  test("reading it writes nothing", async () => {
    const { session, ask, db } = setting();
    session();
    const changes = () => db.$client.prepare("select total_changes()").pluck().get();
    const before = changes();
    await ask("/feeds/all.ics");
    expect(changes()).toBe(before);
  });
});
