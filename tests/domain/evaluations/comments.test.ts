// Words that people wrote: read by coordinators alone, quoted redacted or not at all, and never more than that.
import { eq } from "drizzle-orm";
import { describe, expect, it, test } from "vitest";
import type { WordsKind } from "~/domain/evaluations/comments/comment-rules";
import {
  clearComments,
  clearCommitments,
  countWordsToRead,
  forgetWordsOf,
  listQuotes,
  listWords,
  putCommentBack,
  readComment,
  readWords,
} from "~/domain/evaluations/evaluations.server";
import { Forbidden, NotFound } from "~/shared/problems";
import type { World } from "../../support/world";
import { digestOf, nothing, watch } from "../support-check/ledger";
import { promise, wordsWorld } from "./words-world";

const year = { from: "2026-04-01", until: "2027-04-01" };
const toRead = (kind: WordsKind | null = null) => ({ state: "to read" as const, kind });
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

test("the queue is what nobody has read, oldest first, by kind, with course and month and nothing of who", () => {
  const { world, say, clock, coordinator, learner, sessionId } = wordsWorld();
  say(0, "T2", {
    text: "First",
    commitments: [promise("Ring the school"), promise("Nobody reads this", false)],
  });
  clock.forward(1000);
  say(1, "T2", { text: "Second", quotable: false });
  clock.forward(world.days(57));
  say(0, "T3", { text: "Third" });
  const found = listWords(coordinator(), toRead(), firstPage);
  expect(found.words.map(({ text }) => text).sort()).toEqual(["First", "Ring the school", "Second", "Third"]);
  expect(found.words.map(({ text }) => text).slice(2)).toEqual(["Second", "Third"]);
  expect(found).toMatchObject({ total: 4, page: 1, byKind: { end: 2, commitment: 1, "weeks later": 1 } });
  expect(listWords(coordinator(), toRead("weeks later"), firstPage)).toMatchObject({
    total: 1,
    words: [
      {
        ...{ kind: "weeks later", courseTitle: "Neglect", question: "What would you change?", text: "Third" },
        ...{ month: "2027-01", quotability: "too few", state: "to read", redacted: null },
      },
    ],
  });
  expect(JSON.stringify(found)).not.toMatch(new RegExp(`${learner}|${sessionId}|police|Learner|front-line`));
  expect(countWordsToRead(coordinator())).toBe(4);
  expect(listWords(coordinator(), toRead(), { number: 99, size: 3 })).toMatchObject({ page: 2 });
});

describe("quoting", () => {
  it("keeps what was redacted, who read it and when; the trail tells the kind, not the words, nor whose", () => {
    const { world, id, coordinator, db, tables, clock } = endWorld();
    const added = watch(world);
    expect(readComment(coordinator(), quote(id, " More time. [A colleague] said so. "))).toEqual({
      ok: true,
      value: null,
    });
    expect(db.select().from(tables.comments).get()).toMatchObject({
      ...{ text: written, redacted: "More time. [A colleague] said so.", state: "quoted" },
      ...{ readAt: clock.now(), readBy: world.coordinator },
    });
    const { audit, messages } = added();
    expect(messages).toEqual([]);
    expect(audit).toMatchObject([
      {
        ...{ action: "evaluations.words read", subjectKind: "comment", subjectId: id, aboutPersonId: null },
        detail: { of: "end", outcome: "quoted" },
      },
    ]);
    expect(JSON.stringify(audit)).not.toMatch(/time|Ann|colleague/);
  });

  it("again, in the same words, changes nothing; in others, and after another answer, it asks to look again", () => {
    const { world, id, coordinator } = endWorld();
    readComment(coordinator(), quote(id, "More time."));
    const added = watch(world);
    expect(readComment(coordinator(), quote(id, "More time.")).ok).toBe(true);
    expect(readComment(coordinator(), quote(id, "More"))).toEqual({ ok: false, reason: "changed meanwhile" });
    const kept = { id, seen: "to read", outcome: "kept back" } as const;
    expect(readComment(coordinator(), kept)).toEqual({ ok: false, reason: "changed meanwhile" });
    expect(readComment(coordinator(), { ...kept, seen: "quoted" })).toEqual({
      ok: false,
      reason: "changed meanwhile",
    });
    expect(added()).toEqual(nothing);
  });

  it.each([
    ["not agreed", { quotable: false }],
    ["too few", { answered: 4 }],
  ] as const)("is refused: %s", (reason, more) => {
    const { world, id, coordinator } = endWorld(more);
    const before = digestOf(world.db);
    expect(readComment(coordinator(), quote(id, "More time."))).toEqual({ ok: false, reason });
    expect(digestOf(world.db)).toBe(before);
    expect(readComment(coordinator(), { id, seen: "to read", outcome: "read" }).ok).toBe(true);
  });

  it.each([
    ["words put in", "Much more time."],
    ["nothing left", "[More time]"],
    ["points at somebody", "More time. ann@example.org"],
  ])("is refused: %s", (reason, redacted) => {
    const { id, coordinator } = endWorld();
    expect(readComment(coordinator(), quote(id, redacted))).toEqual({ ok: false, reason });
  });

  it("of a manager's words is refused, whoever agreed and however many answered", () => {
    const { world, say, db, tables, comment, coordinator, clock } = wordsWorld();
    for (let who = 0; who < 6; who++) say(who, "T2");
    db.update(tables.respondents).set({ managerMayBeAsked: true }).run();
    clock.forward(world.days(71));
    for (let who = 0; who < 6; who++) say(who, "M", { text: `Seen ${who}` });
    expect(readComment(coordinator(), quote(comment("Seen 3"), "Seen"))).toEqual({
      ok: false,
      reason: "a manager's words",
    });
    db.update(tables.comments).set({ state: "quoted", redacted: "Seen" }).run();
    expect(listQuotes(coordinator(), year)).toEqual([]);
  });
});

