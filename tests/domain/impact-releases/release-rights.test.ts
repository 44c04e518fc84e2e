// Who may do what with a release in each of its states, and who may know of it.
import { describe, expect, test } from "vitest";
import type { Context } from "~/domain/context";
import {
  backToDraft,
  changeRelease,
  closeAction,
  commentOnRelease,
  draftRelease,
  listOpenActions,
  listReleases,
  publishRelease,
  readAsStranger,
  readDraft,
  readRelease,
  recomputeRelease,
  removeAction,
  sendForReview,
  setAction,
  signOff,
  withdrawRelease,
  writeNarrative,
} from "~/domain/impact/impact.server";
import { Forbidden, NotFound } from "~/shared/problems";
import { type ReleaseWorld, releaseIn, releaseWorld, summer } from "../../support/release-world";
import { contentOf } from "../support-check/ledger";

const who = [
  "stranger",
  "practitioner",
  "lead",
  "trainer",
  "admin",
  "drafter",
  "other",
  "sdg",
  "scrutineer",
  "both",
] as const;
type Who = (typeof who)[number];
const readers: Who[] = ["drafter", "other", "sdg", "scrutineer", "both"];
const states = ["draft", "in review", "signed off", "public", "withdrawn", "withdrawn in public"] as const;
type State = (typeof states)[number];

const asWho = (world: ReleaseWorld, one: Who): Context =>
  one === "stranger" ? world.stranger : world.as(world.people[one]);
const madeBy = (world: ReleaseWorld) => ({ world, drafter: world.people.drafter, sdg: world.people.sdg });

/** "yes", "no" (refused with a reason), "forbidden" or "not found". */
function answerTo(deed: () => unknown): string {
  try {
    const result = deed() as { ok?: boolean } | undefined;
    return result?.ok === false ? "no" : "yes";
  } catch (problem) {
    if (problem instanceof Forbidden) return "forbidden";
    if (problem instanceof NotFound) return "not found";
    throw problem;
  }
}

const coordinators: Who[] = ["drafter", "other", "both"];
const publishers: Who[] = ["drafter", "other", "sdg", "both"];
const outline = { title: "Another", from: summer.from, until: summer.until, parts: [] };
const action = { id: null, finding: "f", action: "a", owner: "o", dueOn: "2027-01-01", measureNumber: null };
const comment = { section: "whole" as const, text: "Good" };

const deeds: {
  name: string;
  may: Who[];
  inStates: State[];
  deed: (ctx: Context, id: string) => unknown;
}[] = [
  {
    name: "change",
    may: coordinators,
    inStates: ["draft"],
    deed: (ctx, id) => changeRelease(ctx, id, outline),
  },
  {
    name: "write",
    may: coordinators,
    inStates: ["draft"],
    deed: (ctx, id) => writeNarrative(ctx, id, { section: "next", text: "So" }),
  },
  {
    name: "set an action",
    may: coordinators,
    inStates: ["draft"],
    deed: (ctx, id) => setAction(ctx, id, action),
  },
  {
    name: "remove an action",
    may: coordinators,
    inStates: ["draft"],
    deed: (ctx, id) => removeAction(ctx, id, "x"),
  },
  { name: "send", may: coordinators, inStates: ["draft"], deed: sendForReview },
  { name: "send back", may: publishers, inStates: ["in review"], deed: backToDraft },
  {
    name: "comment",
    may: readers,
    inStates: ["draft", "in review"],
    deed: (ctx, id) => commentOnRelease(ctx, id, comment),
  },
  { name: "sign off", may: ["sdg", "both"], inStates: ["in review"], deed: signOff },
  { name: "publish", may: publishers, inStates: ["signed off", "public"], deed: publishRelease },
  {
    name: "withdraw",
    may: publishers,
    inStates: ["signed off", "public"],
    deed: (ctx, id) => withdrawRelease(ctx, id, "Wrong"),
  },
];

