// The property: whatever is answered, moved, merged, erased and unlinked, and in whatever order, one response per respondent
// and stage, one receipt per booking and stage, and no response that outlives its respondent.
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cancelBooking, finishRegister, markAttendance } from "~/domain/bookings/bookings.server";
import { nothingGiven, type Stage, stages } from "~/domain/evaluations/evaluations";
import {
  moveAndKeepAnswers,
  recordResponse,
  respondentOf,
  unlinkAnswers,
} from "~/domain/evaluations/evaluations.server";
import { erasePerson, mergePeople, runRetention } from "~/domain/personal-data/personal-data.server";
import { meetingsOf } from "~/domain/sessions/sessions.server";
import { addDays } from "~/shared/civil-time";
import { days, minutes } from "~/shared/clock";
import { makeWorld, testNow, type World } from "../../support/world";
import { adminOf } from "../personal-data/kept-records";
import { askMore } from "./said-world";

type Deed =
  | { deed: "answer"; who: number; stage: Stage }
  | { deed: "move" | "book" | "cancel"; who: number; session: number }
  | { deed: "register"; session: number; absent: number }
  | { deed: "merge"; who: number; into: number }
  | { deed: "erase" | "unlink" | "make"; who: number }
  | { deed: "retention" }
  | { deed: "wait"; days: number };

const who = fc.nat(3);
const session = fc.nat(2);
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ deed: fc.constant("answer" as const), who, stage: fc.constantFrom(...stages) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ deed: fc.constantFrom("move" as const, "book" as const), who, session }),
  },
  { weight: 1, arbitrary: fc.record({ deed: fc.constant("cancel" as const), who, session }) },
  { weight: 3, arbitrary: fc.record({ deed: fc.constant("register" as const), session, absent: fc.nat(7) }) },
  { weight: 2, arbitrary: fc.record({ deed: fc.constant("merge" as const), who, into: who }) },
  {
    weight: 1,
    arbitrary: fc.record({
      deed: fc.constantFrom("erase" as const, "make" as const),
      who,
    }),
  },
  { weight: 3, arbitrary: fc.record({ deed: fc.constant("unlink" as const), who }) },
  { weight: 2, arbitrary: fc.constant({ deed: "retention" as const }) },
  {
    weight: 4,
    arbitrary: fc.record({ deed: fc.constant("wait" as const), days: fc.constantFrom(1, 7, 20, 60, 200) }),
  },
);

function lived(world: World) {
  const { db, tables, clock } = world;
  clock.set(testNow);
  // Those whom deeds before have erased or merged are not to come up again.
  const people = Array.from({ length: 4 }, () => world.person());
  const sessions = [10, 11, 40].map((later) =>
    world.session({
      capacity: 8,
      meetings: [{ date: addDays(world.today, later), startTime: "09:30", endTime: "16:30" }],
    }),
  );
  const admin = adminOf(world);
  const at = <Thing>(list: Thing[], index: number) => list[index % list.length] as Thing;
  const bookingsOf = (personId: string) =>
    db.select().from(tables.bookings).where(eq(tables.bookings.personId, personId)).all();

  const act = (deed: Deed): void => {
    if (deed.deed === "wait") return void clock.forward(days(deed.days));
    if (deed.deed === "retention") return void runRetention(world.asSystem);
    if (deed.deed === "register") {
      const sessionId = at(sessions, deed.session);
      const meeting = meetingsOf(world, sessionId)[0];
      if (!meeting) return;
      clock.set(Math.max(clock.now(), meeting.endsAt + minutes(5)));
      const rows = db.select().from(tables.bookings).where(eq(tables.bookings.sessionId, sessionId)).all();
      const marks = new Map(
        rows
          .filter(({ state }) => state === "confirmed")
          .map(({ id }, index) => [id, index === deed.absent ? ("absent" as const) : ("present" as const)]),
      );
      markAttendance(world.asSystem, { meetingId: meeting.id, marks });
      finishRegister(world.asSystem, meeting.id);
      return;
    }
    const personId = at(people, deed.who);
    const own = bookingsOf(personId);
    if (deed.deed === "book") {
      try {
        world.book(at(sessions, deed.session), personId);
      } catch {
        // Booked already, closed, or not theirs any more.
      }
      return;
    }
    if (deed.deed === "merge")
      return void mergePeople(admin, { fromId: personId, intoId: at(people, deed.into) });
    if (deed.deed === "erase") return void erasePerson(admin, { personId, reason: "asked" });
    if (deed.deed === "unlink") {
      const ids = own.flatMap(({ id }) => respondentOf(world, id) ?? []);
      return void unlinkAnswers(world.asSystem, ids);
    }
    for (const { id: bookingId, sessionId, state } of own) {
      if (deed.deed === "make") respondentOf(world.asSystem, bookingId, { make: true });
      if (deed.deed === "answer") answerOnce(bookingId, deed.stage);
      if (deed.deed === "cancel" && sessionId === at(sessions, deed.session))
        cancelBooking(world.as(world.coordinator), { bookingId });
      if (deed.deed === "move" && state === "confirmed")
        moveAndKeepAnswers(world.as(world.coordinator), {
          bookingId,
          toSessionId: at(sessions, deed.session),
        });
    }
  };
  const answerOnce = (bookingId: string, stage: Stage) => {
    const commitment = {
      what: "Ring",
      byWhen: null,
      withWhom: null,
      sure: 1,
      obstacle: null,
      quotable: false,
    };
    const given = {
      ...nothingGiven,
      answers: [{ itemId: "item-act", value: 5 }],
      comments: [{ itemId: "item-words", text: "Words", quotable: true }],
      commitments: [commitment],
      managerMayBeAsked: true,
    };
    const first = recordResponse(world.stranger, { bookingId, stage }, given);
    const again = recordResponse(world.stranger, { bookingId, stage }, given);
    if (first.ok) expect(again).toEqual({ ok: false, reason: "already answered" });
    else expect(again).toEqual(first);
  };
  return act;
}

