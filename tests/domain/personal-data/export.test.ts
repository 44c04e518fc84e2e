// Handing out what is held on a person: who may have it, that it is audited, and what a reader finds in it.

import { watch } from "tests/domain/support-check/ledger";
import { makeWorld, type World } from "tests/support/world";
import { describe, expect, it } from "vitest";
import { cancelBooking } from "~/domain/bookings/bookings.server";
import { exportAsJson } from "~/domain/personal-data/personal-data";
import {
  countPersonalData,
  exportPersonalData,
  receiveComplaint,
} from "~/domain/personal-data/personal-data.server";
import { NotFound } from "~/shared/problems";

const recordsIn = (file: ReturnType<typeof exportPersonalData>, heading: string) => {
  const section = file.sections.find((one) => one.heading === heading);
  if (!section) throw new Error(`There is no section "${heading}".`);
  return section.records;
};

describe("who may have it", () => {
  it("a person has their own, and the trail says so", () => {
    const world = makeWorld();
    const ann = world.person({ name: "Ann" });
    const added = watch(world);
    const file = exportPersonalData(world.as(ann), { personId: ann, format: "csv" });
    expect(file).toMatchObject({
      person: { name: "Ann", email: `${ann}@police.example.org` },
      madeBy: "the person",
      madeAt: world.clock.now(),
      service: { name: "Joint training", partnership: "Test partnership" },
    });
    expect(added().messages).toEqual([]);
    expect(added().audit).toMatchObject([
      {
        actorPersonId: ann,
        action: "personal-data.exported",
        subjectKind: "person",
        subjectId: ann,
        aboutPersonId: ann,
        detail: { format: "csv", by: "self" },
      },
    ]);
  });

  it.each([
    ["coordinator", "a coordinator"],
    ["admin", "an administrator"],
  ] as const)("a %s answers someone else's request", (role, madeBy) => {
    const world = makeWorld();
    const ann = world.person();
    const added = watch(world);
    const file = exportPersonalData(world.as(world.person({ roles: [role] })), {
      personId: ann,
      format: "json",
    });
    expect(file.madeBy).toBe(madeBy);
    expect(added().audit).toMatchObject([{ aboutPersonId: ann, detail: { format: "json", by: "other" } }]);
    // What the person reads later tells who took it, by what they are.
    const own = exportPersonalData(world.as(ann), { personId: ann, format: "json" });
    expect(recordsIn(own, "What was done with your records, and your sign-ins")[0]).toMatchObject({
      "What was done": "personal-data.exported",
      "Done by": madeBy,
    });
  });

  it.each(["agency_lead", "trainer", "sdg_member", "scrutineer", null] as const)(
    "%s may not have another's",
    (role) => {
      const world = makeWorld();
      const ann = world.person();
      const ctx = world.as(world.person({ roles: role ? [role] : [] }));
      const added = watch(world);
      expect(() => exportPersonalData(ctx, { personId: ann, format: "json" })).toThrow(NotFound);
      expect(() => countPersonalData(ctx, ann)).toThrow(NotFound);
      expect(added().audit).toEqual([]);
    },
  );

  it("a stranger gets nothing, and nobody's data is not found", () => {
    const world = makeWorld();
    const ann = world.person();
    expect(() => exportPersonalData(world.stranger, { personId: ann, format: "json" })).toThrow(NotFound);
    expect(() => countPersonalData(world.stranger, ann)).toThrow(NotFound);
    const coordinator = world.as(world.coordinator);
    expect(() => exportPersonalData(coordinator, { personId: "nobody", format: "json" })).toThrow(NotFound);
  });

  it("a leaver's request is answered, and so is the count of one's own", () => {
    const world = makeWorld();
    const ann = world.person();
    const counts = countPersonalData(world.as(ann), ann);
    expect(counts.find(({ heading }) => heading === "Your account")?.records).toBe(1);
    world.db.update(world.tables.people).set({ disabledAt: 1 }).run();
    expect(exportPersonalData(world.asSystem, { personId: ann, format: "json" }).madeBy).toBe("the system");
  });
});

it("a booking reads as what, when and by whom, in words and in dates that any software reads", () => {
  const world = makeWorld();
  const ann = world.person();
  const bookingId = world.book(world.session(), ann);
  cancelBooking(world.as(world.coordinator), { bookingId, reason: "Ill" });
  const file = exportPersonalData(world.as(ann), { personId: ann, format: "json" });
  const [booking] = recordsIn(file, "Your bookings");
  expect(booking).toMatchObject({
    Session: "Neglect, 2026-11-17",
    State: "cancelled",
    Made: "2026-11-03T10:00:00.000Z",
    "Offer of a place ends": null,
  });
  // What I did to my own is in one place, not in two.
  expect(recordsIn(file, "Changes you made to bookings of others")).toEqual([]);
  expect(recordsIn(file, "What you did in the service")).toEqual([]);
  expect(recordsIn(file, "How your bookings changed")).toMatchObject([
    {
      Booking: `${booking?.Reference}: Neglect`,
      "State after": "confirmed",
      "Changed by": "you",
      Reason: null,
    },
    { "State after": "cancelled", "Changed by": "a coordinator", Reason: "Ill" },
  ]);
});

