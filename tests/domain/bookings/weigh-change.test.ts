// A change is weighed before it is made; postponed is decided anew; and who may change a session at all.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { changeSession, weighChange } from "~/domain/bookings/bookings.server";
import { assignTrainer, goAhead, readSession } from "~/domain/sessions/sessions.server";
import { addDays, instantOf } from "~/shared/civil-time";
import { harmlessAgain, onlyForCoordinators } from "../sessions-commands/sessions-world";
import { inShort, nothing, watch } from "../support-check/ledger";
import { changed } from "./changed-world";

test("postponed, it is to be decided anew whether it goes ahead, and the trail says from when to when", () => {
  const world = changed();
  const first = addDays(world.today, 14);
  const sessionId = world.session({ minimum: 1, decideBy: instantOf(first, "08:00") });
  goAhead(world.asCoordinator, sessionId);
  const since = watch(world);
  world.change(sessionId, { meetings: world.meetings }, { postponed: true });
  expect(since().audit.map(({ action, detail }) => [action, detail])).toEqual([
    ["sessions.postponed", { from: first, to: world.day }],
  ]);
  expect(readSession(world, sessionId).goAheadAt).toBeNull();
});

test("what a change comes to is known before it is made, and weighing writes nothing", () => {
  const world = changed();
  const sessionId = world.session();
  world.book(sessionId, world.person());
  const other = world.session({ meetings: world.meetings });
  const busy = world.trainer("Busy Trainer");
  for (const id of [sessionId, other])
    assignTrainer(world.asSystem, { sessionId: id, personId: busy, part: "lead", agreed: true });
  const plan = world.planWith(sessionId, { meetings: world.meetings });
  harmlessAgain(world.world, () =>
    expect(weighChange(world.asCoordinator, { sessionId, plan })).toMatchObject({
      ok: true,
      value: {
        fields: ["meetings"],
        changed: ["when"],
        told: 1,
        trainers: 1,
        clashes: [
          { kind: "venue", sessionId: other },
          { kind: "trainer", sessionId: other, name: "Busy Trainer" },
        ],
      },
    }),
  );
});

test("only coordinators change sessions; one that is over is left as it was", () => {
  const world = changed();
  const sessionId = world.session();
  const plan = world.planWith(sessionId, { capacity: 9 });
  onlyForCoordinators(world.world, (ctx) => changeSession(ctx, { sessionId, plan }));
  onlyForCoordinators(world.world, (ctx) => weighChange(ctx, { sessionId, plan }));
  const { sessions } = world.tables;
  for (const status of ["cancelled", "delivered"] as const) {
    world.db.update(sessions).set({ status }).where(eq(sessions.id, sessionId)).run();
    const since = watch(world);
    expect(changeSession(world.asCoordinator, { sessionId, plan })).toEqual({
      ok: false,
      reason: { why: "session is over" },
    });
    expect(inShort(since())).toEqual(nothing);
  }
});