/** What must hold, whatever happened. */
function breaches({ db, tables }: World): string[] {
  const found: string[] = [];
  const bookings = new Map(
    db
      .select()
      .from(tables.bookings)
      .all()
      .map((row) => [row.id, row]),
  );
  const respondents = new Map(
    db
      .select()
      .from(tables.respondents)
      .all()
      .map((row) => [row.id, row]),
  );
  const receipts = db.select().from(tables.evaluationReceipts).all();
  const responses = db.select().from(tables.responses).all();
  const keyOf = (...parts: (string | null)[]) => parts.join(" ");
  const twice = (keys: string[], what: string) => {
    if (new Set(keys).size < keys.length) found.push(`${what} twice`);
  };
  twice(
    responses.map(({ respondentId, stage }) => keyOf(respondentId, stage)),
    "a response",
  );
  twice(
    receipts.map(({ bookingId, stage }) => keyOf(bookingId, stage)),
    "a receipt",
  );
  const linked = [...respondents.values()].filter(({ bookingId }) => bookingId !== null);
  twice(
    linked.map(({ bookingId }) => keyOf(bookingId)),
    "a respondent",
  );
  for (const { bookingId, sessionId } of linked)
    if (bookings.get(bookingId ?? "")?.sessionId !== sessionId) found.push("a respondent of another session");
  const received = new Set(receipts.map(({ bookingId, stage }) => keyOf(bookingId, stage)));
  for (const { respondentId, stage } of responses) {
    const respondent = respondents.get(respondentId);
    if (!respondent) found.push("a response that outlives its respondent");
    else if (respondent.bookingId !== null && !received.has(keyOf(respondent.bookingId, stage)))
      found.push("a response without a receipt");
  }
  const answered = new Set(responses.map(({ respondentId, stage }) => keyOf(respondentId, stage)));
  for (const row of [...db.select().from(tables.answers).all(), ...db.select().from(tables.comments).all()])
    if (!answered.has(keyOf(row.respondentId, row.stage))) found.push("an answer without its response");
  for (const { respondentId } of db.select().from(tables.commitments).all())
    if (!respondents.has(respondentId)) found.push("a commitment of nobody");
  const broken = db.$client.pragma("foreign_key_check") as unknown[];
  return broken.length > 0 ? [...found, "a broken reference"] : found;
}

test("one response per respondent and stage, one receipt per booking and stage, none that outlives its respondent", () => {
  const world = makeWorld();
  askMore(world);
  world.db
    .insert(world.tables.courseEvaluations)
    .values({ courseId: "course", onArrival: true, sixMonths: true })
    .run();
  const seen = { linked: 0, unlinked: 0, moved: 0 };
  fc.assert(
    fc.property(fc.array(deeds, { minLength: 5, maxLength: 40 }), (plan) => {
      const act = lived(world);
      for (const who of [0, 1, 2, 3]) act({ deed: "book", who, session: who });
      for (const who of [0, 1, 2]) act({ deed: "answer", who, stage: "T0" });
      for (const deed of plan) {
        const receipts = world.db.select().from(world.tables.evaluationReceipts).all().length;
        act(deed);
        expect(breaches(world), JSON.stringify(deed)).toEqual([]);
        expect(world.db.select().from(world.tables.evaluationReceipts).all().length).toBeGreaterThanOrEqual(
          receipts,
        );
      }
      const all = world.db.select().from(world.tables.respondents).all();
      seen.linked += all.filter(({ bookingId }) => bookingId !== null).length;
      seen.unlinked += all.filter(({ bookingId }) => bookingId === null).length;
      seen.moved += world.db
        .select()
        .from(world.tables.auditEntries)
        .where(eq(world.tables.auditEntries.action, "evaluations.answers moved"))
        .all().length;
    }),
    { numRuns: 25 },
  );
  // It came to what it is about.
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(3);
});
