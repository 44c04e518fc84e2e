// What a trainer's own calendar tells a program: when it became another one, and in which order.
import { outbox } from "db/schema";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import { valuesOf } from "tests/domain/calendars/support";
import { makeWorld } from "tests/support/world";
import { frontOf, productionEnvironment } from "tests/web/front";
import { describe, expect, test } from "vitest";
import { makeFeedAddress } from "~/domain/calendars/calendars.server";
import { mailTray } from "~/domain/notifications/notifications.server";
import { mergePeople } from "~/domain/personal-data/personal-data.server";
import { answerInvitation, unassignTrainer } from "~/domain/sessions/sessions.server";
import { readSettings } from "~/settings.server";
import { minutes } from "~/shared/clock";
import { paths } from "~/web/paths";
import { runDue } from "~/worker.server";

const settings = readSettings(productionEnvironment);
const later = [{ date: "2026-12-01", startTime: "09:30", endTime: "16:30" }];

function setting() {
  const world = makeWorld();
  const front = frontOf(world);
  const me = world.trainer();
  const { token } = makeFeedAddress(world.as(me), settings.secret);
  const feed = async () => (await front(paths.myFeed(token))).text;
  /** Asks as a program does that goes by the date alone. */
  const dated = async () => {
    const date = (await front(paths.myFeed(token))).headers["last-modified"] ?? "";
    const headers: Record<string, string> = { "If-Modified-Since": date };
    return { again: async () => (await front(paths.myFeed(token), { headers })).status };
  };
  /** The calendar parts that letters brought them, oldest first. */
  const letters = async () => {
    await runDue({ ...world, settings }, mailTray);
    return world.db
      .select({ calendar: outbox.calendar })
      .from(outbox)
      .where(and(eq(outbox.toPersonId, me), isNotNull(outbox.calendar)))
      .orderBy(asc(outbox.createdAt))
      .all()
      .map(({ calendar }) => calendar ?? "");
  };
  return { ...world, world, me, feed, dated, letters };
}

describe("asked by its date alone, the calendar is another one", () => {
  const sequel = {
    "is taken off": ({ as, coordinator, clock }, assignment) => {
      clock.forward(minutes(5));
      unassignTrainer(as(coordinator), assignment);
    },
    "says that they cannot": ({ as, clock }, { sessionId, personId }) => {
      clock.forward(minutes(5));
      answerInvitation(as(personId), { sessionId, can: false });
    },
  } satisfies Record<string, (world: World, of: { sessionId: string; personId: string }) => void>;

  test.each(Object.entries(sequel))("once somebody %s, with another session left", async (_what, change) => {
    const { world, me, session, assign, feed, dated } = setting();
    const first = session();
    assign(first, me);
    assign(session({ meetings: later }), me);
    const { again } = await dated();
    expect(await again()).toBe(304);
    change(world, { sessionId: first, personId: me });
    expect(valuesOf(await feed(), "uid")).toHaveLength(1);
    expect(await again()).toBe(200);
    const { again: after } = await dated();
    expect(await after()).toBe(304);
  });

  test("once another account of theirs brought it what was decided long before", async () => {
    const { me, session, assign, person, book, feed, dated, clock, as } = setting();
    const other = person();
    book(session({ meetings: later }), other);
    clock.forward(minutes(5));
    assign(session(), me);
    const { again } = await dated();
    clock.forward(minutes(5));
    const admin = as(person({ roles: ["admin"] }));
    expect(mergePeople(admin, { fromId: other, intoId: me })).toMatchObject({ ok: true });
    expect(valuesOf(await feed(), "uid")).toHaveLength(2);
    expect(await again()).toBe(200);
  });
});

test("asked, agreed, taken off: each has a higher number than the one before, in feed and letter alike", async () => {
  const { me, as, coordinator, session, assign, feed, letters, clock } = setting();
  const sessionId = session();
  assign(sessionId, me, { asked: true });
  const asked = await feed();
  expect(valuesOf(asked, "status")).toEqual(["TENTATIVE"]);

  clock.forward(minutes(5));
  expect(answerInvitation(as(me), { sessionId, can: true })).toMatchObject({ ok: true });
  const [agreed, [invited = ""]] = [await feed(), await letters()];
  expect(valuesOf(agreed, "status")).toEqual(["CONFIRMED"]);
  expect(valuesOf(agreed, "uid")).toEqual(valuesOf(asked, "uid"));
  expect(numberOf(agreed)).toBeGreaterThan(numberOf(asked));
  expect(valuesOf(invited, "uid")).toEqual(valuesOf(asked, "uid"));
  expect(numberOf(invited)).toBe(numberOf(agreed));

  clock.forward(minutes(5));
  unassignTrainer(as(coordinator), { sessionId, personId: me });
  const withdrawn = (await letters()).at(-1) ?? "";
  expect(withdrawn).toContain("METHOD:CANCEL\r\n");
  expect(numberOf(withdrawn)).toBeGreaterThan(numberOf(agreed));
});

const numberOf = (text: string) => Number(valuesOf(text, "sequence")[0]);
type World = ReturnType<typeof makeWorld>;
