// Merging two accounts of one person: everything moves, nothing is lost or doubled, and whoever may not be merged is not.
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { acceptOffer, cancelBooking } from "~/domain/bookings/bookings.server";
import { mergePeople, previewMerge, readMerged } from "~/domain/personal-data/personal-data.server";
import { addDays } from "~/shared/civil-time";
import { Forbidden, NotFound } from "~/shared/problems";
import { makeWorld, type World } from "../../support/world";
import { contentOf, digestOf, inShort, watch } from "../support-check/ledger";
import { assessment, changePerson, letter, letterRow, personRow } from "./kept-records";
import { columnsOfPeople, findEverywhere, holdSession, wholeLife } from "./whole-life";

const adminOf = (world: World) => world.as(world.person({ name: "Admin", roles: ["admin"] }));

function merged(world: World, fromId: string, intoId: string, ctx = adminOf(world)) {
  const result = mergePeople(ctx, { fromId, intoId });
  if (!result.ok) throw new Error(`Not merged: ${result.reason}`);
  return result.value;
}
const bookingRow = ({ db, tables }: World, id: string) =>
  db.select().from(tables.bookings).where(eq(tables.bookings.id, id)).get();
const stateOf = (world: World, id: string) => bookingRow(world, id)?.state;

describe("everything about one account becomes the other's", () => {
  test("no column that refers to people holds the old one, save where it says who did something", () => {
    const world = makeWorld();
    const { id: fromId } = wholeLife(world);
    world.book(world.session(), fromId);
    const intoId = world.person();
    const had = findEverywhere(world.db, fromId);
    // A new table that refers to people must be given to the whole life, and then move or be listed here.
    expect(columnsOfPeople(world.db).filter((column) => !had.includes(column))).toEqual([]);
    merged(world, fromId, intoId);
    expect(findEverywhere(world.db, fromId)).toEqual(
      [
        // The account itself, which leads to the other.
        "people.id",
        // Append-only: the trail and the history of bookings say what happened under which account.
        "audit_entries.about_person_id",
        "audit_entries.actor_person_id",
        "audit_entries.subject_id",
        "booking_changes.by_person_id",
        // By whom: which account did it, then.
        "attendance_marks.marked_by",
        "data_complaints.acknowledged_by",
        "data_complaints.answered_by",
        "erasures.erased_by",
        "registers.taken_by",
        "retention_rules.changed_by",
        "role_grants.granted_by",
        "trainer_approvals.approved_by",
        "trainer_assignments.assigned_by",
      ].sort(),
    );
  });

  test("what moves is what the preview counts, what the result says, and what the done page reads", () => {
    const world = makeWorld();
    const { id: fromId } = wholeLife(world);
    const intoId = world.person();
    const ctx = adminOf(world);
    const ids = { fromId, intoId };
    const preview = previewMerge(ctx, ids);
    expect(preview.refusal).toBeNull();
    expect(preview.from.holds).toEqual({
      bookings: 3,
      selfAssessments: 2,
      sessionsTaught: 1,
      approvals: 1,
      roles: 2,
      identities: 1,
      messages: expect.any(Number),
      complaints: 1,
    });
    const result = merged(world, fromId, intoId, ctx);
    expect(result).toEqual({ moved: preview.from.holds, ended: 0 });
    expect(readMerged(ctx, ids)).toMatchObject({ at: world.clock.now(), moved: result.moved, ended: 0 });
    expect(readMerged(ctx, { fromId: intoId, intoId: fromId })).toBeNull();
    expect(previewMerge(ctx, { fromId: intoId, intoId: world.coordinator }).from.holds).toEqual(result.moved);
  });

  test("the old account is closed, keeps its name and address, and everything to sign in with it goes", () => {
    const world = makeWorld();
    const { id: fromId, friend, earlier } = wholeLife(world);
    const intoId = world.person({ name: "Z. Q." });
    const before = personRow(world, fromId);
    const into = personRow(world, intoId);
    merged(world, fromId, intoId);
    expect(personRow(world, fromId)).toEqual({
      ...before,
      disabledAt: world.clock.now(),
      mergedIntoId: intoId,
      accessNeeds: null,
      dietaryNeeds: null,
      lineManagerEmail: null,
    });
    // An account merged into the old one before leads on to the new one.
    expect(personRow(world, earlier)?.mergedIntoId).toBe(intoId);
    // Blanks are filled; what was told in the kept account stands.
    expect(personRow(world, intoId)).toEqual({
      ...into,
      jobTitle: before?.jobTitle,
      team: before?.team,
      lineManagerEmail: before?.lineManagerEmail,
      accessNeeds: before?.accessNeeds,
      dietaryNeeds: before?.dietaryNeeds,
    });
    expect(personRow(world, friend)?.lineManagerEmail).toBe(into?.email);
    const { authSessions, secondFactors, recoveryCodes, signInLinks, externalIdentities } = world.tables;
    for (const table of [authSessions, secondFactors, recoveryCodes])
      expect(world.db.select().from(table).all()).toEqual([]);
    expect(
      world.db
        .select()
        .from(signInLinks)
        .all()
        .map(({ id }) => id),
    ).toEqual(["link-2"]);
    expect(world.db.select().from(externalIdentities).all()).toMatchObject([{ personId: intoId }]);
  });

  test("what was told in both stands as the kept account has it; nobody manages themselves", () => {
    const world = makeWorld();
    const fromId = world.person();
    const intoId = world.person();
    const told = { accessNeeds: "A ramp", team: "North", lineManagerEmail: personRow(world, fromId)?.email };
    changePerson(world, intoId, told);
    changePerson(world, fromId, { accessNeeds: "A lift", team: "South", dietaryNeeds: "Vegan" });
    merged(world, fromId, intoId);
    expect(personRow(world, intoId)).toMatchObject({
      ...told,
      dietaryNeeds: "Vegan",
      lineManagerEmail: null,
    });
  });

  test("roles come together, each audited; letters not yet tried go to the kept address", () => {
    const world = makeWorld();
    const fromId = world.person({ roles: ["trainer", "coordinator"] });
    const intoId = world.person({ roles: ["trainer", "agency_lead"] });
    const email = "old@example.org";
    const to = { toPersonId: fromId, toEmail: email };
    const [fresh, tried, sent] = [
      letter(world, { ...to, state: "waiting" }),
      letter(world, { ...to, state: "waiting", firstTriedAt: 1 }),
      letter(world, to),
    ] as const;
    const ctx = adminOf(world);
    const added = watch(world);
    merged(world, fromId, intoId, ctx);
    expect(added().messages).toEqual([]);
    expect(added().audit).toMatchObject([
      { action: "accounts.role removed", aboutPersonId: fromId, detail: { role: "coordinator" } },
      { action: "accounts.role granted", aboutPersonId: intoId, detail: { role: "coordinator" } },
      { action: "accounts.role removed", aboutPersonId: fromId, detail: { role: "trainer" } },
      {
        action: "personal-data.merged",
        actorKind: "person",
        subjectKind: "person",
        subjectId: fromId,
        aboutPersonId: intoId,
        detail: { from: fromId, into: intoId, bookings: [], ended: [] },
      },
    ]);
    expect(added().audit).toHaveLength(4);
    const grants = world.db.select().from(world.tables.roleGrants).all();
    const rolesOf = (id: string) => grants.filter(({ personId }) => personId === id).map(({ role }) => role);
    expect(rolesOf(intoId).sort()).toEqual(["agency_lead", "coordinator", "trainer"]);
    expect(rolesOf(fromId)).toEqual([]);
    const own = personRow(world, intoId)?.email;
    expect([fresh, tried, sent].map((id) => letterRow(world, id)?.toEmail)).toEqual([own, email, email]);
    expect([fresh, tried, sent].map((id) => letterRow(world, id)?.toPersonId)).toEqual([
      intoId,
      intoId,
      intoId,
    ]);
  });

  test("both trainers: the later approval, the larger part, the earlier beginning", () => {
    const world = makeWorld();
    const { db, tables, today } = world;
    const [fromId, intoId] = [world.trainer(), world.trainer()];
    const until = addDays(today, 900);
    db.update(tables.trainers)
      .set({ joinedOn: "2020-01-01", leftOn: "2026-01-01" })
      .where(eq(tables.trainers.personId, fromId))
      .run();
    db.update(tables.trainerApprovals)
      .set({ until, approvedBy: "her" })
      .where(eq(tables.trainerApprovals.personId, fromId))
      .run();
    const [one, both] = [world.session(), world.session()];
    const assigned = { assignedAt: 0 };
    db.insert(tables.trainerAssignments)
      .values([
        { sessionId: one, personId: fromId, part: "co-trainer", ...assigned },
        { sessionId: both, personId: fromId, part: "lead", ...assigned },
        { sessionId: both, personId: intoId, part: "co-trainer", ...assigned },
      ])
      .run();
    merged(world, fromId, intoId);
    expect(db.select().from(tables.trainers).all()).toEqual([
      { personId: intoId, kind: "practitioner", joinedOn: "2020-01-01", leftOn: null },
    ]);
    expect(db.select().from(tables.trainerApprovals).all()).toMatchObject([
      { personId: intoId, courseId: "course", until, approvedBy: "her" },
    ]);
    const parts = db.select().from(tables.trainerAssignments).all();
    expect(parts.map(({ sessionId, personId, part }) => [sessionId, personId, part]).sort()).toEqual(
      [
        [one, intoId, "co-trainer"],
        [both, intoId, "lead"],
      ].sort(),
    );
  });

  test("the earlier approval of the old account changes nothing, and self-assessments come together", () => {
    const world = makeWorld();
    const { db, tables } = world;
    const [fromId, intoId] = [world.trainer(), world.trainer()];
    const before = db
      .select()
      .from(tables.trainerApprovals)
      .where(eq(tables.trainerApprovals.personId, intoId))
      .all();
    db.update(tables.trainerApprovals)
      .set({ until: "2026-11-04" })
      .where(eq(tables.trainerApprovals.personId, fromId))
      .run();
    assessment(world, fromId, 1);
    assessment(world, intoId, 2);
    merged(world, fromId, intoId);
    expect(db.select().from(tables.trainerApprovals).all()).toEqual(before);
    const said = db.select().from(tables.selfAssessments).all();
    expect(said.map(({ personId, takenAt }) => [personId, takenAt])).toEqual([
      [intoId, 1],
      [intoId, 2],
    ]);
  });
});

