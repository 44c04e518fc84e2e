// The calendar: a month as a table, what is on each day, filters, empty months, and nothing that is not public.
import { expect, test } from "vitest";
import { callOffSession } from "~/domain/bookings/bookings.server";
import { addDays } from "~/shared/civil-time";
import { addCourse } from "../domain/impact-report/delivered";
import { type Page, titleOf, wordsOf } from "../domain/support-check/site";
import { at, calendarWorld } from "./calendar-world";

/** The cell of a day, as its words. */
function cellOf({ html }: Page, date: string): string {
  const cell = html.split("<td").find((part) => part.includes(`dateTime="${date}"`)) ?? "";
  return cell
    .slice(0, cell.indexOf("</td>"))
    .replace(/^[^>]*>/, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

test("this month is a table with a heading for each weekday, today marked and each session a link", async () => {
  const { world, open } = calendarWorld();
  const sessionId = world.session({ capacity: 3 });
  world.book(sessionId, world.person());
  const page = await open();
  expect(titleOf(page)).toBe("Training calendar, November 2026 – Joint training");
  expect(page.html).toMatch(/<caption[^>]*>Training in November 2026<\/caption>/);
  const headings = [...page.html.matchAll(/<th role="columnheader" scope="col"[^>]*>(\w+)<\/th>/g)];
  expect(headings.map((match) => match[1])).toEqual([
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
  ]);
  expect(cellOf(page, "2026-11-17")).toBe(
    "Tuesday 17 November 2026 9:30am to 4:30pm Neglect The Hall. 2 places left",
  );
  expect(page.html).toContain(`href="/sessions/${sessionId}"`);
  expect(cellOf(page, "2026-11-03")).toBe("Tuesday 3 November 2026 Today");
  expect(page.html.match(/aria-current="date"/g)).toHaveLength(1);
});

test("every day of a month stands once, under its weekday, in weeks of seven", async () => {
  const { world, open } = calendarWorld();
  world.session({ meetings: [at("2027-02-01")] });
  const page = await open("?month=2027-02");
  const rows = page.html.split("<tr").slice(2);
  expect(rows).toHaveLength(4);
  for (const row of rows) expect(row.match(/<td/g)).toHaveLength(7);
  // 1 February 2027 is a Monday.
  expect([...(rows[0] ?? "").matchAll(/dateTime="([^"]+)"/g)][0]?.[1]).toBe("2027-02-01");
  expect(page.html.match(/dateTime="2027-02-/g)).toHaveLength(28);
});

test("weeks and days with nothing on them are marked, for a phone to leave them out", async () => {
  const { world, open } = calendarWorld();
  world.session();
  const page = await open();
  // Today is in the second week and the session in the fourth.
  expect(page.html.match(/<tr role="row" class="app-month__week--empty">/g)).toHaveLength(4);
  expect(page.html.match(/app-month__day--empty/g)).toHaveLength(28);
  expect(page.html.match(/app-month__day--outside/g)).toHaveLength(12);
});

test("a course of two days stands on both, each with its number, over the end of summer time", async () => {
  const { world, open } = calendarWorld(Date.UTC(2026, 9, 1, 9));
  world.session({ meetings: [at("2026-10-24"), at("2026-10-26", "08:30", "12:00")] });
  const page = await open("?month=2026-10");
  expect(cellOf(page, "2026-10-24")).toContain(
    "9:30am to 4:30pm Neglect Day 1 of 2. The Hall. 2 places left",
  );
  expect(cellOf(page, "2026-10-25")).toBe("Sunday 25 October 2026");
  expect(cellOf(page, "2026-10-26")).toContain("8:30am to midday Neglect Day 2 of 2.");
});

test("a session late on the last evening of a month belongs to that month, in summer time too", async () => {
  const { world, open } = calendarWorld();
  world.session({ meetings: [at("2027-03-31", "22:30", "23:30")] });
  expect(cellOf(await open("?month=2027-03"), "2027-03-31")).toContain("10:30pm to 11:30pm Neglect");
  expect(wordsOf(await open("?month=2027-04"))).toContain("No training in April 2027");
});

test("bank holidays are named, and Boxing Day's substitute too", async () => {
  const { world, open } = calendarWorld();
  world.session({ meetings: [at("2026-12-01")] });
  const page = await open("?month=2026-12");
  expect(cellOf(page, "2026-12-25")).toBe("Friday 25 December 2026 Christmas Day");
  expect(cellOf(page, "2026-12-28")).toContain("Boxing Day (substitute day)");
  expect(cellOf(page, "2026-12-24")).toBe("Thursday 24 December 2026");
});

test("months lead on only as far as there is training", async () => {
  const { world, open } = calendarWorld();
  world.session({ meetings: [at("2026-12-01")] });
  const november = await open();
  expect(november.html).not.toContain('rel="prev"');
  expect(november.html).toMatch(/href="\/calendar\?month=2026-12" rel="next"/);
  const december = await open("?month=2026-12");
  expect(december.html).not.toContain('rel="next"');
  expect(december.html).toMatch(/href="\/calendar\?month=2026-11" rel="prev"/);
  expect(wordsOf(december)).toContain("This month");
  // From far away a single step leads back to where there is something.
  expect((await open("?month=2031-05")).html).toMatch(/href="\/calendar\?month=2026-12" rel="prev"/);
  expect((await open("?month=2019-05")).html).toMatch(/href="\/calendar\?month=2026-11" rel="next"/);
});

test("filters narrow what is shown, stay in the form, and are words that can be taken away", async () => {
  const { world, open } = calendarWorld();
  addCourse(world, "abuse", { boards: ["ADULT"], themeSlug: "abuse" });
  world.session();
  world.session({
    courseId: "abuse",
    mode: "online",
    venueId: null,
    joiningLink: "https://meet.example.org/secret",
  });
  const both = await open("?month=2026-11");
  expect(cellOf(both, "2026-11-17")).toMatch(/Neglect The Hall\..* Online\./);
  for (const query of ["board=ADULT", "theme=abuse", "mode=online"]) {
    const page = await open(`?month=2026-11&${query}`);
    expect(cellOf(page, "2026-11-17")).not.toContain("Neglect");
    expect(cellOf(page, "2026-11-17")).toContain("Online");
    expect(page.html).toContain('href="/calendar?month=2026-11"');
    expect(page.html).toContain('<input type="hidden" name="month" value="2026-11"/>');
    expect(page.html).not.toContain("meet.example.org");
  }
  expect(wordsOf(await open("?board=ADULT"))).toContain("Remove filter Adults' board");
});

test("a filtered calendar leads to the subscription of the same", async () => {
  const { open } = calendarWorld();
  expect((await open("?board=KIDS")).html).toContain('href="/calendar/subscribe?of=board%3AKIDS"');
  expect((await open("?theme=neglect")).html).toContain('href="/calendar/subscribe?of=theme%3Aneglect"');
  expect((await open()).html).toContain('href="/calendar/subscribe"');
});

test("an empty month says when the next session is; with nothing planned, where to look", async () => {
  const { world, open } = calendarWorld();
  expect(wordsOf(await open())).toMatch(/No training in November 2026 No session is planned after it yet/);
  world.session({ meetings: [at("2027-01-12")] });
  const page = await open("?month=2026-12");
  expect(wordsOf(page)).toContain(
    "No training in December 2026 The next session is on Tuesday 12 January 2027. Show January 2027",
  );
  expect(page.html).toContain('href="/calendar?month=2027-01"');
  const filtered = await open("?month=2026-12&board=ADULT");
  expect(wordsOf(filtered)).toContain("No session that fits these filters is planned");
  expect(filtered.html).toContain('href="/calendar?month=2026-12"');
  // A month before the session is never told of one that has passed since.
  expect(wordsOf(await open("?month=2026-09"))).toContain("The next session is on Tuesday 12 January 2027");
});

test("drafts are never shown, not even called off; what was public and is called off says so", async () => {
  const { world, open } = calendarWorld();
  const draft = world.session({ status: "draft" });
  const dropped = world.session({ status: "draft" });
  const calledOff = world.session();
  for (const sessionId of [dropped, calledOff]) {
    const result = callOffSession(world.as(world.coordinator), {
      sessionId,
      reason: "no venue",
      expected: undefined,
    } as never);
    expect(result.ok).toBe(true);
  }
  const page = await open();
  expect(page.html).not.toContain(draft);
  expect(page.html).not.toContain(dropped);
  expect(page.html).toContain(`href="/sessions/${calledOff}"`);
  expect(cellOf(page, "2026-11-17")).toContain("The Hall Cancelled");
  expect(wordsOf(await open("?view=list"))).toContain("Cancelled When");
});

test("what is over says so and what is closed says so", async () => {
  const { world, open } = calendarWorld();
  world.session();
  world.clock.set(Date.UTC(2026, 10, 17, 12));
  expect(cellOf(await open(), "2026-11-17")).toContain(
    "Today 9:30am to 4:30pm Neglect The Hall. Booking has closed",
  );
  world.clock.set(Date.UTC(2026, 10, 18, 12));
  expect(cellOf(await open(), "2026-11-17")).toContain("Has taken place");
});

test.each([
  "month=2026-13",
  "month=2026-00",
  "month=9999-12",
  "month=0001-01",
  "month=constructor",
  "month=2026-11-01",
  "month=&board=&theme=&mode=&view=",
  "view=constructor",
  "mode=constructor",
  "mode=%00",
  "board=constructor",
  "board=GONE",
  "theme=gone-since",
])("nonsense in the address is no error and shows this month: %s", async (query) => {
  const { world, open } = calendarWorld();
  world.session();
  const page = await open(`?${query}`);
  expect(titleOf(page)).toBe("Training calendar, November 2026 – Joint training");
  expect(cellOf(page, "2026-11-17")).toContain("Neglect");
  expect(wordsOf(page)).not.toContain("Remove filter");
  expect(page.html).toContain('href="/calendar/subscribe"');
});

test("what was typed into the address cannot become part of the page", async () => {
  const { open } = calendarWorld();
  const page = await open("?board=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
  expect(page.html).not.toContain("<script>alert");
});

test("a busy month shows every session of it", async () => {
  const { world, open } = calendarWorld();
  for (let n = 0; n < 30; n++) world.session({ meetings: [at(addDays("2026-11-04", n % 20))] });
  const page = await open();
  expect(page.html.match(/href="\/sessions\//g)).toHaveLength(30);
});
