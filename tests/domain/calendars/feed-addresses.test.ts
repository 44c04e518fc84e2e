// The secret address of a person's own calendar: made, shown again, replaced, ended; and dead with its account.
import { auditEntries, calendarFeeds, people } from "db/schema";
import { eq } from "drizzle-orm";
import { makeWorld, type World } from "tests/support/world";
import { describe, expect, test } from "vitest";
import {
  endFeedAddress,
  fixCalendarDomain,
  forgetFeedsOf,
  keepFeedUse,
  makeFeedAddress,
  noteFeedUse,
  readCalendarDomain,
  readFeedAddress,
  readFeedToken,
  replaceFeedAddress,
} from "~/domain/calendars/calendars.server";
import { hours, minutes } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";

const secret = "a secret of the service, for tests";
const deeds = ({ db }: World) =>
  db
    .select({
      action: auditEntries.action,
      by: auditEntries.actorPersonId,
      about: auditEntries.aboutPersonId,
    })
    .from(auditEntries)
    .all()
    .filter(({ action }) => action.startsWith("calendars."));

function setting() {
  const world = makeWorld();
  const person = world.person();
  return { world, person, ctx: world.as(person) };
}

describe("an address of one's own", () => {
  test("is made once, opens that person's calendar, and is shown again the same", () => {
    const { world, person, ctx } = setting();
    expect(readFeedAddress(ctx, secret)).toBeNull();
    const made = makeFeedAddress(ctx, secret);
    expect(makeFeedAddress(ctx, secret)).toEqual(made);
    expect(readFeedAddress(ctx, secret)).toEqual(made);
    expect(readFeedToken(world, made.token)).toMatchObject({ personId: person, lastUsedAt: null });
    expect(deeds(world)).toEqual([{ action: "calendars.address made", by: person, about: person }]);
  });

  test("holds at least 128 bits, and only the hash of it is kept anywhere", () => {
    const { world, ctx } = setting();
    const { token } = makeFeedAddress(ctx, secret);
    expect(token).toMatch(/^[A-Za-z0-9_-]{22,}$/);
    expect(Buffer.from(token, "base64url").length * 8).toBeGreaterThanOrEqual(128);
    const dump = world.db.$client.serialize().toString("latin1");
    expect(dump).not.toContain(token);
    const other = world.person();
    expect(makeFeedAddress(world.as(other), secret).token).not.toBe(token);
  });

  test("is not to be guessed from its row without the service's secret", () => {
    const { world, ctx } = setting();
    makeFeedAddress(ctx, secret);
    const [row] = world.db.select().from(calendarFeeds).all();
    for (const guess of [row?.id, row?.tokenHash, row?.personId, ""])
      expect(readFeedToken(world, guess ?? "")).toBeNull();
  });

  test("replaced, it is dead, and the new one lives", () => {
    const { world, person, ctx } = setting();
    const before = makeFeedAddress(ctx, secret);
    const after = replaceFeedAddress(ctx, secret);
    expect(readFeedToken(world, before.token)).toBeNull();
    expect(readFeedToken(world, after.token)).toMatchObject({ personId: person });
    expect(readFeedAddress(ctx, secret)).toEqual(after);
    expect(deeds(world).map(({ action }) => action)).toEqual([
      "calendars.address made",
      "calendars.address ended",
      "calendars.address made",
    ]);
  });

  test("ended, it is dead; ending it again does nothing", () => {
    const { world, ctx } = setting();
    const { token } = makeFeedAddress(ctx, secret);
    endFeedAddress(ctx);
    endFeedAddress(ctx);
    expect(readFeedToken(world, token)).toBeNull();
    expect(readFeedAddress(ctx, secret)).toBeNull();
    expect(deeds(world)).toHaveLength(2);
    expect(makeFeedAddress(ctx, secret).token).not.toBe(token);
  });

  test("is nobody else's to see or end, and not for strangers or the service", () => {
    const { world, ctx } = setting();
    const { token } = makeFeedAddress(ctx, secret);
    const other = world.as(world.person());
    expect(readFeedAddress(other, secret)).toBeNull();
    endFeedAddress(other);
    replaceFeedAddress(other, secret);
    expect(readFeedToken(world, token)).not.toBeNull();
    for (const nobody of [world.stranger, world.asSystem])
      for (const deed of [makeFeedAddress, replaceFeedAddress, endFeedAddress, readFeedAddress])
        expect(() => deed(nobody, secret)).toThrow(Forbidden);
  });

  test("is dead once the account is disabled, merged or erased", () => {
    for (const end of [{}, { mergedIntoId: "other" }, { erasedAt: 1 }]) {
      const { world, person, ctx } = setting();
      const { token } = makeFeedAddress(ctx, secret);
      const into = world.person();
      const ended = "mergedIntoId" in end ? { mergedIntoId: into } : end;
      world.db
        .update(people)
        .set({ disabledAt: world.clock.now(), ...ended })
        .where(eq(people.id, person))
        .run();
      expect(readFeedToken(world, token)).toBeNull();
    }
  });

  test("signed with another secret of the service it still opens, is not shown, and making one replaces it", () => {
    const { world, ctx } = setting();
    const old = makeFeedAddress(ctx, secret);
    expect(readFeedToken(world, old.token)).not.toBeNull();
    expect(readFeedAddress(ctx, "another secret")).toBeNull();
    makeFeedAddress(ctx, "another secret");
    expect(readFeedToken(world, old.token)).toBeNull();
  });

  test("forgotten with the account, no row is left", () => {
    const { world, person, ctx } = setting();
    makeFeedAddress(ctx, secret);
    replaceFeedAddress(ctx, secret);
    expect(forgetFeedsOf(world, person)).toBe(2);
    expect(world.db.select().from(calendarFeeds).all()).toEqual([]);
  });
});

describe("when it was last asked for", () => {
  test("is known to the hour, without a write for each asking", () => {
    const { world, ctx } = setting();
    const { token } = makeFeedAddress(ctx, secret);
    const changes = () => world.db.$client.prepare("select total_changes()").pluck().get();
    const before = changes();
    const poll = () => noteFeedUse(world, readFeedToken(world, token) ?? { feedId: "", lastUsedAt: null });
    poll();
    const hour = world.clock.now() - (world.clock.now() % hours(1));
    expect(readFeedAddress(ctx, secret)?.lastUsedAt).toBe(hour);
    expect(keepFeedUse(world)).toBe(0);
    for (let polls = 0; polls < 20; polls++) poll();
    expect(changes()).toBe(before);

    world.clock.forward(minutes(10));
    expect(keepFeedUse(world)).toBe(1);
    expect(readFeedToken(world, token)?.lastUsedAt).toBe(hour);
    expect(readFeedAddress(ctx, secret)?.lastUsedAt).toBe(hour);
    poll();
    world.clock.forward(minutes(20));
    expect(keepFeedUse(world)).toBe(0);
    world.clock.forward(hours(1));
    poll();
    expect(readFeedAddress(ctx, secret)?.lastUsedAt).toBe(hour + hours(1));
  });
});

test("the domain of UIDs is fixed at the first use, whatever the address later", () => {
  const { world } = setting();
  expect(readCalendarDomain(world, "https://a.example.org")).toBe("a.example.org");
  expect(readCalendarDomain(world, "https://b.example.org")).toBe("b.example.org");
  expect(fixCalendarDomain(world.asSystem, "https://b.example.org")).toBe("b.example.org");
  expect(fixCalendarDomain(world.asSystem, "https://c.example.org")).toBe("b.example.org");
  expect(readCalendarDomain(world, "https://c.example.org")).toBe("b.example.org");
});
