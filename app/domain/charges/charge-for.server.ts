// Charges for a place that was not used, or says what it would cost.
import { prepared } from "db/client";
import { charges } from "db/schema";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { postMessage } from "~/domain/notifications/notifications.server";
import { changeCharge, recordMade } from "./change-charge.server";
import { appealUntil, type Basis, becauseInWords } from "./charges";
import { type ChargeAsked, type Due, type PlaceFacts, whatIsDue } from "./place-facts.server";
import { isForNotice } from "./rules";
import { withdrawCharge } from "./withdraw-charge.server";

const chargeOf = prepared((db) =>
  db
    .select()
    .from(charges)
    .where(
      and(eq(charges.bookingId, sql.placeholder("bookingId")), eq(charges.kind, sql.placeholder("kind"))),
    )
    .prepare(),
);

/** What a place would cost if it were given up, or not used, at `at`: nothing is written. Null: nothing. */
export function costNow(
  ctx: Pick<Context, "db">,
  asked: ChargeAsked,
): { pence: number; because: string } | null {
  const { due } = whatIsDue(ctx, asked);
  return due && { pence: due.pence, because: becauseInWords(asked.kind, due.basis) };
}

/**
 * Makes the charge that a booking's terms ask for, tells the person, and returns it; null where nothing is due. For the
 * commands of the bookings room, inside their transaction: they have decided who may, and only a place that was theirs
 * is charged. Again for the same booking and kind: the same charge, unchanged, unless the register says other days now;
 * one that was withdrawn is due anew.
 * @throws NotFound, Error outside a transaction
 */
export function chargeFor(ctx: Context, asked: ChargeAsked): { id: string; pence: number } | null {
  const { kind, booking } = asked;
  const { facts, due } = whatIsDue(ctx, asked);
  // Other days are charged than before: what was charged is taken back, and the rest is due anew.
  const { basis, pence } = chargeOf(ctx.db).get({ bookingId: booking.id, kind }) ?? {};
  if (due && basis && !isForNotice(kind) && (basis as Basis).days !== due.basis.days && pence !== due.pence)
    withdrawCharge(ctx, booking.id, [kind]);
  const known = chargeOf(ctx.db).get({ bookingId: booking.id, kind });
  if (known && known.state !== "withdrawn") return { id: known.id, pence: known.pence };
  if (!due || booking.termsId === null) return null;

  const made = { ...due, agencyId: facts.agencyId, termsId: booking.termsId, madeAt: ctx.clock.now() };
  const charge: Charge = known
    ? { ...known, ...made }
    : {
        id: ctx.ids.id(),
        bookingId: booking.id,
        sessionId: booking.sessionId,
        personId: booking.personId,
        kind,
        state: "due",
        ...made,
      };
  if (known) {
    ctx.db.update(charges).set(made).where(eq(charges.id, known.id)).run();
    changeCharge(ctx, charge, "due");
  } else {
    ctx.db.insert(charges).values(charge).run();
    recordMade(ctx, charge);
  }
  tellOfCharge(ctx, charge, due, facts);
  return { id: charge.id, pence: charge.pence };
}

type Charge = typeof charges.$inferSelect;

function tellOfCharge(ctx: Context, charge: Charge, due: Due, facts: PlaceFacts): void {
  if (facts.erasedAt !== null) return;
  postMessage(ctx, {
    kind: "charge made",
    // One that was withdrawn and is due again is told of again.
    key: `charge made/${charge.id}/${charge.madeAt}`,
    to: { personId: charge.personId, email: facts.email },
    facts: {
      personName: facts.personName,
      chargeId: charge.id,
      courseTitle: facts.courseTitle,
      startsAt: facts.startsAt,
      agencyName: facts.agencyName,
      pence: charge.pence,
      because: becauseInWords(charge.kind, due.basis),
      appealUntil: appealUntil(charge.madeAt),
    },
  });
}
