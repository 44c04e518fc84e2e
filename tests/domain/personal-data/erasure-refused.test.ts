// Who may not be erased, or not yet; and erasing again, whatever stands in the way, after a restore.
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { giveUpPlaces } from "~/domain/bookings/bookings.server";
import { erasePerson, reapplyErasures, type Tombstone } from "~/domain/personal-data/personal-data.server";
import { assignTrainer } from "~/domain/sessions/sessions.server";
import { Forbidden, NotFound } from "~/shared/problems";
import { makeWorld, type World } from "../../support/world";
import { contentOf, digestOf, inShort, nothing, watch } from "../support-check/ledger";
import { findEverywhere } from "./database-search";
import { adminOf, changePerson, personRow } from "./kept-records";
import { wholeLife } from "./whole-life";

const asked = (personId: string) => ({ personId, reason: "asked" as const });

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
    assignTrainer(world.asSystem, { sessionId, personId: trainer, part: "lead", agreed: true });
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
    assignTrainer(world.asSystem, { sessionId: world.session(), personId: id, part: "lead", agreed: true });
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
