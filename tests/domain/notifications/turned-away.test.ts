// The other side takes no letters at all for a while: that is not the letters' fault, and none of them is given up for it.
import { outbox } from "db/schema";
import { describe, expect, test } from "vitest";
import type { Context } from "~/domain/context";
import type { Outcome } from "~/domain/notifications/notifications.server";
import { hours, minutes } from "~/shared/clock";
import { freshContext, onlyRow, postWelcome, scripted, sent, turn } from "./support";

const aTurn = 5000;

/** A side that turns everybody away until told otherwise, and how often it was asked. */
function closedSide(outcome: Outcome, remembersKeys: boolean) {
  let asked = 0;
  let open = false;
  const transport = {
    ...scripted(sent).transport,
    remembersKeys,
    send: async (): Promise<Outcome> => {
      asked += 1;
      return open ? sent : outcome;
    },
  };
  return { transport, asked: () => asked, reopen: () => (open = true) };
}

const states = (ctx: Context) => [
  ...new Set(
    ctx.db
      .select()
      .from(outbox)
      .all()
      .map(({ state }) => state),
  ),
];

describe("nobody is taken in", () => {
  test.each([
    ["a quota is used up, and nobody says for how long", 1000, true, 600],
    ["asked to come again in an hour", hours(1), true, 10],
    ["the relay is down", minutes(1), false, 200],
  ] as const)("%s: ten hours later every letter leaves, once", async (problem, afterMs, keys, most) => {
    const { ctx, clock } = freshContext();
    for (let n = 0; n < 5; n++) postWelcome(ctx, `welcome/${n}`);
    const side = closedSide({ outcome: "try again", problem, afterMs }, keys);
    for (let past = 0; past < hours(10); past += aTurn) {
      await turn(ctx, side.transport);
      clock.forward(aTurn);
    }
    expect(states(ctx)).toEqual(["waiting"]);
    expect(side.asked()).toBeLessThanOrEqual(most);
    side.reopen();
    const before = side.asked();
    for (let past = 0; past < hours(2); past += minutes(1)) {
      await turn(ctx, side.transport);
      clock.forward(minutes(1));
    }
    expect(states(ctx)).toEqual(["sent"]);
    expect(side.asked() - before).toBe(5);
  });

  test("no letter is handed over before the time that was asked for, not even one posted since", async () => {
    const { ctx, clock } = freshContext();
    postWelcome(ctx, "welcome/1");
    const side = closedSide({ outcome: "try again", problem: "429", afterMs: minutes(2) }, true);
    await turn(ctx, side.transport);
    side.reopen();
    postWelcome(ctx, "welcome/2");
    clock.forward(minutes(2) - 1);
    await turn(ctx, side.transport);
    expect(side.asked()).toBe(1);
    clock.forward(1);
    await turn(ctx, side.transport);
    expect(side.asked()).toBe(2);
  });

  test("but not for longer than the key is remembered", async () => {
    const { ctx, clock } = freshContext();
    postWelcome(ctx);
    const side = closedSide({ outcome: "try again", problem: "429", afterMs: hours(1) }, true);
    for (let past = 0; past < hours(24); past += minutes(10)) {
      await turn(ctx, side.transport);
      clock.forward(minutes(10));
    }
    expect(onlyRow(ctx).state).toBe("unsure");
  });

  test("a clock that was wrong and is set back keeps nobody waiting", async () => {
    const { ctx, clock } = freshContext();
    const right = clock.now();
    clock.forward(hours(48));
    postWelcome(ctx, "welcome/1");
    const side = closedSide({ outcome: "try again", problem: "429", afterMs: minutes(2) }, true);
    await turn(ctx, side.transport);
    clock.set(right);
    side.reopen();
    postWelcome(ctx, "welcome/2");
    await turn(ctx, side.transport);
    expect(side.asked()).toBe(2);
  });
});
