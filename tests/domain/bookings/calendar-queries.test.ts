// The calendar reads the days of a month by their index, however many sessions there are.
import { expect, test } from "vitest";
import { listCalendar, nextInCalendar } from "~/domain/bookings/bookings.server";
import { makeWorld } from "../../support/world";

/** The plans of what `work` asks of the meetings, each step as SQLite tells it. */
function plansOf(world: ReturnType<typeof makeWorld>, work: () => void): string[] {
  const asked: string[] = [];
  const client = world.db.$client;
  const prepare = client.prepare.bind(client);
  client.prepare = ((text: string) => {
    asked.push(text);
    return prepare(text);
  }) as typeof client.prepare;
  work();
  client.prepare = prepare as typeof client.prepare;
  return asked
    .filter((text) => /^select .* from "meetings"/s.test(text) && text.includes("starts_at"))
    .map((text) =>
      prepare(`explain query plan ${text}`)
        .all(...Array<null>((text.match(/\?/g) ?? []).length).fill(null))
        .map((step) => (step as { detail: string }).detail)
        .join("; "),
    );
}

test("a month and the next day with something are found by the index of days", () => {
  const world = makeWorld();
  const plans = plansOf(world, () => {
    listCalendar(world.stranger, { from: "2026-11-01", until: "2026-12-01" }, { board: "KIDS" });
    nextInCalendar(world.stranger, "2026-11-01", {});
  });
  expect(plans).toHaveLength(2);
  for (const plan of plans) {
    expect(plan).toMatch(/^SEARCH meetings USING INDEX meetings_by_start/);
    expect(plan).not.toContain("SCAN");
    expect(plan).not.toContain("sessions_by_start");
  }
  expect(plans[1]).not.toContain("B-TREE");
});

test("the last day of a stretch is the day before its end, whatever the clock did in it", () => {
  const world = makeWorld();
  const days = ["2027-03-27", "2027-03-28", "2027-03-29"];
  for (const date of days) world.session({ meetings: [{ date, startTime: "00:30", endTime: "23:30" }] });
  const seen = (from: string, until: string) =>
    listCalendar(world.stranger, { from, until }, {}).map(({ date }) => date);
  expect(seen("2027-03-27", "2027-03-30")).toEqual(days);
  expect(seen("2027-03-28", "2027-03-29")).toEqual(["2027-03-28"]);
  // Half an hour into the first whole day of summer time it is still the day before in UTC.
  expect(seen("2027-03-29", "2027-03-30")).toEqual(["2027-03-29"]);
  expect(nextInCalendar(world.stranger, "2027-03-28", {})).toBe("2027-03-28");
});

test("what is called off is not what comes next", () => {
  const world = makeWorld();
  const sessionId = world.session();
  expect(nextInCalendar(world.stranger, world.today, {})).toBe("2026-11-17");
  world.db.update(world.tables.sessions).set({ status: "cancelled" }).run();
  expect(nextInCalendar(world.stranger, world.today, {})).toBeNull();
  const [meeting] = listCalendar(world.stranger, { from: "2026-11-01", until: "2026-12-01" }, {});
  expect(meeting).toMatchObject({ status: "cancelled", session: { id: sessionId } });
});