describe("accounts that were merged", () => {
  function merged() {
    const world = makeWorld();
    const oldest = world.person({ name: "Oldest" });
    const old = world.person({ name: "Old" });
    const now = world.person({ name: "Now" });
    const other = world.person({ name: "Other" });
    const { people } = world.tables;
    world.db.$client.pragma("foreign_keys = OFF");
    const into = world.db.$client.prepare(
      "update people set merged_into_id = ?, disabled_at = 1 where id = ?",
    );
    into.run(old, oldest);
    into.run(now, old);
    expect(
      world.db
        .select()
        .from(people)
        .all()
        .filter((row) => row.mergedIntoId),
    ).toHaveLength(2);
    return { world, oldest, old, now, other };
  }

  it.each(["now", "old", "oldest"] as const)(
    "all of them are one person, asked for by the one that is %s",
    (which) => {
      const all = merged();
      const file = exportPersonalData(all.world.asSystem, { personId: all[which], format: "json" });
      const names = recordsIn(file, "Your account").map((record) => record.Name);
      expect(names.sort()).toEqual(["Now", "Old", "Oldest"]);
      expect(exportAsJson(file)).not.toContain(all.other);
    },
  );
});

describe("messages", () => {
  const letterTo = (world: World, given: Partial<World["tables"]["outbox"]["$inferInsert"]>) =>
    world.db
      .insert(world.tables.outbox)
      .values({
        id: world.ids.id(),
        key: world.ids.id(),
        kind: "welcome",
        toEmail: "someone@example.org",
        facts: { personName: "Someone" },
        priority: 1,
        state: "sent",
        createdAt: world.clock.now(),
        dueAt: world.clock.now(),
        ...given,
      })
      .run();

  it("are given without their links, which may open something", () => {
    const world = makeWorld();
    const ann = world.person();
    letterTo(world, { toPersonId: ann, text: "See https://host.example/evaluate/secret?x=1 now", facts: {} });
    const file = exportPersonalData(world.as(ann), { personId: ann, format: "json" });
    expect(recordsIn(file, "Messages to you")).toMatchObject([{ Words: "See (link) now" }]);
    expect(exportAsJson(file)).not.toContain("secret");
  });

  it("that tell of someone else are not given to their reader, and show in the other's export that they were sent", () => {
    const world = makeWorld();
    const lead = world.person({ roles: ["agency_lead"] });
    const joiner = world.person({ name: "Joiner" });
    letterTo(world, {
      key: `account-to-confirm/${joiner}/police/${lead}`,
      kind: "account to confirm",
      toPersonId: lead,
      facts: { personName: "Lead", joinerName: "Joiner" },
      subject: "About Joiner",
      text: "Joiner says",
    });
    // Another's number that begins alike is another's.
    letterTo(world, { key: `account-to-confirm/${joiner}0/police/${lead}`, kind: "account to confirm" });
    const leads = exportPersonalData(world.as(lead), { personId: lead, format: "json" });
    expect(recordsIn(leads, "Messages to you")).toMatchObject([
      { Kind: "account to confirm", Subject: "held, not shown", Words: "held, not shown" },
    ]);
    expect(exportAsJson(leads)).not.toContain("Joiner");
    const joiners = exportPersonalData(world.as(joiner), { personId: joiner, format: "json" });
    expect(recordsIn(joiners, "Messages to others that tell of you")).toHaveLength(1);
    expect(recordsIn(joiners, "Messages to you")).toEqual([]);
  });

  it("of a kind that this version does not know keep their words", () => {
    const world = makeWorld();
    const ann = world.person();
    letterTo(world, { toPersonId: ann, kind: "a kind to come", text: "Words" });
    const file = exportPersonalData(world.as(ann), { personId: ann, format: "json" });
    expect(recordsIn(file, "Messages to you")).toMatchObject([{ Words: "held, not shown" }]);
  });
});

it("what was sent by or to one's address without an account is one's own; another's account keeps theirs", () => {
  const world = makeWorld();
  const ann = world.person();
  const email = `${ann.toUpperCase()}@Police.example.org`;
  receiveComplaint(world.stranger, { name: "Ann", email, text: "Before I had an account." });
  receiveComplaint(world.as(world.person()), { name: "Bob", email, text: "Typed a wrong address." });
  const file = exportPersonalData(world.as(ann), { personId: ann, format: "json" });
  expect(recordsIn(file, "Your complaints about how your data is used")).toMatchObject([
    { "What you wrote": "Before I had an account." },
  ]);
  expect(recordsIn(file, "Messages to you")).toHaveLength(1);
});
