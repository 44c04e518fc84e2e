// Rows of a bookings file that cannot be taken in: each is named by its number, with what to do; nothing else goes in.
import { bookings as kind, readBookings } from "db/import/bookings";
import { importText } from "db/import/run-import";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { cancelBooking } from "~/domain/bookings/bookings.server";
import { instantOf } from "~/shared/civil-time";
import { digestOf } from "../domain/support-check/ledger";
import { bookingWorld, imported } from "./booking-list";
import { bookingsFile, bookingsHeader } from "./import-workbench";

describe("a row that cannot be read", () => {
  it.each([
    ["no course", ",2026-11-24,a@example.org,booked", "course: is blank. Enter it."],
    ["no day", "neglect,,a@example.org,booked", "date: is blank. Enter it."],
    [
      "a day in words",
      "neglect,24 Nov,a@example.org,booked",
      'date: "24 Nov" is not a date as this file writes it.',
    ],
    [
      "a day that does not exist",
      "neglect,31/2/2026,a@example.org,booked",
      'date: "31/2/2026" is a date that does not exist.',
    ],
    ["the month first", "neglect,11/24/2026,a@example.org,booked", "It looks as if the month comes first."],
    ["no address", "neglect,2026-11-24,,booked", "email: is blank. Enter it."],
    ["a name for an address", "neglect,2026-11-24,Jo Bloggs,booked", "is not an email address"],
    [
      "another outcome",
      "neglect,2026-11-24,a@example.org,DNA",
      'outcome: "DNA" is not a word that this file uses.',
    ],
  ])("%s", (_, line, said) => {
    const read = readBookings(bookingsFile(line));
    if (!read.ok) throw new Error(read.reason);
    expect(read.value.refused).toEqual([{ number: 2, reason: expect.stringContaining(said) }]);
  });

  it("is a start in words, and a way to take part that there is not", () => {
    const header = `${bookingsHeader},start_time,mode\n`;
    const read = readBookings(`${header}neglect,2026-11-24,a@example.org,booked,half nine,by post\n`);
    if (!read.ok) throw new Error(read.reason);
    expect(read.value.refused[0]?.reason).toMatch(/start_time: "half nine" is not a time.*mode: "by post"/);
  });
});

it("needs its four columns, allows four more, and names what is none of them", () => {
  const { world } = bookingWorld();
  const told = (text: string) => importText(kind, world.asSystem, text, { source: "x.csv", dryRun: true });
  expect(told("course,date,email\nneglect,2026-11-24,a@example.org\n")).toEqual({
    ok: false,
    reason:
      'Missing column: "outcome". Row 1 must hold exactly these column names: course,date,email,outcome Besides, it may hold: start_time,mode,reference,notes',
  });
  expect(told(`${bookingsHeader},phone\nneglect,2026-11-24,a@example.org,,1\n`)).toMatchObject({
    reason: expect.stringContaining('Not a column of this file: "phone".'),
  });
  expect(told(`${bookingsHeader},notes,notes\nneglect,2026-11-24,a@example.org,,1,2\n`)).toMatchObject({
    reason: expect.stringContaining('There more than once: "notes".'),
  });
});

it("takes in ten thousand in a few seconds", () => {
  const { world, pastDay, person } = bookingWorld();
  const someone = world.db.select().from(world.tables.people).all()[0];
  const lines = Array.from({ length: 10_000 }, (_, n) => {
    const id = `p${n}`;
    if (someone)
      world.db
        .insert(world.tables.people)
        .values({ ...someone, id, email: `${id}@x.example.org` })
        .run();
    return `neglect,${pastDay},${id}@x.example.org,attended`;
  });
  person();
  const began = performance.now();
  expect(imported(world.asSystem, bookingsFile(...lines))).toMatchObject({ added: 10_000, refused: [] });
  expect(imported(world.asSystem, bookingsFile(...lines))).toMatchObject({ unchanged: 10_000 });
  expect(performance.now() - began).toBeLessThan(20_000);
}, 60_000);

