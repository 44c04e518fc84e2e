// What letters said is taken out of them; that they were sent, to whom and when stays.
import { transact } from "db/client";
import { outbox, people } from "db/schema";
import { and, eq, gte, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";

const mustKeepHouse = (ctx: Context) => {
  if (ctx.actor.kind !== "system" && !holds(ctx.actor, "admin")) throw new Forbidden("letters");
};

const nothingSaid = {
  subject: null,
  html: null,
  text: null,
  calendar: null,
  calendarMethod: null,
  unsubscribeUrl: null,
  facts: {},
  // A provider's refusal may repeat the address.
  lastProblem: null,
  leasedUntil: null,
};

/** Letters that are over, one way or the other; what waits, or may yet have to be looked into, stays whole. */
const over = inArray(outbox.state, ["sent", "failed", "dropped"]);
const leaving = inArray(outbox.state, ["waiting", "sending"]);

/** Where no account has the address any more, nobody's erasure would ever take it out. */
const addressOfNobody = sql`case
  when ${outbox.toPersonId} is null
    or ${outbox.toPersonId} in (select ${people.id} from ${people} where ${people.erasedAt} is not null)
  then 'cleared@invalid' else ${outbox.toEmail} end`;

/** @returns how many were cleared. @throws Forbidden */
export function clearLetters(ctx: Context, ids: string[]): number {
  mustKeepHouse(ctx);
  return transact(
    ctx.db,
    () =>
      ctx.db
        .update(outbox)
        .set({ ...nothingSaid, toEmail: addressOfNobody })
        .where(and(inArray(outbox.id, ids), over))
        .run().changes,
  );
}

/** Letters with a key that begins so. */
const keyed = (beginning: string) =>
  and(gte(outbox.key, beginning), lt(outbox.key, `${beginning}\u{10ffff}`));

/**
 * The notifications room's part of erasing someone. Letters to them lose their words and address, letters to others
 * about them their words; any that has not left yet is taken back.
 * @param person.emails every address of theirs, in small letters: letters to one of them and to no account are theirs
 * @param person.keys how the keys of letters begin that tell others of them
 * @param person.instead what stands where their address stood
 * @throws Forbidden
 */
export function forgetLettersOf(
  ctx: Context,
  person: { personId: string; emails: string[]; keys: string[]; instead: string },
): void {
  mustKeepHouse(ctx);
  transact(ctx.db, () => {
    const address = inArray(sql`lower(${outbox.toEmail})`, person.emails);
    const toThem = or(eq(outbox.toPersonId, person.personId), and(isNull(outbox.toPersonId), address));
    const aboutThem = or(toThem, ...person.keys.map(keyed));
    ctx.db.delete(outbox).where(and(aboutThem, leaving)).run();
    ctx.db.update(outbox).set(nothingSaid).where(aboutThem).run();
    ctx.db.update(outbox).set({ toEmail: person.instead }).where(toThem).run();
  });
}
