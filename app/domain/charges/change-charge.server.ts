// The one way a charge changes state: the row, its history and the audit trail, all together; and reading one to change it.
import { prepared } from "db/client";
import { agencies, chargeChanges, charges, courses, people, sessions } from "db/schema";
import { and, eq, gte, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { postMessage } from "~/domain/notifications/notifications.server";
import { NotFound } from "~/shared/problems";
import type { ChargeState } from "./charges";
import { chargeTransitions } from "./rules";

const chargeById = prepared((db) =>
  db
    .select({
      id: charges.id,
      bookingId: charges.bookingId,
      personId: charges.personId,
      agencyId: charges.agencyId,
      kind: charges.kind,
      pence: charges.pence,
      state: charges.state,
      madeAt: charges.madeAt,
      personName: people.name,
      email: people.email,
      erasedAt: people.erasedAt,
      agencyName: agencies.name,
      courseTitle: courses.title,
      startsAt: sessions.startsAt,
    })
    .from(charges)
    .innerJoin(people, eq(people.id, charges.personId))
    .innerJoin(agencies, eq(agencies.id, charges.agencyId))
    .innerJoin(sessions, eq(sessions.id, charges.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(eq(charges.id, sql.placeholder("id")))
    .prepare(),
);
export type ChargeRow = NonNullable<ReturnType<ReturnType<typeof chargeById>["get"]>>;

/** @throws NotFound */
export function readChargeRow(ctx: Pick<Context, "db">, id: string): ChargeRow {
  const row = chargeById(ctx.db).get({ id });
  if (!row) throw new NotFound("charge");
  return row;
}

const appealsSince = prepared((db) =>
  db
    .select({ id: chargeChanges.id })
    .from(chargeChanges)
    .where(
      and(
        eq(chargeChanges.chargeId, sql.placeholder("chargeId")),
        eq(chargeChanges.toState, "appealed"),
        gte(chargeChanges.at, sql.placeholder("since")),
      ),
    )
    .limit(1)
    .prepare(),
);

/** Whether somebody has appealed against the charge since it was made, or made due again after it was withdrawn. */
export const hasBeenAppealed = (ctx: Pick<Context, "db">, charge: { id: string; madeAt: number }): boolean =>
  appealsSince(ctx.db).get({ chargeId: charge.id, since: charge.madeAt }) !== undefined;

type Charged = { id: string; personId: string; pence: number; kind: ChargeRow["kind"]; state: ChargeState };

function record(ctx: Context, charge: Charged, from: ChargeState | null, note: string | null): void {
  ctx.db
    .insert(chargeChanges)
    .values({
      chargeId: charge.id,
      fromState: from,
      toState: charge.state,
      note,
      at: ctx.clock.now(),
      byPersonId: actorPersonId(ctx.actor),
    })
    .run();
  recordAudit(ctx, {
    action: `charges.${charge.state}`,
    subjectKind: "charge",
    subjectId: charge.id,
    aboutPersonId: charge.personId,
    detail: {
      kind: charge.kind,
      pence: charge.pence,
      from,
      ...(note !== null && { noteGiven: true as const }),
    },
  });
}

/** Writes the first line of a new charge's history. */
export const recordMade = (ctx: Context, charge: Charged): void => record(ctx, charge, null, null);

/**
 * Moves a charge to another state and writes its history; what the person is told is the caller's.
 * @throws Error for a move that is not in the table of transitions
 */
export function changeCharge(
  ctx: Context,
  charge: Charged,
  to: ChargeState,
  { note = null }: { note?: string | null } = {},
): void {
  if (!chargeTransitions[charge.state].includes(to))
    throw new Error(`A charge cannot go from ${charge.state} to ${to}.`);
  ctx.db.update(charges).set({ state: to }).where(eq(charges.id, charge.id)).run();
  record(ctx, { ...charge, state: to }, charge.state, note);
}

/** Tells the person what became of a charge; nobody is told in the stead of someone who was erased. */
export function tellAnswer(
  ctx: Context,
  charge: ChargeRow,
  answer: { outcome: "waived" | "stands" | "withdrawn"; note: string | null },
): void {
  if (charge.erasedAt !== null) return;
  postMessage(ctx, {
    kind: "charge answered",
    key: `charge answered/${charge.id}/${answer.outcome}/${charge.madeAt}`,
    to: { personId: charge.personId, email: charge.email },
    facts: {
      personName: charge.personName,
      chargeId: charge.id,
      courseTitle: charge.courseTitle,
      startsAt: charge.startsAt,
      agencyName: charge.agencyName,
      pence: charge.pence,
      ...answer,
    },
  });
}
