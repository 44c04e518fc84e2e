// Erasure: nothing anywhere tells who it was, what counts still counts, and whoever is still needed is not erased.
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { giveUpPlaces } from "~/domain/bookings/bookings.server";
import { readImpactReport } from "~/domain/impact/impact.server";
import { needsAnalysis } from "~/domain/needs/needs.server";
import { erasePerson, reapplyErasures, type Tombstone } from "~/domain/personal-data/personal-data.server";
import { assignTrainer } from "~/domain/sessions/sessions.server";
import { Forbidden, NotFound } from "~/shared/problems";
import { makeWorld, type World } from "../../support/world";
import { year } from "../impact-report/delivered";
import { contentOf, digestOf, inShort, nothing, watch } from "../support-check/ledger";
import { changePerson, letter, letterRow, personRow } from "./kept-records";
import { columnsOfPeople, findEverywhere, holdSession, theirWords, wholeLife, words } from "./whole-life";

const asked = (personId: string) => ({ personId, reason: "asked" as const });
const adminOf = (world: World) => world.as(world.person({ name: "Admin", roles: ["admin"] }));

describe("after someone with a whole life here is erased", () => {
  test("no column of any table says their name, their address or anything they typed", () => {
    const world = makeWorld();
    const { id, friend } = wholeLife(world);
    const before = findEverywhere(world.db, theirWords);
    // The search finds something in every table that holds words: else it would prove nothing.
    expect(before).toEqual([
      "auth_sessions.device",
      "data_complaints.email",
      "data_complaints.name",
      "data_complaints.text",
      "external_identities.subject",
      "outbox.facts",
      "outbox.html",
      "outbox.last_problem",
      "outbox.subject",
      "outbox.text",
      "outbox.to_email",
      "people.access_needs",
      "people.dietary_needs",
      "people.email",
      "people.job_title",
      "people.line_manager_email",
      "people.name",
      "people.password_hash",
      "people.team",
      "recovery_codes.code_hash",
      "second_factors.sealed_key",
      "sign_in_links.email",
      "sign_in_links.return_to",
    ]);
    expect(erasePerson(adminOf(world), asked(id))).toEqual({ ok: true, value: null });
    // A complaint may be needed to answer a claim: it has a rule of its own, and the page says so.
    const complaint = ["data_complaints.email", "data_complaints.name", "data_complaints.text"];
    expect(findEverywhere(world.db, theirWords)).toEqual(complaint);
    expect(personRow(world, friend)?.lineManagerEmail).toBeNull();
  });

  test("their row keeps only what counts are made of, whatever columns it has", () => {
    const world = makeWorld();
    const { id } = wholeLife(world);
    const before = personRow(world, id);
    erasePerson(adminOf(world), asked(id));
    const { agencyId, roleGroupId, agencyStanding, createdAt } = before ?? {};
    const { id: _id, name, email, disabledAt, erasedAt, ...rest } = personRow(world, id) ?? {};
    expect({ name, email, disabledAt, erasedAt }).toEqual({
      name: "Erased person",
      email: `erased-${id}@invalid`,
      disabledAt: world.clock.now(),
      erasedAt: world.clock.now(),
    });
    const empty = Object.fromEntries(Object.keys(rest).map((column) => [column, null]));
    expect(rest).toEqual({ ...empty, agencyId, roleGroupId, agencyStanding, createdAt });
  });

  test("what is left of them is the work of nobody; every table that refers to people was looked at", () => {
    const world = makeWorld();
    const { id } = wholeLife(world);
    const referring = columnsOfPeople(world.db);
    const had = findEverywhere(world.db, id);
    // A new table that refers to people must be given to the whole life, and then decided on here.
    expect(referring.filter((column) => !had.includes(column))).toEqual([]);
    erasePerson(adminOf(world), asked(id));
    expect(findEverywhere(world.db, id)).toEqual(
      [
        // The trail is append-only and holds ids and kinds.
        "audit_entries.about_person_id",
        "audit_entries.actor_person_id",
        "audit_entries.subject_id",
        "booking_changes.by_person_id",
        // What is counted: places, attendance, answers about needs, teaching.
        "bookings.person_id",
        // A complaint stays with its account, so that a claim can be answered.
        "data_complaints.acknowledged_by",
        "data_complaints.answered_by",
        "data_complaints.person_id",
        "erasures.erased_by",
        "erasures.person_id",
        // That messages were sent, without to whom and what.
        "outbox.to_person_id",
        "people.id",
        "people.merged_into_id",
        // Who did something.
        "registers.taken_by",
        "retention_rules.changed_by",
        "role_grants.granted_by",
        "self_assessments.person_id",
        "trainer_approvals.approved_by",
        "trainer_assignments.assigned_by",
        "trainer_assignments.person_id",
        "trainers.person_id",
      ]
        .concat("attendance_marks.marked_by")
        .sort(),
    );
  });

  test("training counts, impact figures and the reach of needs are what they were", () => {
    const world = makeWorld();
    const { id } = wholeLife(world);
    for (let n = 0; n < 12; n++) {
      const sessionId = world.session({ capacity: 9 });
      world.book(sessionId, world.person());
      holdSession(world, sessionId, () => "present");
    }
    world.clock.forward(world.days(30));
    // Someone who has left is in no count of needs; that is so before they are erased, and their training counts on.
    changePerson(world, id, { disabledAt: world.clock.now() - 1000 });
    const counts = () => ({
      impact: readImpactReport(world.as(world.coordinator), year),
      needs: needsAnalysis(world.asSystem, world.clock.now() - 1),
      needsThen: needsAnalysis(world.asSystem, world.clock.now() - world.days(3)),
      untouched: digestOf(world.db, [
        "people",
        "audit_entries",
        "outbox",
        "erasures",
        "auth_sessions",
        "sign_in_links",
        "second_factors",
        "recovery_codes",
        "external_identities",
        "role_grants",
        "trainers",
        "trainer_approvals",
      ]),
    });
    const before = counts();
    expect(before.impact.attendances).toBeGreaterThan(10);
    expect(before.needsThen.people.withRequirements).toBe(0);
    erasePerson(world.asSystem, { personId: id, reason: "left long ago" });
    expect(counts()).toEqual(before);
  });

  test("one entry per account and one tombstone tell of it, and again changes nothing", () => {
    const world = makeWorld();
    const { id, earlier } = wholeLife(world);
    const ctx = adminOf(world);
    const added = watch(world);
    erasePerson(ctx, asked(id));
    const { audit, messages } = added();
    expect(messages).toEqual([]);
    expect(audit).toMatchObject(
      [id, earlier].map((subjectId) => ({
        action: "personal-data.erased",
        actorKind: "person",
        subjectKind: "person",
        subjectId,
        aboutPersonId: subjectId,
        detail: { reason: "asked" },
      })),
    );
    const tombstones = world.db.select().from(world.tables.erasures).all();
    const admin = ctx.actor.kind === "person" ? ctx.actor.personId : "";
    for (const personId of [id, earlier])
      expect(tombstones).toContainEqual({
        personId,
        erasedAt: world.clock.now(),
        reason: "asked",
        erasedBy: admin,
      });
    const after = digestOf(world.db);
    world.clock.forward(1000);
    expect(erasePerson(ctx, asked(id))).toEqual({ ok: true, value: null });
    expect(digestOf(world.db)).toBe(after);
  });

  test("the address is free for a new account, and letters of others stay", () => {
    const world = makeWorld();
    const { id } = wholeLife(world);
    const other = letter(world, { toPersonId: world.person(), facts: { personName: words.name } });
    const waiting = letter(world, { toPersonId: world.person(), state: "waiting" });
    erasePerson(adminOf(world), asked(id));
    changePerson(world, world.person(), { email: words.email });
    // Someone else who happens to have the name.
    expect(letterRow(world, other)?.facts).toEqual({ personName: words.name });
    expect(letterRow(world, waiting)?.text).toBe("Welcome");
  });
});

