// Whatever fails, nobody gets a cancellation before its invitation, nor older news after newer.
import { outbox } from "db/schema";
import { inArray } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Context } from "~/domain/context";
import type { Compose, MessageKind } from "~/domain/notifications/notifications";
import type { Outcome, Transport } from "~/domain/notifications/notifications.server";
import { sendAgain } from "~/domain/notifications/notifications.server";
import { hours, minutes } from "~/shared/clock";
import { freshContext, post, turn } from "./support";

type Received = { booking: string; revision: number; kind: string };

/** Says of each letter in its text which booking and revision it is about. */
const compose: Compose = async (kind, facts) => {
  const { bookingId, revision } = facts as unknown as { bookingId: string; revision: number };
  return {
    subject: kind,
    html: "-",
    text: JSON.stringify({ booking: bookingId, revision, kind }),
    calendar: null,
  };
};

type Fate = "taken" | "taken, not answered" | "turned away" | "refused" | "slow down";

/** The other side: takes a letter once per key and tells, or does not tell, as the fates have it. */
function otherSide(fates: Fate[], remembersKeys: boolean) {
  const received: Received[] = [];
  const known = new Set<string>();
  let asked = 0;
  const take = (key: string, text: string) => {
    if (!remembersKeys || !known.has(key)) received.push(JSON.parse(text));
    known.add(key);
  };
  const transport: Transport = {
    name: "fates",
    remembersKeys,
    async send({ key, text }): Promise<Outcome> {
      const fate = fates[asked++ % fates.length] ?? "taken";
      if (fate.startsWith("taken")) take(key, text);
      switch (fate) {
        case "taken":
          return { outcome: "sent" };
        case "taken, not answered":
          return { outcome: remembersKeys ? "try again" : "in doubt", problem: "silence" };
        case "turned away":
          return { outcome: "try again", problem: "500" };
        case "slow down":
          return { outcome: "try again", problem: "429", afterMs: 1000 };
        default:
          return { outcome: "refused", problem: "422" };
      }
    },
  };
  return { transport, received };
}

const fate = fc.constantFrom<Fate>("taken", "taken, not answered", "turned away", "refused", "slow down");
type Step = { deed: "confirm" | "change" | "cancel"; booking: "a" | "b"; wait: number } | { deed: "again" };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      deed: fc.constantFrom("confirm" as const, "change" as const, "cancel" as const),
      booking: fc.constantFrom("a" as const, "b" as const),
      wait: fc.constantFrom(0, minutes(3), minutes(12), hours(2), hours(26)),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ deed: "again" as const }) },
);

const kinds: Record<"confirm" | "change" | "cancel", MessageKind> = {
  confirm: "booking confirmed",
  change: "session changed",
  cancel: "booking cancelled",
};
const before = { mode: "in person", place: "elsewhere", meetings: [] };

async function live(steps: Step[], fates: Fate[], remembersKeys: boolean): Promise<Received[]> {
  const { ctx, clock } = freshContext();
  ctx.db.$client.pragma("synchronous = OFF");
  const coordinator = {
    ...ctx,
    actor: { kind: "person", personId: "c", agencyId: "a", roles: new Set(["coordinator"]) },
  } as Context;
  const { transport, received } = otherSide(fates, remembersKeys);
  let revision = 0;
  for (const given of steps) {
    if (given.deed === "again") {
      const troubled = ctx.db.select().from(outbox).all();
      for (const { id, state } of troubled)
        if (state === "failed" || state === "unsure") sendAgain(coordinator, id);
    } else {
      revision += 1;
      const more = { bookingId: given.booking, revision, changed: ["where"], before, hasPlace: true };
      post(ctx, kinds[given.deed], more);
      clock.forward(given.wait);
    }
    await turn(ctx, transport, compose);
  }
  const leaving = () =>
    ctx.db
      .select()
      .from(outbox)
      .where(inArray(outbox.state, ["waiting", "sending"]))
      .all().length > 0;
  while (leaving()) {
    clock.forward(hours(1));
    await turn(ctx, transport, compose);
  }
  return received;
}

/** For each booking what arrived rises; `again`: the same letter may have come twice because a person asked for it. */
function inOrder(received: Received[]): boolean {
  return ["a", "b"].every((booking) => {
    const revisions = received.filter((one) => one.booking === booking).map((one) => one.revision);
    return revisions.every((revision, index) => index === 0 || revision >= (revisions[index - 1] ?? 0));
  });
}

describe("nobody gets older news after newer", () => {
  test.each([true, false])(
    "whatever fails and whatever is sent again; a side that knows keys: %s",
    async (knows) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 2, maxLength: 8 }),
          fc.array(fate, { minLength: 1, maxLength: 8 }),
          async (steps, fates) => {
            const received = await live(steps, fates, knows);
            expect(inOrder(received), JSON.stringify(received)).toBe(true);
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  test("and by itself a side without keys gets no letter twice", async () => {
    const own = step.filter((one) => one.deed !== "again");
    await fc.assert(
      fc.asyncProperty(
        fc.array(own, { minLength: 1, maxLength: 6 }),
        fc.array(fate, { minLength: 1, maxLength: 6 }),
        async (steps, fates) => {
          const received = await live(steps, fates, false);
          const letters = received.map((one) => JSON.stringify(one));
          expect(new Set(letters).size).toBe(letters.length);
        },
      ),
      { numRuns: 30 },
    );
  });

  test("the measure itself finds a cancellation that came first", () => {
    const cancelled = { booking: "a", revision: 2, kind: "booking cancelled" };
    const confirmed = { booking: "a", revision: 1, kind: "booking confirmed" };
    expect(inOrder([cancelled, confirmed])).toBe(false);
    expect(inOrder([confirmed, cancelled, { ...confirmed, booking: "b" }])).toBe(true);
  });
});
