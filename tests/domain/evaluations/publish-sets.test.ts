// Publishing a question set: what follows at the stages that are compared with it, and what is refused.
import { expect, test } from "vitest";
import {
  discardDraft,
  listLibrary,
  publishInstrument,
  readSet,
  weighPublishing,
  writeItem,
} from "~/domain/evaluations/evaluations.server";
import { NotFound } from "~/shared/problems";
import { watch } from "../support-check/ledger";
import { plain, setWorld } from "./set-world";

const confidence = ["recognise", "act", "share", "challenge", "voice", "together"];
const scenarios = ["asked-for-secrecy", "no-agreement-to-share", "closed-too-soon"];

test("other words of a question are a new version of it, at every stage that asks it, at one moment", () => {
  const world = setWorld();
  const { draft, reword, publish, asks, wordingOf, me, clock } = world;
  const id = draft("T0");
  const changed = reword(id, "act", "How able are you to act?");
  expect(changed.ok).toBe(true);
  expect(asks("T0")).toContain("act 1");
  const other = draft("T3");
  clock.forward(1000);
  const seen = watch(world);
  expect(publish(id)).toEqual({ version: 2, also: ["T1", "T2", "T3", "T4"] });
  for (const stage of ["T0", "T1", "T2", "T3", "T4"] as const) {
    expect(asks(stage)).toContain("act 2");
    expect(asks(stage)).not.toContain("act 1");
  }
  expect(asks("T2")).toContain("recalled-act 2");
  expect(wordingOf("item-act-1")).toBe(
    "How confident are you, right now, that you can act on a concern at the right threshold?",
  );
  // The draft that was open meanwhile asks the new words as well, and comes after what was published.
  expect(readSet(me, other)).toMatchObject({ version: 3, publishedAt: null });
  expect(readSet(me, other).items.map(({ slug, version }) => `${slug} ${version}`)).toContain("act 2");
  const { audit } = seen();
  expect(audit.map(({ action }) => action)).toEqual(Array(5).fill("evaluations.questions published"));
  expect(audit.at(-1)?.detail).toEqual({
    stage: "T0",
    courseId: null,
    version: 2,
    also: ["T1", "T2", "T3", "T4"],
  });
});

test("what is asked in hindsight follows its question: reworded, taken out, and back in its old words", () => {
  const { draft, reword, publish, drop, asks, me, itemOf } = setWorld();
  const end = draft("T2");
  const { wording } = itemOf(end, "share");
  reword(end, "share", "How well do you share?");
  expect(itemOf(end, "recalled-share").wording).toBe(
    "Looking back to before the training: how would you have answered this then? “How well do you share?”",
  );
  reword(end, "share", "How well can you share?");
  expect(itemOf(end, "recalled-share").wording).toContain("“How well can you share?”");
  // As it was: the same item, so nothing is cut.
  reword(end, "share", wording);
  expect(itemOf(end, "share").id).toBe("item-share-1");
  expect(itemOf(end, "recalled-share").id).toBe("item-recalled-share-1");
  drop(end, "share");
  expect(readSet(me, end).items.map(({ slug }) => slug)).not.toContain("recalled-share");
  publish(end);
  for (const stage of ["T0", "T1", "T2", "T3", "T4"] as const) expect(asks(stage)).not.toContain("share 1");
});

test("a confidence question that one stage gains, all that are compared gain; another draft keeps what it added", () => {
  const { draft, me, publish, asks, current } = setWorld();
  const written = (instrumentId: string, wording: string) =>
    writeItem(me, { ...plain, instrumentId, kind: "confidence", wording, outcome: null });
  const [one, two] = [draft("T0"), draft("T4")];
  written(one, "Can you chair a meeting?");
  written(two, "Can you lead?");
  publish(one);
  for (const stage of ["T0", "T1", "T2", "T3", "T4"] as const)
    expect(asks(stage)).toContain("confidence-1 1");
  expect(asks("M")).not.toContain("confidence-1 1");
  expect(readSet(me, two).items.map(({ slug }) => slug)).toEqual(
    [...confidence, "confidence-2", "confidence-1", ...scenarios, "changed"].sort(
      (a, b) => order(readSet(me, two).items, a) - order(readSet(me, two).items, b),
    ),
  );
  publish(two);
  const confidenceAt = (stage: "T0" | "T4") =>
    (current(stage)?.items ?? []).flatMap(({ kind, id }) => (kind === "confidence" ? [id] : [])).sort();
  expect(confidenceAt("T0")).toEqual(confidenceAt("T4"));
  expect(confidenceAt("T0")).toHaveLength(8);
});
const order = (items: { slug: string }[], slug: string) => items.findIndex((item) => item.slug === slug);