test("a trainer who never taught leaves the pool; one who did stays on record as nobody", () => {
  const world = makeWorld();
  const { id } = wholeLife(world);
  const idle = world.trainer("Idle");
  const ctx = adminOf(world);
  for (const personId of [id, idle]) expect(erasePerson(ctx, asked(personId)).ok).toBe(true);
  const { trainers, trainerApprovals } = world.tables;
  const rows = world.db.select().from(trainers).all();
  expect(rows.find(({ personId }) => personId === id)?.leftOn).toBe(world.today);
  expect(rows.some(({ personId }) => personId === idle)).toBe(false);
  const approvals = world.db.select().from(trainerApprovals).all();
  expect(approvals.filter(({ personId }) => personId === id || personId === idle)).toEqual([]);
});

describe("someone is not erased", () => {
  const refusedAs = (world: World, ctx: ReturnType<World["as"]>, personId: string) => {
    const before = contentOf(world.db);
    const result = erasePerson(ctx, asked(personId));
    expect(contentOf(world.db)).toBe(before);
    return result.ok ? "done" : result.reason;
  };

  test("while they teach a session to come, or one that is under way", () => {
    const world = makeWorld();
    const trainer = world.trainer();
    const sessionId = world.session();
    assignTrainer(world.asSystem, { sessionId, personId: trainer, part: "lead" });
    const ctx = adminOf(world);
    expect(refusedAs(world, ctx, trainer)).toBe("teaches sessions to come");
    world.clock.forward(world.days(14));
    expect(refusedAs(world, ctx, trainer)).toBe("teaches sessions to come");
    world.clock.forward(world.days(1));
    expect(erasePerson(ctx, asked(trainer)).ok).toBe(true);
  });

  test("while they have bookings to come; these can be given up first, and the places go on", () => {
    const world = makeWorld();
    const person = world.person();
    const sessionId = world.session({ capacity: 1 });
    const bookingId = world.book(sessionId, person);
    const next = world.person();
    world.book(sessionId, next);
    const ctx = adminOf(world);
    expect(refusedAs(world, ctx, person)).toBe("has bookings to come");
    const added = watch(world);
    expect(giveUpPlaces(ctx, person)).toBe(1);
    expect(inShort(added())).toEqual({
      audit: ["bookings.cancelled", "bookings.offered"],
      messages: ["booking cancelled", "booking offered"],
    });
    expect(added().audit[0]).toMatchObject({ subjectId: bookingId, aboutPersonId: person });
    expect(added().messages[1]).toMatchObject({ toPersonId: next });
    const again = watch(world);
    expect(giveUpPlaces(ctx, person)).toBe(0);
    expect(inShort(again())).toEqual(nothing);
    expect(erasePerson(ctx, asked(person)).ok).toBe(true);
    // The letter about it had not left yet.
    expect(
      world.db
        .select()
        .from(world.tables.outbox)
        .all()
        .map(({ kind }) => kind),
    ).not.toContain("booking cancelled");
  });

  test("while a session they are booked on is under way", () => {
    const world = makeWorld();
    const person = world.person();
    world.book(world.session(), person);
    const ctx = adminOf(world);
    world.clock.forward(world.days(14));
    expect(giveUpPlaces(ctx, person)).toBe(0);
    expect(refusedAs(world, ctx, person)).toBe("has bookings to come");
    world.clock.forward(world.days(1));
    expect(erasePerson(ctx, asked(person)).ok).toBe(true);
  });

  test("if nobody else could administer the service, by themselves, or as an account that another took over", () => {
    const world = makeWorld();
    const admin = world.person({ roles: ["admin"] });
    expect(refusedAs(world, world.asSystem, admin)).toBe("last administrator");
    const gone = world.person({ roles: ["admin"] });
    changePerson(world, gone, { disabledAt: 1 });
    expect(refusedAs(world, world.asSystem, admin)).toBe("last administrator");
    expect(refusedAs(world, world.as(admin), admin)).toBe("your own account");
    const merged = world.person();
    changePerson(world, merged, { disabledAt: 1, mergedIntoId: admin });
    expect(refusedAs(world, world.as(admin), merged)).toBe("merged into another account");
    const second = world.person({ roles: ["admin"] });
    expect(erasePerson(world.as(second), asked(admin)).ok).toBe(true);
  });

  test("by anyone but an administrator or the system; a stranger learns nothing", () => {
    const world = makeWorld();
    const person = world.person();
    const roles = ["coordinator", "agency_lead", "trainer", "sdg_member", "scrutineer"] as const;
    const others = [...roles.map((role) => world.as(world.person({ roles: [role] }))), world.as(person)];
    const admin = adminOf(world);
    const before = contentOf(world.db);
    for (const ctx of [...others, world.stranger])
      expect(() => erasePerson(ctx, asked(person))).toThrow(Forbidden);
    expect(() => giveUpPlaces(world.as(person), person)).toThrow(Forbidden);
    expect(() => erasePerson(world.stranger, asked("nobody"))).toThrow(Forbidden);
    expect(() => erasePerson(admin, asked("nobody"))).toThrow(NotFound);
    expect(contentOf(world.db)).toBe(before);
  });
});

