// Somebody's address changes while letters to them wait.
import { transact } from "db/client";
import { outbox } from "db/schema";
import { asc } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Context } from "~/domain/context";
import { followAddress } from "~/domain/notifications/notifications.server";
import { again, freshContext, post, postWelcome, scripted, sent, turn } from "./support";

const addresses = (ctx: Context) =>
  ctx.db
    .select({ kind: outbox.kind, to: outbox.toEmail })
    .from(outbox)
    .orderBy(asc(outbox.id))
    .all()
    .map(({ kind, to }) => [kind, to]);

const change = (ctx: Context, from = "P1@example.org") =>
  transact(ctx.db, () => followAddress(ctx, { personId: "p1", from, to: "new@example.org" }));

test("what waits untried goes to the new one; what tells the old one of the account does not", () => {
  const { ctx } = freshContext();
  post(ctx, "booking cancelled");
  post(ctx, "account changed", { change: "address" });
  post(ctx, "address to confirm");
  postWelcome(ctx, "welcome/p2", "p2");
  change(ctx);
  expect(addresses(ctx)).toEqual([
    ["booking cancelled", "new@example.org"],
    ["account changed", "p1@example.org"],
    ["address to confirm", "p1@example.org"],
    ["welcome", "p2@example.org"],
  ]);
});

test("what was tried keeps its own: the provider knows it by it; what was sent stays as it was", async () => {
  const { ctx } = freshContext();
  postWelcome(ctx, "welcome/1");
  await turn(ctx, scripted(again).transport);
  postWelcome(ctx, "welcome/2");
  await turn(ctx, scripted(sent).transport);
  change(ctx);
  expect(addresses(ctx).map(([, to]) => to)).toEqual(["p1@example.org", "p1@example.org"]);
});

test("a letter that was meant for another address of theirs stays with it", () => {
  const { ctx } = freshContext();
  postWelcome(ctx, "welcome/1");
  change(ctx, "elsewhere@example.org");
  expect(addresses(ctx)).toEqual([["welcome", "p1@example.org"]]);
});

test("outside the transaction of the change nothing is touched", () => {
  const { ctx } = freshContext();
  const outside = () => followAddress(ctx, { personId: "p1", from: "a@example.org", to: "b@example.org" });
  expect(outside).toThrow("transaction");
});