describe("both booked the same session", () => {
  function twins() {
    const world = makeWorld();
    return { world, fromId: world.person(), intoId: world.person(), ctx: adminOf(world) };
  }

  test("both confirmed: the later one ends without a letter, and its place goes to whoever waits", () => {
    const { world, fromId, intoId, ctx } = twins();
    const sessionId = world.session({ capacity: 2 });
    const first = world.book(sessionId, fromId);
    world.clock.forward(1000);
    const second = world.book(sessionId, intoId);
    const waiting = world.book(sessionId, world.person());
    const preview = previewMerge(ctx, { fromId, intoId });
    expect(preview.bookedTwice).toMatchObject([
      { sessionId, kept: { keep: { id: first }, end: { id: second } } },
    ]);
    const added = watch(world);
    expect(merged(world, fromId, intoId, ctx)).toMatchObject({ moved: { bookings: 1 }, ended: 1 });
    expect(bookingRow(world, first)).toMatchObject({ personId: intoId, state: "confirmed" });
    expect(bookingRow(world, second)).toMatchObject({ personId: intoId, state: "cancelled" });
    expect(stateOf(world, waiting)).toBe("offered");
    expect(inShort(added())).toEqual({
      audit: ["bookings.cancelled", "bookings.offered", "personal-data.merged"],
      messages: ["booking offered"],
    });
    expect(added().audit.at(-1)?.detail).toMatchObject({ bookings: [first], ended: [second] });
    const { bookingChanges } = world.tables;
    const history = world.db.select().from(bookingChanges).where(eq(bookingChanges.bookingId, second)).all();
    expect(history.at(-1)).toMatchObject({ toState: "cancelled", reason: "the same person booked twice" });
  });

  test("the one with answers stays, though it came later", () => {
    const { world, fromId, intoId } = twins();
    const sessionId = world.session();
    const first = world.book(sessionId, intoId);
    world.clock.forward(1000);
    const second = world.book(sessionId, fromId);
    world.db
      .insert(world.tables.responses)
      .values({ bookingId: second, stage: "T0", instrumentId: "instrument-T0", submittedAt: 0 })
      .run();
    merged(world, fromId, intoId);
    expect([first, second].map((id) => stateOf(world, id))).toEqual(["cancelled", "confirmed"]);
  });

  test.each(["from", "into"])(
    "confirmed and waiting: the confirmed one stays, whichever account has it (%s)",
    (holder) => {
      const { world, fromId, intoId } = twins();
      const sessionId = world.session({ capacity: 1 });
      const confirmed = world.book(sessionId, holder === "from" ? fromId : intoId);
      const waiting = world.book(sessionId, holder === "from" ? intoId : fromId);
      const behind = world.book(sessionId, world.person());
      merged(world, fromId, intoId);
      expect([confirmed, waiting, behind].map((id) => stateOf(world, id))).toEqual([
        "confirmed",
        "cancelled",
        "waiting",
      ]);
    },
  );

  test("offered and confirmed, offered and waiting, both waiting", () => {
    const { world, fromId, intoId } = twins();
    const full = () => {
      const sessionId = world.session({ capacity: 1 });
      return { sessionId, taken: world.book(sessionId, world.person()) };
    };
    const free = (bookingId: string) => cancelBooking(world.asSystem, { bookingId });
    const a = full();
    const offered = world.book(a.sessionId, fromId);
    free(a.taken);
    const queued = world.book(a.sessionId, intoId);
    const b = full();
    const later = { one: world.book(b.sessionId, intoId), other: "" };
    world.clock.forward(1000);
    later.other = world.book(b.sessionId, fromId);
    const c = world.session({ capacity: 2 });
    const filler = world.book(c, world.person());
    const place = world.book(c, intoId);
    const offer = world.book(c, fromId);
    free(filler);
    expect([offered, offer].map((id) => stateOf(world, id))).toEqual(["offered", "offered"]);

    merged(world, fromId, intoId);
    expect([offered, queued].map((id) => stateOf(world, id))).toEqual(["offered", "cancelled"]);
    expect([later.one, later.other].map((id) => stateOf(world, id))).toEqual(["waiting", "cancelled"]);
    expect([place, offer].map((id) => stateOf(world, id))).toEqual(["confirmed", "cancelled"]);
    // The offer that moved is still theirs to answer.
    expect(acceptOffer(world.as(intoId), offered)).toMatchObject({ ok: true });
  });

  test("one came and the other still waited when it was over: the attendance stays", () => {
    const { world, fromId, intoId } = twins();
    const sessionId = world.session({ capacity: 1 });
    const came = world.book(sessionId, fromId);
    const waited = world.book(sessionId, intoId);
    holdSession(world, sessionId, () => "present");
    world.clock.forward(world.days(20));
    const marks = world.db.select().from(world.tables.attendanceMarks).all();
    merged(world, fromId, intoId);
    expect([came, waited].map((id) => stateOf(world, id))).toEqual(["attended", "cancelled"]);
    expect(world.db.select().from(world.tables.attendanceMarks).all()).toEqual(marks);
  });

  test("both on a register that has begun: refused, and nothing changes", () => {
    const { world, fromId, intoId, ctx } = twins();
    const sessionId = world.session();
    const came = world.book(sessionId, fromId);
    world.book(sessionId, intoId);
    const refusal = () => {
      const before = digestOf(world.db);
      const result = mergePeople(ctx, { fromId, intoId });
      expect(digestOf(world.db)).toBe(before);
      expect(previewMerge(ctx, { fromId, intoId })).toMatchObject({
        refusal: "on one register",
        bookedTwice: [{ sessionId, courseTitle: "Neglect", kept: null }],
      });
      return result;
    };
    world.clock.forward(world.days(15));
    expect(refusal()).toEqual({ ok: false, reason: "on one register" });
    holdSession(world, sessionId, (id) => (id === came ? "present" : "absent"));
    expect(refusal()).toEqual({ ok: false, reason: "on one register" });
  });

  test("an ended booking of one is no second booking", () => {
    const { world, fromId, intoId } = twins();
    const sessionId = world.session();
    const ended = world.book(sessionId, fromId);
    cancelBooking(world.as(fromId), { bookingId: ended });
    const live = world.book(sessionId, intoId);
    const added = watch(world);
    merged(world, fromId, intoId);
    expect(inShort(added()).audit).toEqual(["personal-data.merged"]);
    expect([ended, live].map((id) => stateOf(world, id))).toEqual(["cancelled", "confirmed"]);
  });
});

