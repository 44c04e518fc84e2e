// The last part of every UID: fixed at the first letter, so that entries stay known if the service moves to another address.
import { prepared, transact } from "db/client";
import { calendarDomain as domains } from "db/schema";
import type { Context } from "~/domain/context";
import { calendarDomain } from "./calendars";

const theOne = prepared((db) => db.select({ domain: domains.domain }).from(domains).prepare());

/**
 * The domain of UIDs; the host of the public address where none is fixed yet. Writes nothing: pages read it.
 * @param publicUrl where people reach the service: "https://training.example.org"
 */
export const readCalendarDomain = (ctx: Pick<Context, "db">, publicUrl: string): string =>
  theOne(ctx.db).get()?.domain ?? calendarDomain(publicUrl);

/** The same, and fixes it at the first use: for what is about to send entries. */
export function fixCalendarDomain(ctx: Context, publicUrl: string): string {
  const fixed = theOne(ctx.db).get();
  if (fixed) return fixed.domain;
  return transact(ctx.db, () => {
    ctx.db
      .insert(domains)
      .values({ id: 1, domain: calendarDomain(publicUrl), fixedAt: ctx.clock.now() })
      .onConflictDoNothing()
      .run();
    return readCalendarDomain(ctx, publicUrl);
  });
}
