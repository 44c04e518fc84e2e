// Words end before the answers do: what was quoted stays, and what was only written goes.
import { describe, expect, it } from "vitest";
import {
  clearComments,
  clearCommitments,
  forgetWordsOf,
  listQuotes,
  listWords,
  putCommentBack,
  readComment,
  unlinkAnswers,
} from "~/domain/evaluations/evaluations.server";
import type { World } from "../../support/world";
import { promise, wordsWorld } from "./words-world";

const year = { from: "2026-04-01", until: "2027-04-01" };
const firstPage = { number: 1, size: 20 };
const secret = "Ann Lee of Hill School";
const written = `More time. ${secret} said so.`;
const quote = (id: string, redacted: string) => ({
  id,
  seen: "to read" as const,
  outcome: "quoted" as const,
  redacted,
});

/** Six came and answered at the end, the first with words. */
function endWorld(more: { quotable?: boolean; answered?: number } = {}) {
  const made = wordsWorld();
  const { quotable = true, answered = 6 } = more;
  made.say(0, "T2", { text: written, quotable });
  made.othersAnswer("T2", 1, answered - 1);
  return { ...made, id: made.comment(written) };
}

describe("in the end the words go", () => {
  const whole = (world: World) => JSON.stringify(world.db.$client.serialize().toString("latin1"));

  it("of a comment that was quoted the quote stays, any other goes; the quote can still be ended", () => {
    const { world, id, coordinator, db, tables } = endWorld();
    readComment(coordinator(), quote(id, "More time."));
    expect(clearComments(world.asSystem, [id])).toBe(1);
    expect(db.select().from(tables.comments).get()).toMatchObject({
      text: "",
      redacted: "More time.",
      state: "quoted",
    });
    expect(listQuotes(coordinator(), year)).toHaveLength(1);
    expect(putCommentBack(coordinator(), id)).toEqual({ readable: false });
    expect(putCommentBack(coordinator(), id)).toEqual({ readable: false });
    expect(listQuotes(coordinator(), year)).toEqual([]);
    expect(clearComments(world.asSystem, [id])).toBe(1);
    expect(db.select().from(tables.comments).all()).toEqual([]);
  });

  it("of a commitment that it was made stays, and what became of it", () => {
    const { world, say, commitment, db, tables, clock } = wordsWorld();
    say(0, "T2", {
      commitments: [{ ...promise("Ring Ann Lee"), byWhen: "Friday", withWhom: "Bo", obstacle: "Cy" }],
    });
    const id = commitment("Ring Ann Lee");
    clock.forward(world.days(57));
    say(0, "T3", {
      followUps: [{ commitmentId: id, outcome: "done", seen: null, evidence: null, opportunity: null }],
    });
    expect(clearCommitments(world.asSystem, [id])).toBe(1);
    expect(db.select().from(tables.commitments).get()).toMatchObject({
      ...{ what: "", byWhen: null, withWhom: null, obstacle: null, state: "kept back", position: 1 },
    });
    expect(db.select().from(tables.commitmentFollowUps).all()).toHaveLength(1);
  });

  it("with an erased person all of theirs go, the manager's and the quotes among them", () => {
    const { world, say, othersAnswer, comment, commitment, coordinator, db, tables } = wordsWorld();
    say(0, "T2", { text: written, commitments: [promise(`Tell ${secret}`)] });
    othersAnswer("T2", 1, 5);
    readComment(coordinator(), quote(comment(written), "More time."));
    readComment(coordinator(), quote(commitment(`Tell ${secret}`), "Tell"));
    const own = db.select().from(tables.comments).get()?.respondentId ?? "";
    expect(whole(world)).toContain(secret);
    forgetWordsOf(world.asSystem, [own]);
    expect(whole(world)).not.toContain(secret);
    expect(listQuotes(coordinator(), year)).toEqual([]);
    expect(db.select().from(tables.commitments).all()).toMatchObject([{ what: "", redacted: null }]);
  });

  it("once unlinked they are read and quoted as before", () => {
    const { world, id, coordinator, db, tables } = endWorld();
    readComment(coordinator(), quote(id, "More time."));
    unlinkAnswers(
      world.asSystem,
      db
        .select()
        .from(tables.respondents)
        .all()
        .map((one) => one.id),
    );
    expect(listQuotes(coordinator(), year)).toMatchObject([{ text: "More time." }]);
    expect(listWords(coordinator(), { state: "quoted", kind: null }, firstPage).total).toBe(1);
  });
});
