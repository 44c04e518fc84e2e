// Erasure: nothing anywhere tells who it was, and what counts still counts.
import { describe, expect, test } from "vitest";
import { readReport, refreshFigures } from "~/domain/impact/impact.server";
import { needsAnalysis } from "~/domain/needs/needs.server";
import { erasePerson } from "~/domain/personal-data/personal-data.server";
import { makeWorld } from "../../support/world";
import { year } from "../impact-report/delivered";
import { digestOf, watch } from "../support-check/ledger";
import { columnsOfPeople, findEverywhere } from "./database-search";
import { adminOf, changePerson, personRow } from "./kept-records";
import { holdSession, theirWords, wholeLife } from "./whole-life";

const asked = (personId: string) => ({ personId, reason: "asked" as const });

describe("after someone with a whole life here is erased", () => {
  test("no column of any table says their name, their address or anything they typed", () => {
    const world = makeWorld();
    const { id, friend } = wholeLife(world);
    const before = findEverywhere(world.db, theirWords);
    // The search finds something in every table that holds words: else it would prove nothing.
    expect(before).toEqual([
      "address_stops.email",
      "auth_sessions.device",
      "booking_approvals.approver_email",
      "booking_approvals.note",
      "charge_changes.note",
      "comments.text",
      "commitments.obstacle",
      "commitments.what",
      "data_complaints.email",
      "data_complaints.name",
      "data_complaints.text",
      "evaluation_drafts.fields",
      "external_identities.subject",
      "external_learning.evidence",
      "external_learning.provider",
      "external_learning.review_note",
      "external_learning.title",
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
      "prerequisite_claims.said",
      "promotions.override_reason",
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
        // Who agreed, decided, offered out of turn, booked a group, and reserved places.
        "booking_approvals.answered_by",
        "prerequisite_claims.decided_by",
        "promotions.by_person_id",
        "booking_groups.made_by",
        "held_places.made_by",
        // Which terms they set.
        "booking_terms.made_by",
        // What an agency owes, and what became of it; what was written about it went.
        "charge_changes.by_person_id",
        "charges.person_id",
        // What is counted: places, attendance, answers about needs, teaching.
        "bookings.person_id",
        // A number can still be checked; it no longer says whose it is.
        "certificates.person_id",
        // A complaint stays with its account, so that a claim can be answered.
        "data_complaints.acknowledged_by",
        "data_complaints.answered_by",
        "data_complaints.person_id",
        "erasures.erased_by",
        "erasures.person_id",
        // Whose learning they looked at is another's.
        "external_learning.reviewed_by",
        // That messages were sent, without to whom and what.
        "outbox.to_person_id",
        "people.id",
        "people.merged_into_id",
        // Who did something.
        "registers.taken_by",
        "comments.read_by",
        "release_comments.written_by",
        "releases.drafted_by",
        "releases.signed_off_by",
        "retention_rules.changed_by",
        "role_grants.granted_by",
        "self_assessments.person_id",
        "trainer_approvals.approved_by",
        "trainer_assignments.assigned_by",
        "trainer_assignments.person_id",
        "trainers.person_id",
        // Which wording of letters they saved.
        "wordings.saved_by",
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
    const partnership = { kind: "partnership", key: "", name: "" } as const;
    const impact = () => {
      world.db.delete(world.tables.sessionFigures).run();
      world.db.delete(world.tables.sessionFigureStates).run();
      refreshFigures(world.asSystem, { all: true });
      return readReport(world.as(world.coordinator), partnership, year);
    };
    const counts = () => ({
      impact: impact(),
      figures: world.db.select().from(world.tables.sessionFigures).all(),
      needs: needsAnalysis(world.asSystem, world.clock.now() - 1),
      needsThen: needsAnalysis(world.asSystem, world.clock.now() - world.days(3)),
      untouched: digestOf(world.db, [
        "people",
        "audit_entries",
        "outbox",
        // How mail to them fared, and what they chose of it.
        ...["delivery_reports", "address_stops", "topic_stops", "news_subscriptions"],
        ...["calendar_feeds", "reminders"],
        "erasures",
        ...["auth_sessions", "sign_in_links", "second_factors", "recovery_codes", "external_identities"],
        "external_learning",
        "external_learning_competencies",
        // Parted from whose they were; that somebody answered stays, and every figure with it.
        "respondents",
        "responses",
        "answers",
        "comments",
        "commitments",
        "evaluation_drafts",
        // How many responses there are, of those who did not come as well; the figures themselves stay.
        "session_figure_states",
        // Their own words about a report.
        "release_comments",
        // Only what was written goes, and whose address was asked.
        "charge_changes",
        "booking_approvals",
        "prerequisite_claims",
        "promotions",
        "role_grants",
        "trainers",
        "trainer_approvals",
      ]),
    });
    const before = counts();
    expect(before.figures.length).toBeGreaterThan(10);
    expect(before.needsThen.people.withRequirements).toBe(0);
    erasePerson(world.asSystem, { personId: id, reason: "left long ago" });
    expect(counts()).toEqual(before);
  });

  test("one entry per account, one per colleague who named them, and one tombstone tell of it, and again changes nothing", () => {
    const world = makeWorld();
    const { id, earlier, friend } = wholeLife(world);
    const ctx = adminOf(world);
    const added = watch(world);
    erasePerson(ctx, asked(id));
    const { audit, messages } = added();
    expect(messages).toEqual([]);
    expect(audit[0]).toMatchObject({
      action: "accounts.details changed",
      subjectId: friend,
      aboutPersonId: friend,
      detail: { fields: ["lineManagerEmail"] },
    });
    expect(audit.slice(1)).toMatchObject(
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
});
