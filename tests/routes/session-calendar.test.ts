// One session as a file for a calendar: the same entries as in the feeds, and never a draft's.
import { sessions } from "db/schema";
import { eq } from "drizzle-orm";
import { readByIcalJs, valuesOf } from "tests/domain/calendars/support";
import { problemsOf } from "tests/domain/calendars/validator/validate";
import { makeWorld } from "tests/support/world";
import { frontOf } from "tests/web/front";
import { expect, test } from "vitest";

test("one session is a file for a calendar; a draft is none", async () => {
  const world = makeWorld();
  const { session, db } = world;
  const ask = frontOf(world);
  const id = session();
  const feed = (await ask("/feeds/all.ics")).text;
  const { status, text, headers } = await ask(`/sessions/${id}/calendar.ics`);
  expect(status).toBe(200);
  expect(headers["content-disposition"]).toBe('attachment; filename="session.ics"');
  expect(problemsOf(text)).toEqual([]);
  expect(text).not.toContain("X-WR-CALNAME");
  expect(valuesOf(text, "uid")).toEqual(valuesOf(feed, "uid"));
  expect(readByIcalJs(text)).toEqual(readByIcalJs(feed));
  db.update(sessions).set({ status: "draft" }).where(eq(sessions.id, id)).run();
  expect((await ask(`/sessions/${id}/calendar.ics`)).status).toBe(404);
  expect((await ask("/sessions/no/calendar.ics")).status).toBe(404);
});