test("undo: words are to be read again, no longer quoted; again changes nothing; each with its entry", () => {
  const { world, id, coordinator, db, tables } = endWorld();
  readComment(coordinator(), quote(id, "More time."));
  const added = watch(world);
  expect(putCommentBack(coordinator(), id)).toEqual({ readable: true });
  expect(putCommentBack(coordinator(), id)).toEqual({ readable: true });
  expect(db.select().from(tables.comments).get()).toMatchObject({
    ...{ text: written, redacted: null, state: "to read", readAt: null, readBy: null },
  });
  expect(added().audit).toMatchObject([
    {
      action: "evaluations.words put back",
      subjectId: id,
      aboutPersonId: null,
      detail: { of: "end", before: "quoted" },
    },
  ]);
  expect(listQuotes(coordinator(), year)).toEqual([]);
});

describe("quotes for a report", () => {
  it("say the redacted words, the course and the kind, and nothing else", () => {
    const { say, othersAnswer, comment, commitment, coordinator } = wordsWorld();
    say(0, "T2", { text: written, commitments: [promise("Ring the school about Ann")] });
    othersAnswer("T2", 1, 4);
    readComment(coordinator(), quote(comment(written), "More time."));
    readComment(coordinator(), quote(commitment("Ring the school about Ann"), "Ring the school"));
    const course = { courseSlug: "neglect", courseTitle: "Neglect" };
    expect(listQuotes(coordinator(), year)).toEqual([
      { ...course, text: "Ring the school", kind: "commitment" },
      { ...course, text: "More time.", kind: "end" },
    ]);
  });

  it("are of training that ended in the period, its last day not included, by London's days", () => {
    const { id, coordinator } = endWorld();
    readComment(coordinator(), quote(id, "More time."));
    const among = (from: string, until: string) => listQuotes(coordinator(), { from, until }).length;
    expect(among("2026-11-17", "2026-11-18")).toBe(1);
    expect(among("2026-11-18", "2027-11-18")).toBe(0);
    expect(among("2026-01-01", "2026-11-17")).toBe(0);
  });

  it("end when fewer than five are left who answered, whatever was decided before", () => {
    const { id, coordinator, db, tables } = endWorld({ answered: 5 });
    readComment(coordinator(), quote(id, "More time."));
    expect(listQuotes(coordinator(), year)).toHaveLength(1);
    const others = db
      .select()
      .from(tables.responses)
      .all()
      .filter(({ respondentId }) => respondentId !== db.select().from(tables.comments).get()?.respondentId);
    db.delete(tables.responses)
      .where(eq(tables.responses.respondentId, others[0]?.respondentId ?? ""))
      .run();
    expect(listQuotes(coordinator(), year)).toEqual([]);
  });
});

describe("who may", () => {
  const roles = ["agency_lead", "trainer", "coordinator", "sdg_member", "scrutineer", "admin"] as const;
  const everyone = (world: World) => [
    ["stranger", world.stranger] as const,
    ["practitioner", world.as(world.person())] as const,
    ...roles.map((role) => [role, world.as(world.person({ roles: [role] }))] as const),
  ];

  it("read, decide, undo and count: coordinators alone", () => {
    const { world, id } = endWorld();
    for (const [who, ctx] of everyone(world)) {
      if (who === "coordinator") continue;
      const before = digestOf(world.db);
      expect(() => listWords(ctx, toRead(), firstPage), who).toThrow(Forbidden);
      expect(() => readWords(ctx, id), who).toThrow(Forbidden);
      expect(() => countWordsToRead(ctx), who).toThrow(Forbidden);
      expect(() => readComment(ctx, quote(id, "More time.")), who).toThrow(Forbidden);
      expect(() => putCommentBack(ctx, id), who).toThrow(Forbidden);
      for (const clear of [clearComments, clearCommitments, forgetWordsOf])
        if (who !== "admin") expect(() => clear(ctx, [id]), who).toThrow(Forbidden);
      expect(digestOf(world.db), who).toBe(before);
    }
  });

  it("read quotes: those who read the report", () => {
    const { world } = endWorld();
    for (const [who, ctx] of everyone(world)) {
      const may = ["coordinator", "sdg_member", "scrutineer"].includes(who);
      if (may) expect(listQuotes(ctx, year)).toEqual([]);
      else expect(() => listQuotes(ctx, year), who).toThrow(Forbidden);
    }
  });

  it("nobody reads what is not there, nor a commitment that may not be quoted", () => {
    const { say, commitment, coordinator } = wordsWorld();
    say(0, "T2", { commitments: [promise("Only for me", false)] });
    for (const id of ["no-such", commitment("Only for me")]) {
      expect(() => readWords(coordinator(), id)).toThrow(NotFound);
      expect(() => readComment(coordinator(), quote(id, "Only"))).toThrow(NotFound);
      expect(() => putCommentBack(coordinator(), id)).toThrow(NotFound);
    }
    expect(countWordsToRead(coordinator())).toBe(0);
  });
});
