// Three months after the last stage has closed nobody can tell whose answers they were; figures and certificates stay.
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { giveCertificates } from "~/domain/certificates/certificates.server";
import {
  lastStageCloses,
  listOwed,
  mayAnswer,
  readSubject,
  unlinkAnswers,
} from "~/domain/evaluations/evaluations.server";
import { refreshFigures } from "~/domain/impact/impact.server";
import { changeRetention, runRetention } from "~/domain/personal-data/personal-data.server";
import { listDue } from "~/domain/personal-data/retention-queries.server";
import { addDays, addMonths, civilDateAt, instantOf, startOfDay } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { digestOf, watch } from "../support-check/ledger";
import { saidWorld } from "./said-world";

const monthAfter = (instant: number) => startOfDay(addMonths(civilDateAt(instant), 1));

/** Five people who answered everything, one who came and answered the start only, one who did not come. */
function everyoneAnswered({ sixMonths = true } = {}) {
  const said = saidWorld({ people: 7 });
  const [quiet = "", absent = ""] = said.bookings.slice(5);
  for (const id of said.bookings) said.give(id, "T0", { answers: [{ itemId: "item-act", value: 5 }] });
  said.takeRegister({ [absent]: "absent" });
  const full = said.bookings.slice(0, 5);
  for (const stage of ["T2", "T3", "M", "T4"] as const)
    for (const id of full) {
      if (stage === "T4" && !sixMonths) continue;
      const follow = said.commitmentsOf(id).map(({ id: commitmentId }) => ({
        ...{
          commitmentId,
          outcome: stage === "M" ? null : ("done" as const),
          evidence: null,
          opportunity: null,
        },
        seen: stage === "M" ? ("yes" as const) : null,
      }));
      const done = said.give(id, stage, {
        answers: [
          { itemId: "item-act", value: 8 },
          { itemId: "item-case", value: 2 },
        ],
        comments: [{ itemId: "item-words", text: `Of ${id}`, quotable: true }],
        commitments: stage === "T2" ? [said.commitment] : [],
        followUps: follow,
        managerMayBeAsked: stage === "T2" ? true : null,
      });
      if (!done.ok) throw new Error(`${stage}: ${done.reason}`);
      if (stage === "T2") giveCertificates(said.asSystem, id);
    }
  const { db, tables, world } = said;
  if (!sixMonths) db.delete(tables.courseEvaluations).run();
  const figures = () => {
    db.delete(tables.sessionFigures).run();
    db.delete(tables.sessionFigureStates).run();
    refreshFigures(world.asSystem, { all: true });
    return db.select().from(tables.sessionFigures).all();
  };
  const certificates = () => db.select().from(tables.certificates).all();
  return { ...said, full, quiet, absent, figures, certificates };
}

