// What waits for those who look after accounts, and how many would have to set up a second factor.
import { prepared } from "db/client";
import { outbox, people, roleGrants, secondFactors } from "db/schema";
import { and, count, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { mayAdminister, mayLookAfterPeople } from "../policy";

type Reader = Pick<Context, "db" | "actor">;

const standings = prepared((db) =>
  db
    .select({
      awaiting: sql<number>`count(*) filter (where ${people.agencyStanding} = 'awaiting')`,
      declined: sql<number>`count(*) filter (where ${people.agencyStanding} = 'declined')`,
    })
    .from(people)
    // Written out, not bound, so that SQLite sees that the partial index will do.
    .where(and(sql`${people.agencyStanding} <> 'confirmed'`, isNull(people.disabledAt)))
    .prepare(),
);

/** How many accounts wait for their agency's word, and how many it turned down. @throws Forbidden */
export function countUnconfirmed(ctx: Reader): { awaiting: number; declined: number } {
  if (!mayLookAfterPeople(ctx.actor)) throw new Forbidden("people");
  return standings(ctx.db).get() ?? { awaiting: 0, declined: 0 };
}

// Two queries, each by the partial index of its states: the outbox is long.
const troubled = prepared((db) =>
  db.select({ n: count() }).from(outbox).where(sql`${outbox.state} in ('failed', 'unsure')`).prepare(),
);
const waiting = prepared((db) =>
  db.select({ n: count() }).from(outbox).where(sql`${outbox.state} in ('waiting', 'sending')`).prepare(),
);

/** Messages that nobody will send again by itself, and those still to go. @throws Forbidden */
export function countUnsentMessages(ctx: Reader): { troubled: number; waiting: number } {
  if (!mayAdminister(ctx.actor)) throw new Forbidden("messages");
  return { troubled: troubled(ctx.db).get()?.n ?? 0, waiting: waiting(ctx.db).get()?.n ?? 0 };
}

const holders = prepared((db) =>
  db
    .select({
      role: roleGrants.role,
      people: sql<number>`count(*)`,
      without: sql<number>`count(*) filter (where ${secondFactors.personId} is null)`,
    })
    .from(roleGrants)
    .innerJoin(people, and(eq(people.id, roleGrants.personId), isNull(people.disabledAt)))
    .leftJoin(secondFactors, and(eq(secondFactors.personId, people.id), isNotNull(secondFactors.confirmedAt)))
    .groupBy(roleGrants.role)
    .prepare(),
);

/** How many hold each role, and how many of them have no second factor. @throws Forbidden */
export function countRoleHolders(ctx: Reader) {
  if (!mayAdminister(ctx.actor)) throw new Forbidden("settings");
  return holders(ctx.db).all();
}