describe.each(states)("a release that is %s", (state) => {
  test("takes each deed from those who may do it now, and nothing changes for the others", () => {
    const world = releaseWorld();
    const id = releaseIn(madeBy(world), state);
    const before = contentOf(world.db);
    const { $client } = world.db;
    for (const { name, may, inStates, deed } of deeds) {
      for (const one of who) {
        const ctx = asWho(world, one);
        const expected = !may.includes(one) ? "forbidden" : inStates.includes(state) ? "yes" : "no";
        $client.exec("begin");
        expect([name, one, answerTo(() => deed(ctx, id))]).toEqual([name, one, expected]);
        if (expected !== "yes") expect(contentOf(world.db)).toBe(before);
        $client.exec("rollback");
      }
    }
  }, 30_000);

  test("is read by those who may, and others learn nothing of it", () => {
    const world = releaseWorld();
    const id = releaseIn(madeBy(world), state);
    for (const one of who) {
      const ctx = asWho(world, one);
      const reads = readers.includes(one);
      const told = reads || state === "public" || state === "withdrawn in public";
      expect([one, answerTo(() => readRelease(ctx, id))]).toEqual([one, told ? "yes" : "not found"]);
      const listed = listReleases(ctx).map((release) => release.id);
      expect([one, listed]).toEqual([one, reads || state === "public" ? [id] : []]);
      expect([one, answerTo(() => recomputeRelease(ctx, id))]).toEqual([one, reads ? "yes" : "not found"]);
      if (!told) continue;
      const view = readRelease(ctx, id);
      expect([one, view.inside === null]).toEqual([one, !reads]);
      if (!reads) expect([one, view.paper === null]).toEqual([one, state === "withdrawn in public"]);
    }
  });

  test("is written by coordinators, and only as a draft", () => {
    const world = releaseWorld();
    const id = releaseIn(madeBy(world), state);
    for (const one of who) {
      const expected = !coordinators.includes(one) ? "forbidden" : state === "draft" ? "yes" : "not found";
      expect([one, answerTo(() => readDraft(asWho(world, one), id))]).toEqual([one, expected]);
    }
  });
});

test("whoever drafted it does not sign it, also with both roles", () => {
  const world = releaseWorld();
  const own = releaseIn({ world, drafter: world.people.both, sdg: world.people.sdg }, "in review");
  expect(() => signOff(world.as(world.people.both), own)).toThrow(Forbidden);
  expect(readRelease(world.as(world.people.both), own).inside?.may.signOff).toBe(false);
  expect(signOff(world.as(world.people.sdg), own).ok).toBe(true);
});

test("drafting is for coordinators", () => {
  const world = releaseWorld();
  for (const one of who) {
    const expected = coordinators.includes(one) ? "yes" : "forbidden";
    expect([one, answerTo(() => draftRelease(asWho(world, one), outline))]).toEqual([one, expected]);
  }
});

test("what there is still to do is told to those who read figures, and closed by those who answer for it", () => {
  const world = releaseWorld();
  const draft = releaseIn(madeBy(world), "draft");
  const set = setAction(world.as(world.people.drafter), draft, action);
  if (!set.ok) throw new Error(set.reason);
  sendForReview(world.as(world.people.drafter), draft);
  signOff(world.as(world.people.sdg), draft);
  const closing = { releaseId: draft, actionId: set.value.actionId, as: "done" as const, outcome: "Done" };
  for (const one of who) {
    expect([one, listOpenActions(asWho(world, one)).length]).toEqual([one, readers.includes(one) ? 1 : 0]);
    if (!publishers.includes(one)) expect(() => closeAction(asWho(world, one), closing)).toThrow(Forbidden);
  }
  expect(closeAction(world.as(world.people.other), closing).ok).toBe(true);
});

test("what a stranger would read is shown before publishing, to those who may publish, and is what they do read", () => {
  const world = releaseWorld();
  const id = releaseIn(madeBy(world), "signed off");
  for (const one of who) {
    const expected = publishers.includes(one) ? "yes" : "not found";
    expect([one, answerTo(() => readAsStranger(asWho(world, one), id))]).toEqual([one, expected]);
  }
  const before = readAsStranger(world.as(world.people.sdg), id);
  publishRelease(world.as(world.people.sdg), id);
  const after = readRelease(world.stranger, id);
  expect({ ...after, publicAt: null }).toEqual(before);
  const inReview = releaseIn(madeBy(world), "in review");
  expect(() => readAsStranger(world.as(world.people.sdg), inReview)).toThrow(NotFound);
});
