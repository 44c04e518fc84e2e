// A list of bookings taken in: what is added and how, what is left alone, and that nobody is written to.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "db/client";
import { importCommand } from "db/import/command";
import { reportLines } from "db/import/report-lines";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { bookPlace, cancelBooking, readPlaces } from "~/domain/bookings/bookings.server";
import { Forbidden } from "~/shared/problems";
import { digestOf, inShort, nothing, watch } from "../domain/support-check/ledger";
import { bookingWorld, imported } from "./booking-list";
import { bookingsFile, csvLine, ownDatabase, ownFolder } from "./import-workbench";

describe("bookings that are new", () => {
  it("are added as they stand, with their history and one entry for each step, and no message", () => {
    const { world, past, coming, pastDay, comingDay, addressOf, rowsOf, person } = bookingWorld();
    const [a, b, c, d, e] = [person(), person(), person(), person(), person()].map(String);
    const since = watch(world);
    const file = bookingsFile(
      `neglect,${pastDay},${addressOf(a ?? "")},attended`,
      `Neglect,${pastDay},${addressOf(b ?? "")},Partly  Attended`,
      `NEGLECT,${pastDay},${addressOf(c ?? "").toUpperCase()},did not attend`,
      `neglect,${comingDay.split("-").reverse().join("/")},${addressOf(d ?? "")},`,
      `neglect,${comingDay},${addressOf(e ?? "")},cancelled`,
    );
    expect(reportLines(imported(world.asSystem, file))).toEqual([
      "5 read, 5 added, 0 unchanged, 0 refused",
      "5 bookings of 5 people on 2 sessions: 1 booked, 1 attended, 1 partly attended, 1 did not attend and 1 cancelled. No message is sent to anyone.",
    ]);
    const now = world.clock.now();
    expect(rowsOf(past)).toMatchObject([
      {
        personId: a,
        state: "attended",
        mode: "in person",
        termsId: null,
        walkIn: false,
        queuedAt: null,
        createdAt: now,
        updatedAt: now,
        revision: 1,
      },
      { personId: b, state: "partly attended" },
      { personId: c, state: "did not attend" },
    ]);
    expect(rowsOf(coming)).toMatchObject([
      { personId: d, state: "confirmed", revision: 0 },
      { personId: e, state: "cancelled" },
    ]);
    const [first] = rowsOf(past);
    expect(world.db.select().from(world.tables.bookingChanges).all().slice(0, 2)).toMatchObject([
      {
        bookingId: first?.id,
        fromState: null,
        toState: "confirmed",
        cause: "imported",
        actedAs: "system",
        at: now,
      },
      { bookingId: first?.id, fromState: "confirmed", toState: "attended", cause: "imported", reason: null },
    ]);
    const { audit, messages } = since();
    expect(messages).toEqual([]);
    expect(audit.map(({ action }) => action)).toEqual([
      "bookings.confirmed",
      "bookings.attended",
      "bookings.confirmed",
      "bookings.partly attended",
      "bookings.confirmed",
      "bookings.did not attend",
      "bookings.confirmed",
      "bookings.confirmed",
      "bookings.cancelled",
      "bookings.imported",
    ]);
    expect(audit[1]).toMatchObject({
      actorKind: "system",
      subjectKind: "booking",
      subjectId: first?.id,
      aboutPersonId: a,
      detail: { sessionId: past, from: "confirmed", actedAs: "system", cause: "imported" },
    });
    expect(audit.at(-1)).toMatchObject({
      subjectKind: "import",
      subjectId: "bookings.csv",
      aboutPersonId: null,
      detail: { file: "bookings.csv", read: 5, added: 5, unchanged: 0 },
    });
  });

  it("hold a place of a session to come, and can be cancelled like any other", () => {
    const { world, coming, comingDay, addressOf, rowsOf, person, as } = bookingWorld();
    const [a, b] = [person(), person()];
    imported(world.asSystem, bookingsFile(`neglect,${comingDay},${addressOf(a)},booked`));
    expect(readPlaces(world, coming)).toMatchObject({ taken: 1 });
    expect(bookPlace(as(b), { sessionId: coming, personId: b, ifFull: "refuse" })).toMatchObject({
      ok: true,
    });
    const c = person();
    expect(bookPlace(as(c), { sessionId: coming, personId: c, ifFull: "refuse" })).toMatchObject({
      ok: false,
    });
    const [booking] = rowsOf(coming);
    expect(cancelBooking(as(a), { bookingId: booking?.id ?? "" })).toMatchObject({ ok: true });
  });

  it("may be told apart by the start where two sessions begin on a day, and by the mode of a hybrid one", () => {
    const { world, at, addressOf, rowsOf, person, session } = bookingWorld();
    const afternoon = session({ meetings: [at(30, "17:00", "19:00")] });
    const { sessions } = world.tables;
    world.db
      .update(sessions)
      .set({ mode: "hybrid", onlineCapacity: 1 })
      .where(eq(sessions.id, afternoon))
      .run();
    const [a, b, c] = [person(), person(), person()];
    const header = "email,mode,outcome,start_time,date,course,reference,notes";
    const row = (id: string, mode: string) =>
      csvLine([
        addressOf(id),
        mode,
        "booked",
        "17:00",
        at(30).date,
        "neglect",
        "OLD-1",
        "Rang, wants a lift",
      ]);
    const text = `${[header, row(a, ""), row(b, "Online")].join("\n")}\n`;
    expect(imported(world.asSystem, text)).toMatchObject({ added: 2, refused: [] });
    expect(rowsOf(afternoon)).toMatchObject([
      { personId: a, mode: "in person" },
      { personId: b, mode: "online" },
    ]);
    expect(
      JSON.stringify(world.db.$client.prepare("select * from bookings, booking_changes").all()),
    ).not.toMatch(/OLD-1|wants a lift/);
    expect(imported(world.asSystem, `${[header, row(c, "online")].join("\n")}\n`).refused).toEqual([
      { number: 2, reason: expect.stringContaining("no place left") },
    ]);
  });
});