describe("erasing again after a restore", () => {
  const tombstone = (personId: string): Tombstone => ({
    personId,
    erasedAt: 5,
    reason: "asked",
    erasedBy: "an admin",
  });

  test("erases whoever the copy still names, gives up what they had, and keeps the tombstones of the others", () => {
    const world = makeWorld();
    const { id } = wholeLife(world);
    const sessionId = world.session({ capacity: 1 });
    world.book(sessionId, id);
    const next = world.person();
    const waiting = world.book(sessionId, next);
    assignTrainer(world.asSystem, { sessionId: world.session(), personId: id, part: "lead" });
    const { bookings, erasures, trainerAssignments } = world.tables;
    expect(reapplyErasures(world.asSystem, [tombstone(id), tombstone("not in the copy")])).toBe(1);
    expect(personRow(world, id)?.name).toBe("Erased person");
    expect(findEverywhere(world.db, /quillfeather/i)).toEqual([
      // The account that was merged into theirs has a tombstone of its own, which comes with theirs.
      "data_complaints.email",
      "data_complaints.name",
      "people.name",
    ]);
    const kept = world.db.select().from(erasures).all();
    expect(kept).toContainEqual(tombstone(id));
    expect(kept).toContainEqual(tombstone("not in the copy"));
    const state = world.db.select().from(bookings).where(eq(bookings.id, waiting)).get()?.state;
    expect(state).toBe("offered");
    const taught = world.db
      .select()
      .from(trainerAssignments)
      .where(eq(trainerAssignments.personId, id))
      .all();
    expect(taught).toHaveLength(1);
    const after = digestOf(world.db);
    expect(reapplyErasures(world.asSystem, [tombstone(id), tombstone("not in the copy")])).toBe(0);
    expect(digestOf(world.db)).toBe(after);
  });

  test("is for the system alone", () => {
    const world = makeWorld();
    expect(() => reapplyErasures(adminOf(world), [tombstone(world.person())])).toThrow(Forbidden);
    expect(world.db.select().from(world.tables.erasures).all()).toEqual([]);
  });
});