describe("the rule, with a clock that is moved", () => {
  test.each([
    ["26 weeks where nothing is asked later", false, addDays("2026-11-17", 183)],
    ["ten months where it is asked again after six", true, addDays(addMonths("2026-11-17", 10), 1)],
  ])("three months after %s, and not a day before", (_, sixMonths, closed) => {
    const { world, clock, rows } = everyoneAnswered({ sixMonths });
    const due = addMonths(closed, 3);
    clock.set(startOfDay(due) - 1);
    runRetention(world.asSystem);
    expect(rows().respondents.filter(({ bookingId }) => bookingId === null)).toEqual([]);
    expect(rows().respondents).toHaveLength(7);
    clock.set(startOfDay(due));
    runRetention(world.asSystem);
    expect(rows().respondents).toHaveLength(6);
    expect(
      rows().respondents.every(({ bookingId, unlinkedAt }) => bookingId === null && unlinkedAt !== null),
    ).toBe(true);
    const before = digestOf(world.db);
    expect(runRetention(world.asSystem).evaluations).toBe(0);
    expect(digestOf(world.db)).toBe(before);
  });

  test("the partnership may choose otherwise", () => {
    const { world, clock, rows, person } = everyoneAnswered();
    const admin = world.as(person({ roles: ["admin"] }));
    expect(changeRetention(admin, { rule: "evaluations", months: 1 })).toMatchObject({ ok: true });
    clock.set(startOfDay(addMonths("2027-09-18", 1)));
    runRetention(world.asSystem);
    expect(rows().respondents.filter(({ bookingId }) => bookingId !== null)).toEqual([]);
  });

  test("whatever the day of the training, nothing is unlinked that could still be answered", () => {
    const { world, db, tables, rows, sessionId, clock } = everyoneAnswered();
    const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays("2026-12-01", n));
    fc.assert(
      fc.property(day, fc.boolean(), fc.integer({ min: 0, max: 20 }), (on, sixMonths, more) => {
        const endsAt = instantOf(on, "16:30");
        db.update(tables.sessions).set({ endsAt }).where(eq(tables.sessions.id, sessionId)).run();
        db.update(tables.courseEvaluations).set({ sixMonths }).run();
        const closes = lastStageCloses({ startsAt: 0, endsAt, registerTakenAt: null }, { sixMonths });
        // One month is the least that can be chosen; a few days around the day on which it is due.
        clock.set(startOfDay(addDays(addMonths(civilDateAt(closes), 1), more - 10)));
        const listed = listDue(world, "evaluations", { months: 1, most: 500 }).length;
        if (listed > 0) expect(clock.now()).toBeGreaterThanOrEqual(monthAfter(closes));
        if (more >= 16) expect(listed).toBe(rows().respondents.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe("once unlinked", () => {
  function unlinked() {
    const said = everyoneAnswered();
    const before = { ...said.rows(), figures: said.figures(), certificates: said.certificates() };
    said.clock.set(instantOf("2028-01-05", "03:00"));
    const added = watch(said.world);
    runRetention(said.world.asSystem);
    return { ...said, before, added };
  }

  test("every figure and every certificate is what it was", () => {
    const { before, figures, certificates } = unlinked();
    expect(before.figures).toHaveLength(1);
    expect(figures()).toEqual(before.figures);
    expect(before.certificates).toHaveLength(5);
    expect(certificates()).toEqual(before.certificates);
  });

  test("what was answered, promised and seen stays, under ids that nothing else knows", () => {
    const { before, rows, absent } = unlinked();
    const after = rows();
    const gone = before.respondents.find(({ bookingId }) => bookingId === absent)?.id;
    const inAll = (list: { itemId: string; value: number; stage: string; respondentId: string }[]) =>
      list
        .filter(({ respondentId }) => respondentId !== gone)
        .map(({ itemId, value, stage }) => `${itemId} ${value} ${stage}`)
        .sort();
    expect(inAll(after.answers)).toEqual(inAll(before.answers));
    expect(after.commitments).toHaveLength(5);
    expect(after.followUps).toHaveLength(15);
    const idsOf = (all: typeof after) =>
      [...all.respondents, ...all.comments, ...all.commitments].map(({ id }) => id);
    expect(idsOf(after).filter((id) => idsOf({ ...after, ...before }).includes(id))).toEqual([]);
    expect(after.respondents.every(({ managerMayBeAsked }) => managerMayBeAsked === null)).toBe(true);
  });

  test("that they answered stays by name, and nothing leads from there to what", () => {
    const { before, rows, db, bookings, learners } = unlinked();
    const after = rows();
    expect(after.receipts).toEqual(before.receipts);
    const theirs = JSON.stringify([
      after.respondents,
      after.responses,
      after.answers,
      after.comments.map(({ text: _text, ...comment }) => comment),
      after.commitments,
      after.followUps,
    ]);
    for (const id of [...bookings, ...learners]) expect(theirs).not.toContain(`"${id}"`);
    // Nor does any other table know a respondent, a response, a comment or a commitment of theirs.
    const known = [...after.respondents, ...after.comments, ...after.commitments].map(({ id }) => id);
    const own = ["respondents", "responses", "answers", "comments", "commitments", "commitment_follow_ups"];
    const others = db.$client
      .prepare("select name from sqlite_master where type = 'table'")
      .pluck()
      .all()
      .filter((name) => !own.includes(String(name)));
    for (const name of others) {
      const content = JSON.stringify(db.$client.prepare(`select * from "${name}"`).all());
      for (const id of known) expect(content.includes(id), `${name} knows ${id}`).toBe(false);
    }
  });

  test("no instant is the minute of an answer: all of a session's are one day's", () => {
    const { rows, endsAt, db, tables } = unlinked();
    const { responses, commitments, followUps, respondents } = rows();
    const day = startOfDay(civilDateAt(endsAt));
    const instants = [
      ...responses.map(({ submittedAt }) => submittedAt),
      ...commitments.map(({ madeAt }) => madeAt),
      ...followUps.map(({ answeredAt }) => answeredAt),
    ];
    expect([...new Set(instants)]).toEqual([day]);
    expect([...new Set(respondents.map(({ unlinkedAt }) => unlinkedAt))]).toEqual([
      startOfDay(civilDateAt(instantOf("2028-01-05", "03:00"))),
    ]);
    const trail = db.select().from(tables.auditEntries).all();
    expect(trail.filter(({ at }) => instants.includes(at))).toEqual([]);
  });

  test("what somebody answered who did not come is gone, as figures never counted it", () => {
    const { before, rows, absent, quiet } = unlinked();
    expect(before.respondents.map(({ bookingId }) => bookingId)).toEqual(
      expect.arrayContaining([absent, quiet]),
    );
    expect(rows().respondents).toHaveLength(before.respondents.length - 1);
    expect(rows().receipts.some(({ bookingId }) => bookingId === absent)).toBe(true);
  });

  test("one entry with rule and count tells of it, and none of whose", () => {
    const { added } = unlinked();
    const run = added().audit.filter(({ detail }) => (detail as { rule?: string }).rule === "evaluations");
    expect(run).toMatchObject([
      {
        action: "personal-data.retention run",
        aboutPersonId: null,
        detail: { rule: "evaluations", rows: 7 },
      },
    ]);
  });

  test("nothing more is owed or may be answered", () => {
    const { world, clock, learners, full } = unlinked();
    for (const id of learners) expect(listOwed(world, id)).toEqual([]);
    for (const id of full)
      for (const stage of ["T0", "T1", "T2", "T3", "M", "T4"] as const)
        expect(mayAnswer(stage, readSubject(world, id), clock.now()).open).toBe(false);
  });
});

test("only the system and administrators unlink, and again changes nothing", () => {
  const { world, booking, answerAll, rows, person } = saidWorld();
  answerAll(booking);
  const ids = rows().respondents.map(({ id }) => id);
  const others = [world.stranger, world.as(world.coordinator), world.as(person({ roles: ["trainer"] }))];
  const admin = world.as(person({ roles: ["admin"] }));
  const before = digestOf(world.db);
  for (const ctx of others) expect(() => unlinkAnswers(ctx, ids)).toThrow(Forbidden);
  expect(digestOf(world.db)).toBe(before);
  expect(unlinkAnswers(admin, ids)).toBe(1);
  const after = digestOf(world.db);
  expect(unlinkAnswers(world.asSystem, [...ids, ...rows().respondents.map(({ id }) => id)])).toBe(0);
  expect(digestOf(world.db)).toBe(after);
});
