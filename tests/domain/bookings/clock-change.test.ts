// A meeting keeps its wall time when the clocks change, and its register opens an hour before that.
import { describe, expect, test } from "vitest";
import { registerOpensAt } from "~/domain/bookings/rules";
import { planMeetings } from "~/domain/sessions/rules";
import { instantOf } from "~/shared/civil-time";
import { hours } from "~/shared/clock";

describe("a meeting at 09:30 stays at 09:30 when the clocks change", () => {
  const meeting = (date: string) => ({ date, startTime: "09:30", endTime: "16:30" });
  test.each([
    ["autumn", "2026-10-24", "2026-10-25", "2026-10-24T08:30:00.000Z", "2026-10-25T09:30:00.000Z", 25],
    ["spring", "2027-03-27", "2027-03-28", "2027-03-27T09:30:00.000Z", "2027-03-28T08:30:00.000Z", 23],
  ])("%s", (_, saturday, sunday, firstStart, secondStart, between) => {
    const planned = planMeetings([meeting(saturday), meeting(sunday)]);
    if (!planned.ok) throw new Error(planned.reason);
    const [first, second] = planned.meetings;
    if (!first || !second) throw new Error("Two meetings were planned.");
    expect(new Date(first.startsAt).toISOString()).toBe(firstStart);
    expect(new Date(second.startsAt).toISOString()).toBe(secondStart);
    expect(second.startsAt - first.startsAt).toBe(hours(between));
    expect(second.endsAt - second.startsAt).toBe(hours(7));
    expect(registerOpensAt(second)).toBe(instantOf(sunday, "08:30"));
  });
});
