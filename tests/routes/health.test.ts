// Health: well when the database answers, no migration is missing and the worker turns; otherwise it says what is not.
import { expect, test } from "vitest";
import { recordTurn } from "~/domain/notifications/notifications.server";
import { loader } from "~/routes/health/route";
import { minutes } from "~/shared/clock";
import { watchLog } from "../support/log";
import { webOf } from "../support/web";
import { makeWorld } from "../support/world";

async function healthOf(world: ReturnType<typeof makeWorld>) {
  const answer = await loader(await webOf(world).visit("/health"));
  return { status: answer.status, cache: answer.headers.get("Cache-Control"), body: await answer.json() };
}

test("all is well", async () => {
  const world = makeWorld();
  recordTurn(world.asSystem, "worker");
  expect(await healthOf(world)).toEqual({
    status: 200,
    cache: "no-store",
    body: { ok: true, database: true, migrations: true, worker: true, problems: [] },
  });
});

test("a worker that has stopped turning is named", async () => {
  const world = makeWorld();
  expect(await healthOf(world)).toMatchObject({
    status: 503,
    body: { ok: false, worker: false, problems: ["The worker has never turned."] },
  });
  recordTurn(world.asSystem, "worker");
  world.clock.forward(minutes(2));
  expect(await healthOf(world)).toMatchObject({ status: 200 });
  world.clock.forward(1);
  expect(await healthOf(world)).toMatchObject({
    status: 503,
    body: {
      ok: false,
      database: true,
      migrations: true,
      worker: false,
      problems: ["The worker has not turned for over 2 minutes."],
    },
  });
});

test("a missing migration is named", async () => {
  const world = makeWorld();
  world.db.$client.exec(
    "delete from __drizzle_migrations where rowid = (select max(rowid) from __drizzle_migrations)",
  );
  expect(await healthOf(world)).toMatchObject({
    status: 503,
    body: { database: true, migrations: false, worker: null, problems: ["1 migration missing."] },
  });
});

test("a database that does not answer is named", async () => {
  const world = makeWorld();
  const visit = await webOf(world).visit("/health");
  world.db.$client.close();
  const lines = watchLog();
  const answer = await loader(visit);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({
    ok: false,
    database: false,
    problems: ["The database does not answer."],
  });
  expect(lines()).toMatchObject([{ level: "error", msg: "the database does not answer" }]);
});
