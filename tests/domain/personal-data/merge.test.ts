// Merging two accounts of one person: everything about the one becomes the other's.
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { previewMerge, readMerged } from "~/domain/personal-data/personal-data.server";
import { addDays } from "~/shared/civil-time";
import { makeWorld } from "../../support/world";
import { watch } from "../support-check/ledger";
import { columnsOfPeople, findEverywhere } from "./database-search";
import { adminOf, assessment, changePerson, letter, letterRow, merged, personRow } from "./kept-records";
import { wholeLife } from "./whole-life";

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
        "external_learning.reviewed_by",
        "booking_terms.made_by",
        "charge_changes.by_person_id",
        "booking_approvals.answered_by",
        "prerequisite_claims.decided_by",
        "promotions.by_person_id",
        "booking_groups.made_by",
        "held_places.made_by",
        "registers.taken_by",
        "comments.read_by",
        "release_comments.written_by",
        "releases.drafted_by",
        "releases.signed_off_by",
        "retention_rules.changed_by",
        "role_grants.granted_by",
        "trainer_approvals.approved_by",
        "trainer_assignments.assigned_by",
        "wordings.saved_by",
        // An entry in a calendar keeps its name, which is for good.
        "trainer_assignments.entry_of",
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
      charges: 1,
      certificates: 1,
      externalLearning: 1,
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
