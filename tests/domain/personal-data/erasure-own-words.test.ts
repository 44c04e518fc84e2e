// What people wrote in their own words is taken out of histories when they are erased, and nothing else of them.
import { expect, test } from "vitest";
import { erasePerson } from "~/domain/personal-data/personal-data.server";
import { makeWorld } from "../../support/world";
import { adminOf } from "./kept-records";
import { wholeLife } from "./whole-life";

const asked = (personId: string) => ({ personId, reason: "asked" as const });

test("the reason they gave for cancelling goes from the history, and nothing else of it", () => {
  const world = makeWorld();
  const { id } = wholeLife(world, { reason: true });
  const history = () => world.db.select().from(world.tables.bookingChanges).all();
  const before = history();
  expect(before.filter(({ reason }) => reason === "Quill week")).toHaveLength(1);
  erasePerson(adminOf(world), asked(id));
  expect(history()).toEqual(before.map((line) => ({ ...line, reason: null })));
  expect(() => world.db.update(world.tables.bookingChanges).set({ at: 1 }).run()).toThrow("append-only");
});

test("what was written about their charges goes, and what became of them stays; those of others are untouched", () => {
  const world = makeWorld();
  const { id } = wholeLife(world);
  const history = () => world.db.select().from(world.tables.chargeChanges).all();
  const before = history();
  erasePerson(adminOf(world), asked(id));
  expect(before.map(({ note }) => note)).toEqual(["My quill was ill", "A friend was ill"]);
  expect(history()).toEqual(
    before.map((line) => ({ ...line, note: line.note === "My quill was ill" ? null : line.note })),
  );
});