describe("a row that contradicts what is here", () => {
  /** What each line is refused with; and that nothing was written, not even the good row before them. */
  function refusedWith(setting: ReturnType<typeof bookingWorld>, ...lines: string[]) {
    const { world, pastDay, addressOf, person } = setting;
    const good = `neglect,${pastDay},${addressOf(person())},attended`;
    const before = digestOf(world.db);
    const report = imported(world.asSystem, bookingsFile(good, ...lines));
    expect(report.added).toBe(0);
    expect(digestOf(world.db)).toBe(before);
    expect(report.refused.map(({ number }) => number)).toEqual(
      report.refused.map((_, index) => lines.length - report.refused.length + index + 3),
    );
    return report.refused.map(({ reason }) => reason);
  }

  it("names a course, a session or a person that is not here", () => {
    const setting = bookingWorld();
    const { comingDay, addressOf, person } = setting;
    const email = addressOf(person());
    expect(
      refusedWith(
        setting,
        `Neglecting,${comingDay},${email},booked`,
        `neglect,2027-01-01,${email},booked`,
        `neglect,${comingDay},nobody@example.org,booked`,
        "none,2027-01-01,nobody@example.org,booked",
      ),
    ).toEqual([
      expect.stringMatching(/^course: "Neglecting" is not the title of a course here/),
      expect.stringMatching(/^date: no session of that course begins on 1 January 2027/),
      expect.stringMatching(/^email: nobody here has the address "nobody@example.org"/),
      expect.stringMatching(/^course: "none" .* email: nobody here/),
    ]);
  });

  it("names the same session and person twice, the course once by its title and the address in other letters", () => {
    const setting = bookingWorld();
    const { comingDay, addressOf, person } = setting;
    const email = addressOf(person());
    expect(
      refusedWith(
        setting,
        `neglect,${comingDay},${email},booked`,
        `Neglect,${comingDay},${email.toUpperCase()},booked`,
      ),
    ).toEqual(["is the same session and person as row 3. Take one of the two out."]);
  });

  it("says nothing of what came of a session that is over, or says too much of one that is not", () => {
    const setting = bookingWorld();
    const { pastDay, comingDay, addressOf, person } = setting;
    const [a, b, c] = [person(), person(), person()].map(addressOf);
    expect(
      refusedWith(
        setting,
        `neglect,${pastDay},${a},`,
        `neglect,${pastDay},${b},booked`,
        `neglect,${comingDay},${c},attended`,
      ),
    ).toEqual([
      expect.stringMatching(/^outcome: the session is over/),
      expect.stringMatching(/^outcome: the session is over/),
      expect.stringMatching(/^outcome: the session is not over, so nobody can be known as "attended"/),
    ]);
  });

  it("is one too many for the places of a session to come, cancelled ones aside", () => {
    const setting = bookingWorld();
    const { comingDay, addressOf, person } = setting;
    const line = (outcome: string) => `neglect,${comingDay},${addressOf(person())},${outcome}`;
    expect(refusedWith(setting, line("booked"), line("cancelled"), line("booked"), line("booked"))).toEqual([
      expect.stringContaining("no place left for this row"),
    ]);
  });

  it("would pass those who wait for a place that is free", () => {
    const setting = bookingWorld();
    const { world, coming, comingDay, addressOf, person, book, as } = setting;
    const first = person();
    const bookingId = book(coming, first);
    for (const _ of [1, 2]) book(coming, person());
    cancelBooking(as(first), { bookingId });
    const { bookings } = world.tables;
    world.db
      .update(bookings)
      .set({ state: "waiting", offerEndsAt: null })
      .where(eq(bookings.state, "offered"))
      .run();
    expect(refusedWith(setting, `neglect,${comingDay},${addressOf(person())},booked`)).toEqual([
      expect.stringContaining("people who wait, come first"),
    ]);
  });

  it("means a draft, a session that was called off, or one of two", () => {
    const setting = bookingWorld();
    const { world, at, addressOf, person, session } = setting;
    session({ status: "draft", meetings: [at(40)] });
    const calledOff = session({ meetings: [at(41)] });
    const { sessions } = world.tables;
    world.db.update(sessions).set({ status: "cancelled" }).where(eq(sessions.id, calledOff)).run();
    session({ meetings: [at(42, "09:30", "12:00")] });
    session({ meetings: [at(42, "13:00", "15:00")] });
    const line = (inDays: number, outcome = "booked") =>
      `neglect,${at(inDays).date},${addressOf(person())},${outcome}`;
    expect(refusedWith(setting, line(41, "cancelled"), line(40), line(41), line(42))).toEqual([
      expect.stringMatching(/^date: that session is a draft/),
      expect.stringMatching(/^outcome: that session was called off/),
      expect.stringMatching(/^start_time: several sessions .* at 09:30 and 13:00/),
    ]);
  });

  it("books people who have left, who were merged away, or whose agency is not sure of them", () => {
    const setting = bookingWorld();
    const { world, pastDay, comingDay, addressOf, person } = setting;
    const [left, merged, unsure, other] = [person(), person(), person(), person()];
    const { people } = world.tables;
    const set = (id: string, change: Partial<typeof people.$inferInsert>) =>
      world.db.update(people).set(change).where(eq(people.id, id)).run();
    set(left, { disabledAt: world.clock.now() });
    set(merged, { mergedIntoId: other, disabledAt: world.clock.now() });
    set(unsure, { agencyStanding: "awaiting", agencyStandingSince: world.clock.now() });
    expect(
      refusedWith(
        setting,
        `neglect,${pastDay},${addressOf(left)},attended`,
        `neglect,${pastDay},${addressOf(unsure)},attended`,
        `neglect,${comingDay},${addressOf(left)},booked`,
        `neglect,${comingDay},${addressOf(merged)},booked`,
        `neglect,${comingDay},${addressOf(unsure)},booked`,
      ),
    ).toEqual([
      expect.stringMatching(/^email: this person has left/),
      expect.stringContaining(`was merged into the account of "${addressOf(other)}"`),
      expect.stringMatching(/^email: nobody has confirmed this person's agency yet/),
    ]);
  });

  it("is on its day by the clock in London, on both sides of a change of clocks", () => {
    for (const date of ["2027-03-28", "2027-10-31"]) {
      const setting = bookingWorld();
      const { world, addressOf, person, session } = setting;
      for (const [startTime, endTime] of [
        ["00:10", "00:40"],
        ["23:20", "23:50"],
      ] as const) {
        const id = session({
          meetings: [{ date, startTime, endTime }],
          bookingClosesAt: instantOf(date, "00:00"),
        });
        const header = `${bookingsHeader},start_time\n`;
        const text = `${header}neglect,${date},${addressOf(person())},booked,${startTime}\n`;
        expect(imported(world.asSystem, text)).toMatchObject({ added: 1, refused: [] });
        expect(setting.rowsOf(id)).toHaveLength(1);
      }
    }
  });
});
