// Letters about one booking leave in the order in which they were posted, and do not hold up others.
import { outbox } from "db/schema";
import { describe, expect, test } from "vitest";
import type { Context } from "~/domain/context";
import { nextDue } from "~/domain/notifications/sending/claim-queries.server";
import { again, countingCompose, freshContext, post, postWelcome, scripted, sent, turn } from "./support";

const rows = (ctx: Context) => ctx.db.select().from(outbox).orderBy(outbox.id).all();
const states = (ctx: Context) => rows(ctx).map(({ kind, state }) => [kind, state]);

describe("a stream", () => {
  test("waits while an older letter of it is tried, and others go on", async () => {
    const { ctx, clock } = freshContext();
    post(ctx, "booking confirmed", { revision: 1 });
    post(ctx, "booking cancelled", { revision: 2 });
    postWelcome(ctx);
    const { compose, composed } = countingCompose();
    await turn(ctx, scripted(again, sent).transport, compose);
    expect(composed).toEqual(["booking confirmed", "welcome"]);
    clock.set(rows(ctx)[0]?.dueAt ?? 0);
    await turn(ctx, scripted(sent).transport, compose);
    expect(composed).toEqual(["booking confirmed", "welcome", "booking cancelled"]);
  });

  test("goes on once its older letter is given up", async () => {
    const { ctx } = freshContext();
    post(ctx, "booking confirmed", { revision: 1 });
    post(ctx, "booking cancelled", { revision: 2 });
    const { transport, letters } = scripted({ outcome: "refused", problem: "550" }, sent);
    await turn(ctx, transport);
    expect(letters).toHaveLength(2);
    expect(states(ctx)).toEqual([
      ["booking confirmed", "failed"],
      ["booking cancelled", "sent"],
    ]);
  });

  test("is looked up by indexes alone", () => {
    const { ctx } = freshContext();
    const { sql, params } = nextDue(ctx.db).getQuery();
    const plan = ctx.db.$client.prepare(`explain query plan ${sql}`).all(...params.map(() => 1)) as {
      detail: string;
    }[];
    const steps = plan.map(({ detail }) => detail);
    expect(steps.join("\n")).toMatch(/SCAN outbox USING INDEX outbox_due/);
    expect(steps.join("\n")).toMatch(/SEARCH older USING INDEX outbox_streams \(stream=\?/);
    expect(steps.filter((step) => /TEMP B-TREE|^SCAN (?!outbox USING INDEX outbox_due)/.test(step))).toEqual(
      [],
    );
  });
});
