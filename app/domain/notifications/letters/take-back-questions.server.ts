// Somebody was asked, and it has been answered or is not asked any more: a letter that still waits to ask has nothing to say.
import { outbox } from "db/schema";
import { and, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { factCalled } from "../facts/readable-facts.server";
import type { MessageKind } from "../message-kinds";
import { dropWaiting } from "../sending/not-now.server";

/** An approval, or somebody's answers about a booking at a stage; those of stage M their line manager gives. */
export type Question = { approvalId: string } | { bookingId: string; stage: string };

/**
 * Drops what waits untried and asks it, inside the caller's transaction. Again changes nothing.
 * @throws Error outside a transaction
 */
export function takeBackQuestions(ctx: Context, question: Question): void {
  dropWaiting(ctx, asks(question), "no longer true");
}

/** The sign keeps SQLite from the index of all letters of a kind: those that wait are few. */
const ofKind = (kind: MessageKind) => sql`+${outbox.kind} = ${kind}`;

function asks(question: Question) {
  if ("approvalId" in question)
    return and(ofKind("approval asked"), sql`${factCalled("approvalId")} = ${question.approvalId}`);
  const { bookingId, stage } = question;
  const asked =
    stage === "M"
      ? ofKind("manager evaluation")
      : and(ofKind("evaluation due"), sql`${factCalled("stage")} = ${stage}`);
  return and(asked, sql`${factCalled("bookingId")} = ${bookingId}`);
}
