// Reads of complaints: the list with its clock, one in full, and what anyone with a reference may know.

import { prepared } from "db/client";
import { dataComplaints, people } from "db/schema";
import { asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { acknowledgeBy, standingOf } from "./complaint-clock";
import { mayAnswerComplaints } from "./policy";

type Reader = Pick<Context, "db" | "actor" | "clock">;

function mustAnswerComplaints({ actor }: Reader): void {
  if (!mayAnswerComplaints(actor)) throw new Forbidden("complaints");
}

const line = {
  id: dataComplaints.id,
  reference: dataComplaints.reference,
  name: dataComplaints.name,
  receivedAt: dataComplaints.receivedAt,
  acknowledgedAt: dataComplaints.acknowledgedAt,
  answeredAt: dataComplaints.answeredAt,
};

const openOnes = prepared((db) =>
  db
    .select(line)
    .from(dataComplaints)
    .where(isNull(dataComplaints.answeredAt))
    // Those whose clock still runs come first, the oldest before the others.
    .orderBy(
      asc(sql`${dataComplaints.acknowledgedAt} is not null`),
      asc(dataComplaints.receivedAt),
      asc(dataComplaints.id),
    )
    .prepare(),
);
const answeredOnes = prepared((db) =>
  db
    .select(line)
    .from(dataComplaints)
    .where(isNotNull(dataComplaints.answeredAt))
    .orderBy(desc(dataComplaints.answeredAt), desc(dataComplaints.id))
    .limit(sql.placeholder("limit"))
    .prepare(),
);

/** Complaints that wait, the most urgent first, and the newest that were answered. @throws Forbidden */
export function listComplaints(ctx: Reader, { answered }: { answered: number }) {
  mustAnswerComplaints(ctx);
  const standing = (row: ReturnType<ReturnType<typeof openOnes>["all"]>[number]) => {
    const { id, reference, name, receivedAt } = row;
    return { id, reference, name, receivedAt, standing: standingOf(row, ctx.clock.now()) };
  };
  return {
    open: openOnes(ctx.db).all().map(standing),
    answered: answeredOnes(ctx.db).all({ limit: answered }).map(standing),
  };
}

const acknowledger = alias(people, "acknowledger");
const answerer = alias(people, "answerer");
const oneInFull = prepared((db) =>
  db
    .select({
      ...line,
      personId: dataComplaints.personId,
      email: dataComplaints.email,
      text: dataComplaints.text,
      answer: dataComplaints.answer,
      acknowledgedByName: acknowledger.name,
      answeredByName: answerer.name,
    })
    .from(dataComplaints)
    .leftJoin(acknowledger, eq(acknowledger.id, dataComplaints.acknowledgedBy))
    .leftJoin(answerer, eq(answerer.id, dataComplaints.answeredBy))
    .where(eq(dataComplaints.id, sql.placeholder("id")))
    .prepare(),
);

/** One complaint in full. @throws Forbidden, NotFound */
export function readComplaint(ctx: Reader, id: string) {
  mustAnswerComplaints(ctx);
  const row = oneInFull(ctx.db).get({ id });
  if (!row) throw new NotFound("complaint");
  return { ...row, standing: standingOf(row, ctx.clock.now()) };
}

const oneByReference = prepared((db) =>
  db
    .select(line)
    .from(dataComplaints)
    .where(eq(dataComplaints.reference, sql.placeholder("reference")))
    .prepare(),
);

/** How far a complaint has come, for anyone who has its reference: dates, and nothing of what was written. @throws NotFound */
export function readComplaintProgress(ctx: Pick<Context, "db">, reference: string) {
  const row = oneByReference(ctx.db).get({ reference: reference.trim().toUpperCase() });
  if (!row) throw new NotFound("complaint");
  const { receivedAt, acknowledgedAt, answeredAt } = row;
  return {
    reference: row.reference,
    receivedAt,
    acknowledgeBy: acknowledgeBy(receivedAt),
    acknowledgedAt,
    answeredAt,
  };
}