test("publishing is refused with what to do: nothing changed, empty, no confidence, too many, changed since", () => {
  const { draft, me, drop, publish, reword, current } = setWorld();
  const refusalOf = (instrumentId: string) => {
    const published = publishInstrument(me, { instrumentId });
    return published.ok ? null : published.reason;
  };
  const id = draft("T3");
  expect(refusalOf(id)).toBe("nothing changed");
  for (const slug of confidence) drop(id, slug);
  expect(refusalOf(id)).toBe("no confidence question");
  for (const { slug } of readSet(me, id).items) drop(id, slug);
  expect(refusalOf(id)).toBe("no questions");
  discardDraft(me, id);
  const end = draft("T2");
  for (let number = 1; number <= 7; number += 1)
    writeItem(me, { ...plain, instrumentId: end, kind: "text", wording: `What ${number}?`, outcome: null });
  expect(refusalOf(end)).toEqual({ tooMany: 21, stage: "T2", courseId: null });
  drop(end, "text-7");
  const { fingerprint } = weighPublishing(me, end);
  reword(end, "text-6", "What else?");
  expect(publishInstrument(me, { instrumentId: end, fingerprint })).toEqual({
    ok: false,
    reason: "changed since",
  });
  publish(end);
  expect(refusalOf(end)).toBe("published");
  expect(current("T2")?.items.filter(({ kind }) => kind !== "recalled")).toHaveLength(20);
  // With 20 of the core there is no room for a course's own, nor for one more in every stage.
  const own = draft("T2", "course");
  writeItem(me, { ...plain, instrumentId: own, kind: "text", wording: "And?", outcome: null });
  expect(refusalOf(own)).toEqual({ tooMany: 21, stage: "T2", courseId: "course" });
  const start = draft("T0");
  writeItem(me, { ...plain, instrumentId: start, kind: "confidence", wording: "And?", outcome: null });
  expect(refusalOf(start)).toEqual({ tooMany: 21, stage: "T2", courseId: null });
});

test("core questions leave room for a course's own; a course stops asking with an empty set", () => {
  const { draft, me, publish, drop, current } = setWorld();
  const own = draft("T0", "course");
  const write = (instrumentId: string, wording: string) =>
    writeItem(me, { ...plain, instrumentId, kind: "text", wording, outcome: null });
  expect(publishInstrument(me, { instrumentId: own })).toEqual({ ok: false, reason: "no questions" });
  for (let number = 1; number <= 11; number += 1) write(own, `Own ${number}?`);
  publish(own);
  const core = draft("T0");
  write(core, "One more?");
  expect(publishInstrument(me, { instrumentId: core })).toEqual({
    ok: false,
    reason: { tooMany: 21, stage: "T0", courseId: "course" },
  });
  const empty = draft("T0", "course");
  for (const { slug } of readSet(me, empty).items) drop(empty, slug);
  publish(empty);
  expect(current("T0", "course")?.items).toEqual([]);
  publish(core);
});

test("a question in other words in one draft is not put in others in a second one", () => {
  const { draft, reword, publish, wordingOf } = setWorld();
  const [one, two] = [draft("T0"), draft("T2")];
  reword(one, "act", "How able?");
  expect(reword(two, "act", "How willing?")).toEqual({ ok: false, reason: { rewordedAt: "T0" } });
  publish(one);
  expect(reword(two, "act", "How willing?").ok).toBe(true);
  publish(two);
  expect(wordingOf("item-act-1")).toContain("act on a concern");
});

test("the library offers what was published, in its newest words, and nothing of another course or draft", () => {
  const { draft, me, publish, reword, drop, take } = setWorld();
  const id = draft("T4");
  const slugs = () => listLibrary(me, id).map(({ slug, version }) => `${slug} ${version}`);
  expect(slugs()).toContain("passed-on 1");
  expect(slugs().filter((slug) => slug.startsWith("recalled"))).toEqual([]);
  drop(id, "recognise");
  const end = draft("T2");
  reword(end, "recognise", "How sure?");
  expect(slugs()).toContain("recognise 1");
  expect(() => take(id, "no-such")).toThrow(NotFound);
  publish(end);
  expect(slugs()).toContain("recognise 2");
  expect(() => take(id, "item-recognise-1")).toThrow(NotFound);
  const own = draft("T0", "course");
  writeItem(me, {
    ...plain,
    instrumentId: own,
    kind: "confidence",
    wording: "Name three signs?",
    outcome: 1,
  });
  publish(own);
  expect(slugs().filter((slug) => slug.startsWith("confidence"))).toEqual([]);
  const ofCourse = draft("T2", "course");
  expect(readSet(me, ofCourse).items.map(({ outcome }) => outcome)).toEqual([1]);
  expect(() => take(ofCourse, "item-act-1")).toThrow(NotFound);
});
