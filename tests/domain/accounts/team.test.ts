// A lead's own agency and a line manager's reports: theirs, and nobody else's.
import { expect, test } from "vitest";
import {
  findSignedInPerson,
  listAwaitingOwnAgency,
  listOwnAgency,
  listReports,
  readTeamMember,
} from "~/domain/accounts/accounts.server";
import { finishRegister, listMissedLately, markAttendance } from "~/domain/bookings/bookings.server";
import { addDays } from "~/shared/civil-time";
import { days } from "~/shared/clock";
import { NotFound } from "~/shared/problems";
import { digestOf } from "../support-check/ledger";
import { expectTurnedAway, type PeopleCast, peopleCast } from "./people-cast";

const firstPage = { number: 1, size: 25 };
const idsOf = (people: { id: string }[] | undefined) => (people ?? []).map(({ id }) => id).sort();

test("a lead sees those of their own agency who are here and confirmed, and nothing of their needs", () => {
  const cast = peopleCast();
  const ann = cast.change(cast.person({ name: "Ann", agencyId: "health" }), { accessNeeds: "A ramp" });
  cast.change(cast.person({ agencyId: "health" }), { disabledAt: 1 });
  cast.joiner("health");
  cast.change(cast.person({ agencyId: "health" }), { agencyStanding: "declined" });
  const seen = listOwnAgency(cast.as(cast.healthLead), {}, firstPage);
  expect(seen).toMatchObject({ agencyName: "Health", total: 2, page: 1 });
  expect(idsOf(seen?.people)).toEqual([ann, cast.healthLead].sort());
  expect(Object.keys(seen?.people[0] ?? {}).sort()).toEqual([
    "email",
    "id",
    "jobTitle",
    "kindOfWork",
    "name",
    "team",
  ]);
  expect(idsOf(listOwnAgency(cast.as(cast.healthLead), { q: "ANN" }, firstPage)?.people)).toEqual([ann]);
  // Everyone of the police has an address with "police" in it; none of them is found.
  cast.change(cast.lead, { name: "Ann of the police" });
  expect(idsOf(listOwnAgency(cast.as(cast.healthLead), { q: "ann" }, firstPage)?.people)).toEqual([ann]);
});

test("who waits for the lead's answer: of their agency, still here, the longest first", () => {
  const cast = peopleCast();
  const last = cast.change(cast.joiner(), { createdAt: cast.clock.now() + 1 });
  const first = cast.change(cast.joiner(), { createdAt: cast.clock.now() - 1 });
  cast.joiner("health");
  cast.change(cast.joiner(), { disabledAt: 1 });
  const waiting = listAwaitingOwnAgency(cast.as(cast.lead)).map(({ id }) => id);
  expect(waiting).toEqual([first, cast.unconfirmedLead, last]);
  cast.change(cast.lead, { agencyStanding: "awaiting" });
  expect(listAwaitingOwnAgency(cast.as(cast.lead))).toEqual([]);
});

test("whoever leads no agency, or is not confirmed in theirs, sees none", () => {
  const cast = peopleCast();
  cast.joiner();
  missedSession(cast, cast.person());
  const away = [...cast.nobodies(), cast.as(cast.admin), cast.as(cast.unconfirmedLead), cast.asSystem];
  const before = digestOf(cast.db);
  for (const ctx of away) {
    expect(listOwnAgency(ctx, {}, firstPage)).toBeNull();
    expect(listAwaitingOwnAgency(ctx)).toEqual([]);
    expect(listReports(ctx)).toEqual([]);
    expect(listMissedLately(ctx)).toEqual([]);
  }
  expect(digestOf(cast.db)).toBe(before);
});

