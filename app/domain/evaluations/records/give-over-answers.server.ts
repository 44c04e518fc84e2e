// Everything that one respondent gave becomes another's, written anew. Belongs in the transaction of the unlinking.
import { answers, comments, commitmentFollowUps, commitments, responses } from "db/schema";
import { eq } from "drizzle-orm";
import type { Context } from "~/domain/context";

/** Everything that one respondent answered, wrote and promised becomes another's, or with null nobody's. */
export function giveOver({ db, ids }: Context, from: string, to: { id: string; day: number } | null): void {
  const given = db.delete(answers).where(eq(answers.respondentId, from)).returning().all();
  const written = db.delete(comments).where(eq(comments.respondentId, from)).returning().all();
  const responded = db.delete(responses).where(eq(responses.respondentId, from)).returning().all();
  const promised = db.select().from(commitments).where(eq(commitments.respondentId, from)).all();
  const became = promised.flatMap(({ id }) =>
    db.delete(commitmentFollowUps).where(eq(commitmentFollowUps.commitmentId, id)).returning().all(),
  );
  db.delete(commitments).where(eq(commitments.respondentId, from)).run();
  if (to === null) return;
  const respondentId = to.id;
  for (const row of responded)
    db.insert(responses)
      .values({ ...row, respondentId, submittedAt: to.day })
      .run();
  for (const row of given)
    db.insert(answers)
      .values({ ...row, respondentId })
      .run();
  for (const row of written)
    db.insert(comments)
      .values({ ...row, respondentId, id: ids.secret() })
      .run();
  for (const row of promised) {
    const id = ids.secret();
    db.insert(commitments)
      .values({ ...row, id, respondentId, madeAt: to.day })
      .run();
    for (const one of became.filter(({ commitmentId }) => commitmentId === row.id))
      db.insert(commitmentFollowUps)
        .values({ ...one, commitmentId: id, answeredAt: to.day })
        .run();
  }
}
