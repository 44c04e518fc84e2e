// What goes into the trail: only what compiles, only with the change it tells of, and one look an hour.
import { transact } from "db/client";
import { expect, test } from "vitest";
import { recordAudit, recordView } from "~/domain/audit/audit.server";
import { hours, minutes } from "~/shared/clock";
import { makeWorld } from "../../support/world";
import { watch } from "../support-check/ledger";

const published = { action: "sessions.published", subjectKind: "session", subjectId: "s1" } as const;

test("an entry tells who, what, to what, about whom, when, from where and what else", () => {
  const world = makeWorld();
  const ann = world.person();
  const added = watch(world);
  const ctx = { ...world.as(world.coordinator), screen: "POST /admin/people/ann" };
  transact(world.db, () => {
    recordAudit(ctx, {
      action: "accounts.role granted",
      subjectKind: "person",
      subjectId: ann,
      aboutPersonId: ann,
      detail: { role: "trainer" },
    });
    recordAudit(world.asSystem, published);
    recordAudit(world.stranger, published);
  });
  expect(added().audit).toEqual([
    {
      id: expect.any(Number),
      at: world.clock.now(),
      actorKind: "person",
      actorPersonId: world.coordinator,
      action: "accounts.role granted",
      subjectKind: "person",
      subjectId: ann,
      aboutPersonId: ann,
      screen: "POST /admin/people/ann",
      detail: { role: "trainer" },
    },
    expect.objectContaining({ actorKind: "system", actorPersonId: null, aboutPersonId: null, detail: {} }),
    expect.objectContaining({ actorKind: "stranger", actorPersonId: null }),
  ]);
});

test("an entry outside a transaction is refused", () => {
  const world = makeWorld();
  const added = watch(world);
  expect(() => recordAudit(world.asSystem, published)).toThrow("belongs in the transaction");
  expect(added().audit).toEqual([]);
});

test("the entry of a change that is rolled back is gone with it", () => {
  const world = makeWorld();
  const added = watch(world);
  const changeThatFails = () =>
    transact(world.db, () => {
      recordAudit(world.asSystem, published);
      expect(added().audit).toHaveLength(1);
      throw new Error("the change failed");
    });
  expect(changeThatFails).toThrow("the change failed");
  expect(added().audit).toEqual([]);
});

test("the wrong detail, none, and one too many do not compile", () => {
  const subject = { subjectKind: "person", subjectId: "p" };
  const neverRun = (ctx: Parameters<typeof recordAudit>[0]) => {
    // @ts-expect-error a role is wanted
    recordAudit(ctx, { ...subject, action: "accounts.role granted" });
    // @ts-expect-error there is no such role
    recordAudit(ctx, { ...subject, action: "accounts.role granted", detail: { role: "king" } });
    // @ts-expect-error signing out says nothing more
    recordAudit(ctx, { ...subject, action: "accounts.signed out", detail: { name: "Ann" } });
    recordAudit(ctx, {
      ...subject,
      action: "accounts.role removed",
      // @ts-expect-error a name has no place in an entry
      detail: { role: "trainer", name: "Ann" },
    });
    // @ts-expect-error nobody does this
    recordAudit(ctx, { ...subject, action: "accounts.crowned" });
  };
  expect(neverRun).toBeInstanceOf(Function);
});

test("a look at someone else's record is told once per viewer, person and hour", () => {
  const world = makeWorld();
  const [ann, bob] = [world.person(), world.person()];
  const other = world.person({ roles: ["admin"] });
  const added = watch(world);
  const look = (viewer: string, at: string) => {
    recordView(world.as(viewer), at);
    return added().audit.length;
  };
  expect(look(world.coordinator, ann)).toBe(1);
  expect(added().audit).toMatchObject([
    {
      action: "accounts.viewed",
      actorPersonId: world.coordinator,
      subjectKind: "person",
      subjectId: ann,
      aboutPersonId: ann,
      screen: "test",
      detail: {},
    },
  ]);
  world.clock.forward(minutes(59));
  expect(look(world.coordinator, ann), "the same look").toBe(1);
  expect(look(world.coordinator, bob), "someone else's record").toBe(2);
  expect(look(other, ann), "another viewer").toBe(3);
  world.clock.forward(minutes(1));
  expect(look(world.coordinator, ann), "an hour later").toBe(4);
  expect(look(world.coordinator, ann)).toBe(4);
  world.clock.forward(hours(24));
  expect(look(world.coordinator, ann)).toBe(5);
});

test("one's own record, the system's reading and a stranger's page are nobody's look", () => {
  const world = makeWorld();
  const ann = world.person();
  const added = watch(world);
  recordView(world.as(ann), ann);
  recordView(world.asSystem, ann);
  recordView(world.stranger, ann);
  expect(added().audit).toEqual([]);
});

test("what else somebody did about a person does not pass for a look", () => {
  const world = makeWorld();
  const ann = world.person();
  const ctx = world.as(world.coordinator);
  const added = watch(world);
  transact(world.db, () =>
    recordAudit(ctx, {
      action: "accounts.enabled",
      subjectKind: "person",
      subjectId: ann,
      aboutPersonId: ann,
    }),
  );
  recordView(ctx, ann);
  expect(added().audit.map((entry) => entry.action)).toEqual(["accounts.enabled", "accounts.viewed"]);
});
