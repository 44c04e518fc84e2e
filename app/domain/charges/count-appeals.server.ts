// How many appeals wait for a coordinator.
import { prepared } from "db/client";
import { charges } from "db/schema";
import { eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { mayKeepCharges } from "./policy";

const appealed = prepared((db) =>
  db.select({ n: sql<number>`count(*)` }).from(charges).where(eq(charges.state, "appealed")).prepare(),
);

/** @throws Forbidden */
export function countAppeals(ctx: Pick<Context, "db" | "actor">): number {
  if (!mayKeepCharges(ctx.actor)) throw new Forbidden("charges");
  return appealed(ctx.db).get()?.n ?? 0;
}
