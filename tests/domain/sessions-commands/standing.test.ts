// What a coordinator settles about a session besides its plan: booking closed and opened, going ahead, materials.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { cancelBooking, closeForBooking, reopenForBooking } from "~/domain/bookings/bookings.server";
import { materialsFor } from "~/domain/sessions/sessions";
import {
  addMaterial,
  goAhead,
  publishSessions,
  readSession,
  removeMaterial,
} from "~/domain/sessions/sessions.server";
import { days } from "~/shared/clock";
import { NotFound } from "~/shared/problems";
import { inShort, nothing, watch } from "../support-check/ledger";
import { harmlessAgain, onlyForCoordinators, sessionsWorld } from "./sessions-world";

test("booking is closed and opened again; a place that became free meanwhile is offered then", () => {
  const world = sessionsWorld();
  const sessionId = world.session({ capacity: 1 });
  const ann = world.person();
  const bookingId = world.book(sessionId, ann);
  world.book(sessionId, world.person());
  onlyForCoordinators(world.world, (ctx) => closeForBooking(ctx, sessionId));
  onlyForCoordinators(world.world, (ctx) => reopenForBooking(ctx, sessionId));
  const closed = watch(world);
  expect(closeForBooking(world.asCoordinator, sessionId)).toEqual({ ok: true, value: null });
  expect(inShort(closed())).toEqual({ audit: ["sessions.booking closed"], messages: [] });
  harmlessAgain(world.world, () => closeForBooking(world.asCoordinator, sessionId));
  cancelBooking(world.as(ann), { bookingId });
  const reopened = watch(world);
  expect(reopenForBooking(world.asCoordinator, sessionId)).toEqual({ ok: true, value: null });
  expect(inShort(reopened())).toEqual({
    audit: ["sessions.booking reopened", "bookings.offered"],
    messages: ["booking offered"],
  });
  harmlessAgain(world.world, () => reopenForBooking(world.asCoordinator, sessionId));
});

test("a draft has no booking to close, and booking whose day is over is not opened again", () => {
  const world = sessionsWorld();
  const draft = world.session({ status: "draft" });
  expect(closeForBooking(world.asCoordinator, draft)).toEqual({ ok: false, reason: "not published" });
  expect(reopenForBooking(world.asCoordinator, draft)).toEqual({ ok: false, reason: "not closed" });
  const sessionId = world.session();
  closeForBooking(world.asCoordinator, sessionId);
  world.clock.set(readSession(world, sessionId).bookingClosesAt);
  expect(reopenForBooking(world.asCoordinator, sessionId)).toEqual({
    ok: false,
    reason: "booking has ended",
  });
  expect(() => closeForBooking(world.asCoordinator, "none")).toThrow(NotFound);
});

test("that a session goes ahead is decided once", () => {
  const world = sessionsWorld();
  const sessionId = world.session({ minimum: 2, decideBy: world.clock.now() + days(7) });
  onlyForCoordinators(world.world, (ctx) => goAhead(ctx, sessionId));
  const since = watch(world);
  expect(goAhead(world.asCoordinator, sessionId)).toEqual({ ok: true, value: null });
  const { audit } = since();
  expect(audit).toMatchObject([{ action: "sessions.goes ahead", detail: { minimum: 2 } }]);
  expect(readSession(world, sessionId).goAheadAt).toBe(world.clock.now());
  world.clock.forward(1000);
  harmlessAgain(world.world, () => goAhead(world.asCoordinator, sessionId));
  expect(goAhead(world.asCoordinator, world.session())).toEqual({ ok: false, reason: "no minimum" });
  const { sessions } = world.tables;
  world.db.update(sessions).set({ status: "cancelled" }).where(eq(sessions.id, sessionId)).run();
  expect(goAhead(world.asCoordinator, sessionId)).toEqual({ ok: false, reason: "session is over" });
});

test("materials are links that are safe to follow, each seen by whom it is meant for", () => {
  const world = sessionsWorld();
  const sessionId = world.session();
  const material = (
    shownTo: "everyone" | "people booked" | "trainers",
    url = `https://x.example/${shownTo}`,
  ) => ({
    sessionId,
    title: shownTo,
    url,
    shownTo,
  });
  onlyForCoordinators(world.world, (ctx) => addMaterial(ctx, material("everyone")));
  const since = watch(world);
  for (const shownTo of ["everyone", "people booked", "trainers"] as const)
    expect(addMaterial(world.asCoordinator, material(shownTo))).toEqual({ ok: true, value: null });
  expect(inShort(since())).toEqual({
    audit: ["sessions.material added", "sessions.material added", "sessions.material added"],
    messages: [],
  });
  const add = (url: string) => addMaterial(world.asCoordinator, material("everyone", url));
  expect(add("https://x.example/trainers")).toEqual({ ok: false, reason: "there already" });
  for (const unsafe of ["javascript:alert(1)", "http://x.example", "x"])
    expect(add(unsafe)).toEqual({ ok: false, reason: "not a web address" });
  const { materials } = readSession(world, sessionId);
  const seenBy = (audience: "everyone" | "people booked" | "trainers") =>
    materialsFor(materials, audience).map(({ title }) => title);
  expect(seenBy("everyone")).toEqual(["everyone"]);
  expect(seenBy("people booked")).toEqual(["everyone", "people booked"]);
  expect(seenBy("trainers")).toEqual(["everyone", "people booked", "trainers"]);

  const gone = { sessionId, materialId: materials[0]?.id ?? "" };
  onlyForCoordinators(world.world, (ctx) => removeMaterial(ctx, gone));
  removeMaterial(world.asCoordinator, { ...gone, sessionId: world.session() });
  expect(readSession(world, sessionId).materials).toHaveLength(3);
  removeMaterial(world.asCoordinator, gone);
  expect(readSession(world, sessionId).materials).toHaveLength(2);
  harmlessAgain(world.world, () => removeMaterial(world.asCoordinator, gone));
});

test("several drafts are published together, or none of them", () => {
  const world = sessionsWorld();
  const [one, two] = [world.session({ status: "draft" }), world.session({ status: "draft" })];
  const over = world.session();
  const { sessions } = world.tables;
  world.db.update(sessions).set({ status: "cancelled" }).where(eq(sessions.id, over)).run();
  onlyForCoordinators(world.world, (ctx) => publishSessions(ctx, [one]));
  const since = watch(world);
  expect(publishSessions(world.asCoordinator, [one, over, two])).toEqual({
    ok: false,
    reason: { sessionId: over, reason: "not a draft" },
  });
  expect(inShort(since())).toEqual(nothing);
  expect(publishSessions(world.asCoordinator, [one, two, one])).toEqual({
    ok: true,
    value: { published: 2 },
  });
  expect(inShort(since())).toEqual({ audit: ["sessions.published", "sessions.published"], messages: [] });
  harmlessAgain(world.world, () => publishSessions(world.asCoordinator, [one, two]));
});
