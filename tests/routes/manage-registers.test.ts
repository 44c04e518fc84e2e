// Registers and attendance for coordinators: overdue, delivered, rates, days, and the file.
import { expect, test } from "vitest";
import { finishRegister, markAttendance } from "~/domain/bookings/bookings.server";
import { meetingsOf } from "~/domain/sessions/sessions.server";
import { addDays } from "~/shared/civil-time";
import { days } from "~/shared/clock";
import { readSpan } from "~/web/register-span";
import { brokenReferences, siteOf, wordsOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

function listWorld() {
  const world = makeWorld();
  const sessionId = world.session();
  const [ann, bob] = [world.book(sessionId, world.person()), world.book(sessionId, world.person())];
  const overdue = world.session({
    meetings: [{ date: addDays(world.today, 15), startTime: "09:00", endTime: "12:00" }],
  });
  const [meeting] = meetingsOf(world, sessionId);
  if (!meeting) throw new Error("A session has a meeting.");
  world.clock.set(meeting.startsAt);
  const coordinator = world.as(world.coordinator);
  markAttendance(coordinator, {
    meetingId: meeting.id,
    marks: new Map([
      [ann, "present"],
      [bob, "absent"],
    ]),
  });
  finishRegister(coordinator, meeting.id);
  world.clock.forward(days(3));
  const site = siteOf(world);
  const open = (query = "", path = "/manage/registers") => site(path + query, { as: world.coordinator });
  return { ...world, world, sessionId, overdue, site, open };
}

test("shows what is overdue, each delivered session with its rates, and all of them together", async () => {
  const { open } = listWorld();
  const page = await open();
  const words = wordsOf(page);
  expect(words).toContain("Registers overdue");
  expect(words).toContain("50%: 1 of 2 people expected, 0 for part of it");
  expect(words).toMatch(/Neglect, 17 November 2026 2 1 0 0 0 50% 50%/);
  expect(brokenReferences(page)).toEqual([]);
});

test("asks between which days; two that are none are said so, and the last year is shown", async () => {
  const { open } = listWorld();
  expect(wordsOf(await open("?from=2026-11-17&to=2026-11-17"))).toContain("50%");
  expect(wordsOf(await open("?from=2026-11-18&to=2026-11-30"))).toContain("No session in this time");
  for (const query of ["?from=2026-11-30&to=2026-11-01", "?from=soon&to=2026-11-30", "?from=2026-11-30"])
    expect(wordsOf(await open(query))).toContain("These were not two days");
});

test("days begin and end by London's clocks, also where they change", () => {
  const span = (day: string) => readSpan(new URLSearchParams({ from: day, to: day }), 0);
  const length = (day: string) => (span(day).to - span(day).from) / 3_600_000;
  expect([length("2026-10-25"), length("2026-10-26"), length("2027-03-28")]).toEqual([25, 24, 23]);
  expect(span("2027-03-28").from).toBe(Date.UTC(2027, 2, 28));
  expect(readSpan(new URLSearchParams(), Date.UTC(2026, 10, 17))).toMatchObject({
    first: "2025-11-18",
    last: "2026-11-17",
    notDates: false,
  });
});

test("the file has the same sessions, in numbers", async () => {
  const { open } = listWorld();
  const file = await open("?from=2026-11-01&to=2026-11-30", "/manage/registers.csv");
  expect(file.html.replace(/^\uFEFF/, "").split("\r\n")).toEqual([
    "course,date,trainers,expected,came,came for part,did not attend,excused,walk-ins,attendance %,attendance % with walk-ins",
    "Neglect,2026-11-17,,2,1,0,1,0,0,50,50",
    "",
  ]);
});

test("only coordinators see it", async () => {
  const { world, site } = listWorld();
  for (const path of ["/manage/registers", "/manage/registers.csv"]) {
    expect((await site(path, { as: world.trainer() })).status).toBe(403);
    expect((await site(path)).to).toMatch(/^\/sign-in/);
  }
});
