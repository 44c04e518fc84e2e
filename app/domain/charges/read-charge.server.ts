// One charge with why it was made and what became of it.
import { prepared } from "db/client";
import {
  agencies,
  boards,
  bookings,
  bookingTerms,
  chargeChanges,
  charges,
  courses,
  people,
  sessions,
} from "db/schema";
import { asc, eq, sql } from "drizzle-orm";
import { agencyLedBy } from "~/domain/accounts/accounts.server";
import { actorPersonId, type Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { hasBeenAppealed } from "./change-charge.server";
import { appealUntil, type Basis, becauseInWords, type ChargeKind, type ChargeState } from "./charges";
import { isParty, mayDecide, mayKeepCharges, mayReadCharge } from "./policy";

const chargeById = prepared((db) =>
  db
    .select({
      id: charges.id,
      personId: charges.personId,
      personName: people.name,
      agencyId: charges.agencyId,
      agencyName: agencies.name,
      boardName: boards.name,
      courseTitle: courses.title,
      sessionId: charges.sessionId,
      startsAt: sessions.startsAt,
      bookingId: charges.bookingId,
      reference: bookings.reference,
      kind: charges.kind,
      pence: charges.pence,
      basis: charges.basis,
      state: charges.state,
      madeAt: charges.madeAt,
    })
    .from(charges)
    .innerJoin(people, eq(people.id, charges.personId))
    .innerJoin(agencies, eq(agencies.id, charges.agencyId))
    .innerJoin(bookingTerms, eq(bookingTerms.id, charges.termsId))
    .innerJoin(boards, eq(boards.code, bookingTerms.boardCode))
    .innerJoin(sessions, eq(sessions.id, charges.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(bookings, eq(bookings.id, charges.bookingId))
    .where(eq(charges.id, sql.placeholder("id")))
    .prepare(),
);

const changesOf = prepared((db) =>
  db
    .select()
    .from(chargeChanges)
    .where(eq(chargeChanges.chargeId, sql.placeholder("chargeId")))
    .orderBy(asc(chargeChanges.id))
    .prepare(),
);

/** Who took a step, as anyone who may read the charge is told: nobody's name. */
export type ChangedBy = "the person" | "their agency" | "a coordinator" | "the service";
export type ChargeChange = {
  id: number;
  from: ChargeState | null;
  to: ChargeState;
  note: string | null;
  at: number;
  by: ChangedBy;
};

export type ChargeDetail = {
  id: string;
  personId: string;
  personName: string;
  agencyName: string;
  boardName: string;
  courseTitle: string;
  sessionId: string;
  startsAt: number;
  bookingId: string;
  reference: string;
  kind: ChargeKind;
  pence: number;
  because: string;
  state: ChargeState;
  madeAt: number;
  appealUntil: number;
  /** Why the person asking cannot appeal, or null. */
  appeal: "open" | "too late" | "answered already" | "not due" | "not theirs";
  /** Whether the person asking may waive or answer: a coordinator whose charge it is not. */
  mayDecide: boolean;
  changes: ChargeChange[];
};

/**
 * A charge, for the person charged, the lead of the agency charged, and coordinators. The lead reads every note save what
 * the person wrote.
 * @throws NotFound for anyone else
 */
export function readCharge(ctx: Context, id: string): ChargeDetail {
  const row = chargeById(ctx.db).get({ id });
  const led = agencyLedBy(ctx)?.id ?? null;
  if (!row || !mayReadCharge(ctx.actor, row, led)) throw new NotFound("charge");
  const { basis, agencyId: _shownByName, ...charge } = row;
  const ofColleague = !mayKeepCharges(ctx.actor) && actorPersonId(ctx.actor) !== row.personId;
  return {
    ...charge,
    because: becauseInWords(row.kind, basis as Basis),
    appealUntil: appealUntil(row.madeAt),
    appeal: isParty(ctx.actor, row, led) ? standingOfAppeal(ctx, row) : "not theirs",
    mayDecide: mayDecide(ctx.actor, row, led),
    changes: changesOf(ctx.db)
      .all({ chargeId: id })
      .map(({ id: line, fromState, toState, note, at, byPersonId }) => {
        const by = takenBy(fromState, toState, byPersonId === row.personId);
        // Why somebody could not come may be nobody's business at work: their lead does not read it.
        const shown = ofColleague && by === "the person" ? null : note;
        return { id: line, from: fromState, to: toState, note: shown, at, by };
      }),
  };
}

function standingOfAppeal(ctx: Context, charge: { id: string; state: ChargeState; madeAt: number }) {
  if (charge.state !== "due") return "not due";
  if (hasBeenAppealed(ctx, charge)) return "answered already";
  return ctx.clock.now() > appealUntil(charge.madeAt) ? "too late" : "open";
}

/** Only people appeal, and only coordinators waive or refuse; a charge follows from what the bookings room did. */
function takenBy(from: ChargeState | null, to: ChargeState, themselves: boolean): ChangedBy {
  if (to === "appealed") return themselves ? "the person" : "their agency";
  if (to === "waived" || (from === "appealed" && to === "due")) return "a coordinator";
  return "the service";
}
