// A booking's certificate follows its facts: given once they are all there, withdrawn when the register says otherwise.
import { transact } from "db/client";
import { certificates } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { type Facts, type Row, readFacts, tell } from "./certificate-facts.server";
import { newNumber } from "./number.server";
import { type CertificateDecision, decideCertificate, expiryOf } from "./rules";

/**
 * Gives, withholds or withdraws a booking's certificate as its facts say, whoever asks; again changes nothing. After a
 * withdrawal the next one has a new number: the old one stays withdrawn for whoever was shown it.
 * @throws NotFound
 */
export function giveCertificates(ctx: Context, bookingId: string): CertificateDecision {
  return transact(ctx.db, () => settle(ctx, bookingId, { despite: false }));
}

/** Gives one although the end evaluation was not answered; full attendance it still takes. @throws Forbidden, NotFound */
export function giveWithoutEvaluation(ctx: Context, bookingId: string): CertificateDecision {
  if (!holds(ctx.actor, "coordinator")) throw new Forbidden("giving a certificate");
  return transact(ctx.db, () => settle(ctx, bookingId, { despite: true }));
}

function settle(ctx: Context, bookingId: string, { despite }: { despite: boolean }): CertificateDecision {
  const { facts, held } = readFacts(ctx, bookingId);
  const decision = decideCertificate(
    { ...facts, inForce: held !== undefined, erased: facts.erasedAt !== null },
    { despite },
  );
  if (decision === "give") give(ctx, facts);
  if (decision === "withdraw" && held) withdraw(ctx, facts, held);
  return decision;
}

function give(ctx: Context, facts: Facts): void {
  const { bookingId, personId, courseId, courseTitle, minutes, completedOn } = facts;
  const row: Row = {
    id: ctx.ids.id(),
    number: newNumber(ctx),
    ...{ bookingId, personId, courseId, courseTitle, minutes, completedOn },
    expiresOn: expiryOf(completedOn, facts.months),
    givenAt: ctx.clock.now(),
    withdrawnAt: null,
  };
  ctx.db.insert(certificates).values(row).run();
  const unanswered = facts.needs === "attendance and evaluation" && !facts.answered;
  recordAudit(ctx, {
    action: "certificates.given",
    subjectKind: "certificate",
    subjectId: row.id,
    aboutPersonId: personId,
    detail: { bookingId, courseId, expiresOn: row.expiresOn, ...(unanswered && { without: "evaluation" }) },
  });
  tell(ctx, facts, row, "given");
}

function withdraw(ctx: Context, facts: Facts, held: Row): void {
  ctx.db.update(certificates).set({ withdrawnAt: ctx.clock.now() }).where(eq(certificates.id, held.id)).run();
  recordAudit(ctx, {
    action: "certificates.withdrawn",
    subjectKind: "certificate",
    subjectId: held.id,
    aboutPersonId: facts.personId,
    detail: { bookingId: facts.bookingId, because: facts.state },
  });
  tell(ctx, facts, held, "withdrawn");
}