test("a line manager sees those who name them: here, confirmed, in whatever case the address is typed", () => {
  const cast = peopleCast();
  const boss = cast.person({ name: "Boss" });
  const lineManagerEmail = cast.row(boss).email;
  const named = (set: object, agencyId = "police") => cast.change(cast.person({ agencyId }), set);
  const one = named({ lineManagerEmail: lineManagerEmail.toUpperCase() });
  const other = named({ lineManagerEmail }, "health");
  const awaiting = named({ lineManagerEmail, agencyStanding: "awaiting" });
  const left = named({ lineManagerEmail, disabledAt: 1 });
  named({ lineManagerEmail: `x${lineManagerEmail}` });
  cast.change(boss, { lineManagerEmail });
  const ctx = cast.as(boss);
  expect(idsOf(listReports(ctx))).toEqual([one, other].sort());
  expect(readTeamMember(ctx, other)).toMatchObject({ id: other, agencyName: "Health" });
  for (const hidden of [awaiting, left, cast.lead, boss, "nobody"])
    expect(() => readTeamMember(ctx, hidden)).toThrow(NotFound);
});

test.each(["awaiting", "declined"] as const)(
  "a line manager whose own standing is %s looks after nobody, and is again once they are confirmed",
  (agencyStanding) => {
    const cast = peopleCast();
    const boss = cast.person({ name: "Boss" });
    const report = cast.change(cast.person(), { lineManagerEmail: cast.row(boss).email });
    const manages = () => findSignedInPerson(cast, boss)?.actor.roles.has("line_manager");
    cast.change(boss, { agencyStanding });
    expect(manages()).toBe(false);
    // Asked with the role in hand as well: it may have been read a moment before.
    expect(listReports(cast.as(boss))).toEqual([]);
    expect(() => readTeamMember(cast.as(boss), report)).toThrow(NotFound);
    cast.change(boss, { agencyStanding: "confirmed" });
    expect(manages()).toBe(true);
    expect(idsOf(listReports(cast.as(boss)))).toEqual([report]);
  },
);

test("a lead opens the record of their own people, and to everyone else there is no such person", () => {
  const cast = peopleCast();
  const ann = cast.person();
  const eve = cast.person({ agencyId: "health" });
  const fields = ["agencyName", "email", "id", "jobTitle", "kindOfWork", "name", "team"];
  expect(Object.keys(readTeamMember(cast.as(cast.lead), ann)).sort()).toEqual(fields);
  const away = [...cast.nobodies(), cast.as(cast.healthLead), cast.as(cast.unconfirmedLead), cast.asSystem];
  expectTurnedAway(cast, away, (ctx) => readTeamMember(ctx, ann), NotFound);
  expectTurnedAway(cast, [cast.as(cast.lead)], (ctx) => readTeamMember(ctx, eve), NotFound);
  const hidden = [cast.joiner(), cast.change(cast.person(), { disabledAt: 1 }), "nobody"];
  for (const id of hidden) expect(() => readTeamMember(cast.as(cast.lead), id)).toThrow(NotFound);
});

/** Holds a session that this person had a place in and did not come to. */
function missedSession(cast: PeopleCast, personId: string): string {
  const sessionId = cast.session({
    meetings: [{ date: addDays(cast.today, 1), startTime: "09:30", endTime: "16:30" }],
  });
  const bookingId = cast.book(sessionId, personId);
  const meeting = cast.db
    .select()
    .from(cast.tables.meetings)
    .all()
    .find((one) => one.sessionId === sessionId);
  const meetingId = meeting?.id ?? "";
  cast.clock.forward(days(2));
  const ctx = cast.as(cast.coordinator);
  markAttendance(ctx, { meetingId, marks: new Map([[bookingId, "absent"]]) });
  const finished = finishRegister(ctx, meetingId);
  if (!finished.ok) throw new Error(`Not finished: ${finished.reason}`);
  cast.clock.forward(-days(2));
  return bookingId;
}

test("a lead sees who of their people did not come in the last 90 days", () => {
  const cast = peopleCast();
  const ann = cast.person({ name: "Ann" });
  const bookingId = missedSession(cast, ann);
  missedSession(cast, cast.person({ agencyId: "health" }));
  cast.clock.forward(days(3));
  const ctx = cast.as(cast.lead);
  expect(listMissedLately(ctx)).toMatchObject([
    { bookingId, personId: ann, personName: "Ann", courseTitle: "Neglect" },
  ]);
  cast.change(ann, { agencyId: "health" });
  expect(listMissedLately(ctx)).toEqual([]);
  cast.change(ann, { agencyId: "police" });
  cast.clock.forward(days(90));
  expect(listMissedLately(ctx)).toEqual([]);
});