describe("a merge is refused", () => {
  test("in words, and then nothing changes", () => {
    const world = makeWorld();
    const person = () => world.person();
    const admin = world.person({ roles: ["admin"] });
    const [erased, gone, disabled] = [person(), person(), person()];
    changePerson(world, erased, { disabledAt: 1, erasedAt: 1 });
    changePerson(world, gone, { disabledAt: 1, mergedIntoId: person() });
    changePerson(world, disabled, { disabledAt: 1 });
    const plain = person();
    const cases = [
      [plain, plain, "same account"],
      [erased, plain, "erased"],
      [plain, erased, "erased"],
      [gone, plain, "already merged"],
      [plain, gone, "already merged"],
      [admin, plain, "your own account"],
      [plain, disabled, "the kept account is disabled"],
    ] as const;
    const before = contentOf(world.db);
    for (const [fromId, intoId, reason] of cases) {
      expect(mergePeople(world.as(admin), { fromId, intoId })).toEqual({ ok: false, reason });
      expect(previewMerge(world.as(admin), { fromId, intoId }).refusal).toBe(reason);
    }
    expect(contentOf(world.db)).toBe(before);
    // The other way round is fine: a leaver who came back under another address; and so are two leavers.
    merged(world, disabled, plain, world.as(admin));
    merged(world, plain, admin, world.as(admin));
  });

  test("a second time, which is harmless", () => {
    const world = makeWorld();
    const { id: fromId } = wholeLife(world);
    const intoId = world.person();
    const ctx = adminOf(world);
    merged(world, fromId, intoId, ctx);
    const after = digestOf(world.db);
    expect(mergePeople(ctx, { fromId, intoId })).toEqual({ ok: false, reason: "already merged" });
    expect(digestOf(world.db)).toBe(after);
  });

  test("to anyone but an administrator, the system included", () => {
    const world = makeWorld();
    const ids = { fromId: world.person(), intoId: world.person() };
    const roles = ["coordinator", "agency_lead", "trainer", "sdg_member", "scrutineer"] as const;
    const others = roles.map((role) => world.as(world.person({ roles: [role] })));
    const admin = adminOf(world);
    const before = contentOf(world.db);
    for (const ctx of [...others, world.as(ids.intoId), world.asSystem, world.stranger]) {
      expect(() => mergePeople(ctx, ids)).toThrow(Forbidden);
      expect(() => previewMerge(ctx, ids)).toThrow(Forbidden);
      expect(() => readMerged(ctx, ids)).toThrow(Forbidden);
    }
    expect(() => mergePeople(admin, { ...ids, fromId: "nobody" })).toThrow(NotFound);
    expect(() => mergePeople(admin, { ...ids, intoId: "nobody" })).toThrow(NotFound);
    expect(contentOf(world.db)).toBe(before);
  });
});