describe("bookings that are here already", () => {
  it("are left as they are by the same file, which leaves no trace, also once the register has been taken", () => {
    const { world, past, pastDay, comingDay, addressOf, rowsOf, person } = bookingWorld();
    const [a, b] = [person(), person()];
    const file = bookingsFile(
      `neglect,${pastDay},${addressOf(a)},attended`,
      `neglect,${comingDay},${addressOf(b)},booked`,
    );
    imported(world.asSystem, file);
    const since = watch(world);
    const before = digestOf(world.db);
    expect(imported(world.asSystem, file)).toMatchObject({ added: 0, unchanged: 2, refused: [] });
    world.clock.forward(world.days(60));
    expect(imported(world.asSystem, file)).toMatchObject({ added: 0, unchanged: 2, refused: [] });
    expect(digestOf(world.db)).toBe(before);
    expect(since()).toEqual(nothing);
    const [first] = rowsOf(past);
    expect(first?.state).toBe("attended");
    const booked = bookingsFile(`neglect,${pastDay},${addressOf(a)},booked`);
    expect(imported(world.asSystem, booked)).toMatchObject({ unchanged: 1, refused: [] });
  });

  it("are never overwritten by a row that says otherwise", () => {
    const { world, coming, pastDay, comingDay, addressOf, person, book, as } = bookingWorld();
    const [a, b] = [person(), person()];
    imported(world.asSystem, bookingsFile(`neglect,${pastDay},${addressOf(a)},attended`));
    const bookingId = book(coming, b);
    cancelBooking(as(b), { bookingId });
    const before = digestOf(world.db);
    const file = bookingsFile(
      `neglect,${pastDay},${addressOf(a)},did not attend`,
      `neglect,${comingDay},${addressOf(b)},booked`,
    );
    expect(imported(world.asSystem, file).refused).toEqual([
      {
        number: 2,
        reason: expect.stringMatching(/^already here as "attended"\. An import never overwrites/),
      },
      { number: 3, reason: expect.stringMatching(/^already here as "cancelled"/) },
    ]);
    expect(digestOf(world.db)).toBe(before);
    expect(
      imported(world.asSystem, bookingsFile(`neglect,${comingDay},${addressOf(b)},cancelled`)),
    ).toMatchObject({
      unchanged: 1,
    });
  });
});

it("is for coordinators and the service itself, nobody else", () => {
  const { world, pastDay, addressOf, person, as } = bookingWorld();
  const a = person();
  const file = bookingsFile(`neglect,${pastDay},${addressOf(a)},attended`);
  const others = (["agency_lead", "trainer", "admin"] as const).map((role) => as(person({ roles: [role] })));
  for (const ctx of [world.stranger, as(a), ...others]) {
    expect(() => imported(ctx, file)).toThrow(Forbidden);
    expect(() => imported(ctx, file, true)).toThrow(Forbidden);
  }
  const since = watch(world);
  expect(imported(as(world.coordinator), file)).toMatchObject({ added: 1 });
  expect(inShort(since())).toEqual({
    audit: ["bookings.confirmed", "bookings.attended", "bookings.imported"],
    messages: [],
  });
});

it("says what would happen in a dry run, and does nothing", () => {
  const { world, pastDay, addressOf, person } = bookingWorld();
  const file = bookingsFile(`neglect,${pastDay},${addressOf(person())},attended`);
  const before = digestOf(world.db);
  expect(reportLines(imported(world.asSystem, file, true))).toEqual([
    "1 read, 1 would be added, 0 unchanged, 0 refused",
    expect.stringContaining("No message is sent"),
    "Dry run: nothing was written.",
  ]);
  expect(digestOf(world.db)).toBe(before);
});

it("is a kind of `npm run import`", () => {
  const folder = ownFolder();
  const path = ownDatabase(folder);
  const db = openDatabase(path);
  db.$client.close();
  const file = join(folder, "bookings.csv");
  writeFileSync(file, bookingsFile("neglect,2026-11-24,jo@police.example.org,booked"));
  const answer = importCommand(["bookings", file], { NODE_ENV: "test", DATABASE_PATH: path });
  expect(answer.code).toBe(1);
  expect(answer.out).toContain('Row 2: course: "neglect" is not the title of a course here');
});
