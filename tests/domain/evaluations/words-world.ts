// Evaluations with words in them: comments and commitments of people who came to one session.
import { eq } from "drizzle-orm";
import { type Given, nothingGiven, type Stage } from "~/domain/evaluations/evaluations";
import { recordResponse } from "~/domain/evaluations/evaluations.server";
import { askedWorld } from "./asked-world";

type Said = Partial<Pick<Given, "commitments" | "followUps">> & { text?: string; quotable?: boolean };

/** `people` came; `say` answers a stage for one of them, with words. Every stage asks one question in words. */
export function wordsWorld({ people = 6, on = "2026-11-17" } = {}) {
  const asked = askedWorld({ people, on });
  const { world, db, tables, bookings, ids } = asked;
  db.insert(tables.items)
    .values({ id: "item-words", slug: "words", version: 1, wording: "What would you change?", kind: "text" })
    .run();
  for (const { id } of db.select().from(tables.instruments).all())
    db.insert(tables.instrumentItems).values({ instrumentId: id, itemId: "item-words", position: 9 }).run();

  const say = (who: number, stage: Stage, { text, quotable = true, ...more }: Said = {}) => {
    const comments = text === undefined ? [] : [{ itemId: "item-words", text, quotable }];
    const given = { ...nothingGiven, comments, ...more };
    const recorded = recordResponse(world.stranger, { bookingId: bookings[who] ?? "", stage }, given);
    if (!recorded.ok) throw new Error(`Not answered: ${recorded.reason}`);
  };
  /** That so many others answered the stage too, with nothing in words. */
  const othersAnswer = (stage: Stage, from: number, count: number) => {
    for (let who = from; who < from + count; who++) say(who, stage);
  };
  const comment = (text: string) =>
    db.select().from(tables.comments).where(eq(tables.comments.text, text)).get()?.id ?? "";
  const commitment = (what: string) =>
    db.select().from(tables.commitments).where(eq(tables.commitments.what, what)).get()?.id ?? "";
  const coordinator = () => world.as(world.coordinator);
  return { ...asked, ids, say, othersAnswer, comment, commitment, coordinator };
}

/** A commitment with nothing beside it. */
export const promise = (what: string, quotable = true) => ({
  what,
  byWhen: null,
  withWhom: null,
  sure: null,
  obstacle: null,
  quotable,
});
