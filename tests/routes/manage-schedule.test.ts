// Scheduling a session: every mistake is told at its field, and what was typed stays.
import { expect, test } from "vitest";
import { readSession } from "~/domain/sessions/sessions.server";
import { action, loader } from "~/routes/manage.sessions.new/route";
import { instantOf } from "~/shared/civil-time";
import { readDate, readTime } from "~/web/typed-times";
import { answerOf, webOf } from "../support/web";
import { makeWorld } from "../support/world";

const plan = {
  courseId: "course",
  mode: "in person",
  venueId: "venue",
  joiningLink: "",
  capacity: "20",
  "date-1": "2026-11-24",
  "start-1": "09:30",
  "end-1": "16:30",
  status: "published",
};

function scheduleWorld() {
  const world = makeWorld();
  const web = webOf(world);
  const send = async (form: Record<string, string>, as: string = world.coordinator) =>
    answerOf(action(await web.visit("/manage/sessions/new", { as, form })));
  const refused = async (form: Record<string, string>) => {
    const answer = await send(form);
    expect(answer).toMatchObject({ status: 400, data: { form: { values: form } } });
    const { form: shown } = answer.data as { form: { errors: Record<string, string[]> } };
    return shown.errors;
  };
  return { ...world, web, send, refused };
}

test("a session is scheduled; booking closes with its start unless said otherwise", async () => {
  const world = scheduleWorld();
  const answer = await world.send(plan);
  expect(answer).toMatchObject({
    status: 302,
    to: expect.stringMatching(/^\/manage\/sessions\/.+\?done=scheduled$/),
  });
  const [row] = world.db.select().from(world.tables.sessions).all();
  expect(row).toMatchObject({
    status: "published",
    capacity: 20,
    venueId: "venue",
    bookingClosesAt: instantOf("2026-11-24", "09:30"),
  });
});

test("two meetings, online, as a draft, with an earlier end of booking, typed by hand", async () => {
  const world = scheduleWorld();
  await world.send({
    ...plan,
    mode: "online",
    joiningLink: "https://meet.example.org/neglect",
    "date-1": "24/11/2026",
    "start-1": "9.30am",
    "end-1": "12pm",
    "date-2": "25.11.26",
    "start-2": "9:30",
    "end-2": "12:00",
    closesDate: "20/11/2026",
    status: "draft",
  });
  const [row] = world.db.select().from(world.tables.sessions).all();
  const session = readSession(world, row?.id ?? "");
  expect(session).toMatchObject({
    status: "draft",
    venue: null,
    joiningLink: "https://meet.example.org/neglect",
    bookingClosesAt: instantOf("2026-11-20", "17:00"),
    meetings: [
      { date: "2026-11-24", startTime: "09:30", endTime: "12:00" },
      { date: "2026-11-25", startTime: "09:30", endTime: "12:00" },
    ],
  });
});

test("an empty form names every field that is needed", async () => {
  const { refused } = scheduleWorld();
  const empty = Object.fromEntries(Object.keys(plan).map((name) => [name, ""]));
  expect(await refused(empty)).toEqual({
    courseId: ["Select a course"],
    mode: ["Select how it takes place"],
    capacity: ["Enter the number of places, from 1 to 1000"],
    "date-1": ["Enter the date of meeting 1, such as 24/11/2026"],
    "start-1": ["Enter when meeting 1 starts, such as 9:30am"],
    "end-1": ["Enter when meeting 1 ends, such as 4:30pm"],
    status: ["Select whether people can book it now"],
  });
});

test("each mistake is told at its own field", async () => {
  const { refused } = scheduleWorld();
  const second = { "date-2": "2026-11-24", "start-2": "12:00", "end-2": "13:00" };
  const mistakes: [Record<string, string>, string][] = [
    [{ venueId: "" }, "venueId"],
    [{ venueId: "no such venue" }, "venueId"],
    [{ courseId: "no such course" }, "courseId"],
    [{ mode: "online", joiningLink: "javascript:alert(1)" }, "joiningLink"],
    [{ capacity: "0" }, "capacity"],
    [{ capacity: "1e3" }, "capacity"],
    [{ "date-1": "2026-02-30" }, "date-1"],
    [{ "date-1": "2026-11-02" }, "date-1"],
    [{ "end-1": "09:30" }, "end-1"],
    [second, "date-2"],
    [{ "date-2": "2026-11-25" }, "start-2"],
    [{ closesDate: "2026-11-25" }, "closesDate"],
    [{ closesDate: "2026-11-01" }, "closesDate"],
    [{ closesTime: "17:00" }, "closesDate"],
  ];
  for (const [mistake, field] of mistakes) {
    expect(Object.keys(await refused({ ...plan, ...mistake })), JSON.stringify(mistake)).toContain(field);
  }
});

test("nothing is scheduled by anyone but a coordinator", async () => {
  const world = scheduleWorld();
  expect(await world.send(plan, world.trainer())).toMatchObject({ status: 403 });
  expect(
    await answerOf(loader(await world.web.visit("/manage/sessions/new", { as: world.person() }))),
  ).toMatchObject({ status: 403 });
  expect(world.db.select().from(world.tables.sessions).all()).toEqual([]);
});

test.each([
  ["2026-11-24", "2026-11-24"],
  ["24/11/2026", "2026-11-24"],
  ["4 1 27", "2027-01-04"],
  ["31/11/2026", null],
  ["11/24/2026", null],
  ["tomorrow", null],
])("the date %s is %s", (text, date) => expect(readDate(text)).toBe(date));

test.each([
  ["09:30", "09:30"],
  ["9.30", "09:30"],
  ["9:30am", "09:30"],
  ["12am", "00:00"],
  ["12pm", "12:00"],
  ["4:30 PM", "16:30"],
  ["16:30:00", "16:30"],
  ["13pm", null],
  ["24:00", null],
  ["9:75", null],
  ["", null],
])("the time %s is %s", (text, time) => expect(readTime(text)).toBe(time));
