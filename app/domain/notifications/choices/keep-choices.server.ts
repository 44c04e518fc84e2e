// What becomes of someone's choices about mail, and of what is known of how mail to them fared, when an account is erased
// or merged and when it has been kept long enough.
import { transact } from "db/client";
import { addressStops, deliveryReports, newsSubscriptions, outbox, topicStops } from "db/schema";
import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";

const mustKeepHouse = (ctx: Context) => {
  if (ctx.actor.kind !== "system" && !holds(ctx.actor, "admin")) throw new Forbidden("choices about mail");
};

/** @param person.emails every address of theirs, in small letters. @throws Forbidden */
export function forgetChoicesOf(ctx: Context, person: { personId: string; emails: string[] }): void {
  mustKeepHouse(ctx);
  transact(ctx.db, () => {
    const { personId, emails } = person;
    ctx.db.delete(topicStops).where(eq(topicStops.personId, personId)).run();
    ctx.db.delete(newsSubscriptions).where(eq(newsSubscriptions.personId, personId)).run();
    ctx.db.delete(addressStops).where(inArray(addressStops.email, emails)).run();
    const toNoAccount = and(isNull(outbox.toPersonId), inArray(sql`lower(${outbox.toEmail})`, emails));
    const theirs = ctx.db
      .select({ id: outbox.id })
      .from(outbox)
      .where(or(eq(outbox.toPersonId, personId), toNoAccount));
    ctx.db.delete(deliveryReports).where(inArray(deliveryReports.messageId, theirs)).run();
  });
}

/** What either account stopped stays stopped, and news that either asked for comes. @throws Forbidden */
export function takeOverChoices(ctx: Context, { fromId, intoId }: { fromId: string; intoId: string }): void {
  mustKeepHouse(ctx);
  transact(ctx.db, () => {
    const stopped = ctx.db.select().from(topicStops).where(eq(topicStops.personId, fromId)).all();
    for (const stop of stopped)
      ctx.db
        .insert(topicStops)
        .values({ ...stop, personId: intoId })
        .onConflictDoNothing()
        .run();
    ctx.db.delete(topicStops).where(eq(topicStops.personId, fromId)).run();
    const asked = ctx.db.select().from(newsSubscriptions).where(eq(newsSubscriptions.personId, fromId)).all();
    for (const news of asked)
      ctx.db
        .insert(newsSubscriptions)
        .values({ ...news, personId: intoId })
        .onConflictDoNothing()
        .run();
    ctx.db.delete(newsSubscriptions).where(eq(newsSubscriptions.personId, fromId)).run();
  });
}

/** @returns how many were deleted. @throws Forbidden */
export function clearReports(ctx: Context, ids: string[]): number {
  mustKeepHouse(ctx);
  return ctx.db.delete(deliveryReports).where(inArray(deliveryReports.id, ids)).run().changes;
}

/** Mail may go there again: if it comes back, the address is stopped anew. @returns how many. @throws Forbidden */
export function clearAddressStops(ctx: Context, emails: string[]): number {
  mustKeepHouse(ctx);
  return ctx.db.delete(addressStops).where(inArray(addressStops.email, emails)).run().changes;
}
