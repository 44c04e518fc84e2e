// Question sets: what there is to begin with, what may be done with a draft, by whom, and what each deed leaves.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  addToDraft,
  changeDraftWords,
  changeItem,
  discardDraft,
  draftInstrument,
  listCourseEvaluations,
  listLibrary,
  listSets,
  moveInDraft,
  previewInstrument,
  publishInstrument,
  readCourseEvaluation,
  readSet,
  recallInDraft,
  removeFromDraft,
  setCourseEvaluation,
  weighPublishing,
  writeItem,
} from "~/domain/evaluations/evaluations.server";
import { Forbidden, NotFound } from "~/shared/problems";
import { contentOf, inShort, nothing, watch } from "../support-check/ledger";
import { plain, setWorld, worded } from "./set-world";

const confidence = ["recognise", "act", "share", "challenge", "voice", "together"];
const scenarios = ["asked-for-secrecy", "no-agreement-to-share", "closed-too-soon"];
const first = (slugs: string[]) => slugs.map((slug) => `${slug} 1`);

test("every stage begins with a complete set; what is compared is asked in the same words each time", () => {
  const { asks, db, tables, current } = setWorld();
  const compared = first([...confidence, ...scenarios]);
  expect(asks("T0")).toEqual(compared);
  expect(asks("T1")).toEqual(compared);
  expect(asks("T2")).toEqual([
    ...compared,
    ...first(["relevant", "use", "recommend", "barriers", "improve"]),
    ...first(confidence.map((slug) => `recalled-${slug}`)),
  ]);
  expect(asks("T3")).toEqual([...compared, ...first(["passed-on", "changed"])]);
  expect(asks("M")).toEqual(first(["seen", "manager-example", "manager-barrier"]));
  expect(asks("T4")).toEqual([...compared, ...first(["changed"])]);
  // History pairs by these.
  for (const slug of ["recognise", "act", "share", "challenge"])
    expect(
      db
        .select()
        .from(tables.items)
        .where(eq(tables.items.id, `item-${slug}-1`))
        .get()?.slug,
    ).toBe(slug);
  for (const { kind, options } of current("T0")?.items ?? [])
    expect(options.filter(({ right }) => right)).toHaveLength(kind === "scenario" ? 1 : 0);
});

test("a draft is a copy of what is asked; begun again it is the same one", () => {
  const world = setWorld();
  const { me, current, asks } = world;
  const seen = watch(world);
  const { instrumentId } = draftInstrument(me, { stage: "T3", courseId: null });
  expect(draftInstrument(me, { stage: "T3", courseId: null })).toEqual({ instrumentId });
  const set = readSet(me, instrumentId);
  expect(set).toMatchObject({ stage: "T3", version: 2, title: "Two months on", publishedAt: null });
  expect(set.items.map(({ id }) => id)).toEqual(current("T3")?.items.map(({ id }) => id));
  expect(inShort(seen())).toEqual({ audit: ["evaluations.questions drafted"], messages: [] });
  expect(seen().audit[0]).toMatchObject({
    subjectKind: "question set",
    subjectId: instrumentId,
    detail: { stage: "T3", courseId: null, version: 2 },
  });
  expect(asks("T3")).toHaveLength(11);
  // A course's own begins with nothing, and then with what it compares.
  const { id } = readSet(me, world.draft("T0", "course"));
  expect(readSet(me, id).items).toEqual([]);
});

test("a stage that never asked anything begins with what the others compare", () => {
  const { db, tables, draft, me } = setWorld();
  for (const set of ["instrument-T1-1", "instrument-M-1"]) {
    db.delete(tables.instrumentItems).where(eq(tables.instrumentItems.instrumentId, set)).run();
    db.delete(tables.instruments).where(eq(tables.instruments.id, set)).run();
  }
  expect(readSet(me, draft("T1")).items.map(({ slug }) => slug)).toEqual([...confidence, ...scenarios]);
  expect(readSet(me, draft("M")).items).toEqual([]);
});

test("a scenario has two answers at least and one that is right; a choice none; kinds go by stage", () => {
  const world = setWorld();
  const { draft, me } = world;
  const id = draft("T0");
  const write = (kind: "scenario" | "choice", ...options: [string, boolean][]) => {
    const asked = { ...plain, instrumentId: id, kind, wording: "What?", outcome: null };
    const written = writeItem(me, { ...asked, options: options.map(([text, right]) => ({ text, right })) });
    return written.ok ? "written" : written.reason;
  };
  const before = contentOf(world.db);
  expect(write("scenario", ["a", true])).toBe("too few options");
  expect(write("choice", ["a", false])).toBe("too few options");
  expect(write("scenario", ["a", false], ["b", false])).toBe("not one right answer");
  expect(write("scenario", ["a", true], ["b", true])).toBe("not one right answer");
  expect(write("scenario", ["a", true], ["A", false])).toBe("the same option twice");
  expect(write("choice", ...Array.from({ length: 9 }, (_, n): [string, boolean] => [`${n}`, false]))).toBe(
    "too many options",
  );
  expect(contentOf(world.db)).toBe(before);
  expect(write("scenario", ["a", false], ["b", true])).toBe("written");
  expect(readSet(me, id).items.at(-1)).toMatchObject({
    slug: "scenario-1",
    options: [
      { text: "a", right: false },
      { text: "b", right: true },
    ],
  });
  const elsewhere = { ...plain, instrumentId: draft("M"), wording: "What?", outcome: null };
  expect(() => writeItem(me, { ...elsewhere, kind: "confidence" })).toThrow(NotFound);
  expect(() => recallInDraft(me, { instrumentId: id, itemId: "item-act-1" })).toThrow(NotFound);
  expect(() => writeItem(me, { ...elsewhere, kind: "text", outcome: 1 })).toThrow(NotFound);
});

test("each deed in a draft leaves one entry, and done again none", () => {
  const world = setWorld();
  const { draft, me, itemOf, db } = world;
  const instrumentId = draft("T2");
  const twice = (deed: () => unknown, change: string) => {
    const seen = watch(world);
    deed();
    expect(inShort(seen())).toEqual({ audit: ["evaluations.questions changed"], messages: [] });
    expect(seen().audit[0]?.detail).toMatchObject({ stage: "T2", change });
    const [before, again] = [contentOf(db), watch(world)];
    deed();
    expect(inShort(again())).toEqual(nothing);
    expect(contentOf(db)).toBe(before);
  };
  twice(
    () => changeDraftWords(me, { instrumentId, title: "Now", introduction: "" }),
    "title or introduction",
  );
  twice(() => addToDraft(me, { instrumentId, itemId: "item-changed-1" }), "question added");
  twice(() => removeFromDraft(me, { instrumentId, itemId: "item-changed-1" }), "question taken out");
  twice(() => moveInDraft(me, { instrumentId, itemId: "item-act-1", direction: "up" }), "question moved up");
  twice(
    () => moveInDraft(me, { instrumentId, itemId: "item-recommend-1", direction: "down" }),
    "question moved down",
  );
  removeFromDraft(me, { instrumentId, itemId: "item-recalled-act-1" });
  twice(() => recallInDraft(me, { instrumentId, itemId: "item-act-1" }), "question written");
  let itemId = "item-improve-1";
  twice(() => {
    const item = itemOf(instrumentId, "improve");
    const changed = changeItem(me, {
      instrumentId,
      itemId: item.id,
      ...worded(item, "What could be better?"),
    });
    if (changed.ok) itemId = changed.value.itemId;
  }, "question reworded");
  expect(itemId).not.toBe("item-improve-1");
});

test("what was published refuses every change, and stays as it is", () => {
  const world = setWorld();
  const { me, current } = world;
  const instrumentId = current("T2")?.id ?? "";
  const of = { instrumentId, itemId: "item-act-1" };
  const before = contentOf(world.db);
  for (const deed of [
    () => changeDraftWords(me, { instrumentId, title: "T", introduction: "" }),
    () => addToDraft(me, { instrumentId, itemId: "item-changed-1" }),
    () => removeFromDraft(me, of),
    () => moveInDraft(me, { ...of, direction: "up" }),
    () => recallInDraft(me, of),
    () => writeItem(me, { ...plain, instrumentId, kind: "text", wording: "?", outcome: null }),
    () => changeItem(me, { ...plain, ...of, wording: "?" }),
    () => publishInstrument(me, { instrumentId }),
    () => discardDraft(me, instrumentId),
  ])
    expect(deed()).toEqual({ ok: false, reason: "published" });
  expect(contentOf(world.db)).toBe(before);
});

test("a discarded draft takes along what was written for it alone, and nothing else", () => {
  const world = setWorld();
  const { me, draft, reword, db, tables } = world;
  const rows = () =>
    [tables.items, tables.itemOptions, tables.instruments, tables.instrumentItems].map((table) =>
      db.select().from(table).all(),
    );
  const before = rows();
  const id = draft("T2");
  reword(id, "act", "How able?");
  reword(id, "asked-for-secrecy", "What now?");
  writeItem(me, { ...plain, instrumentId: id, kind: "text", wording: "And?", outcome: null });
  const seen = watch(world);
  expect(discardDraft(me, id)).toEqual({ ok: true, value: null });
  expect(inShort(seen())).toEqual({ audit: ["evaluations.questions discarded"], messages: [] });
  expect(rows()).toEqual(before);
  expect(() => discardDraft(me, id)).toThrow(NotFound);
});

test("nobody but a coordinator keeps question sets, and a refusal changes nothing", () => {
  const world = setWorld();
  const { draft, stranger, as, person } = world;
  const instrumentId = draft("T0");
  const others = [
    stranger,
    as(person()),
    ...(["trainer", "sdg_member", "scrutineer", "admin", "agency_lead"] as const).map((role) =>
      as(person({ roles: [role] })),
    ),
  ];
  const before = contentOf(world.db);
  const itemId = "item-act-1";
  for (const ctx of others)
    for (const deed of [
      () => draftInstrument(ctx, { stage: "T3", courseId: null }),
      () => changeDraftWords(ctx, { instrumentId, title: "T", introduction: "" }),
      () => addToDraft(ctx, { instrumentId, itemId: "item-relevant-1" }),
      () => removeFromDraft(ctx, { instrumentId, itemId }),
      () => moveInDraft(ctx, { instrumentId, itemId, direction: "up" }),
      () => writeItem(ctx, { ...plain, instrumentId, kind: "text", wording: "?", outcome: null }),
      () => recallInDraft(ctx, { instrumentId, itemId }),
      () => changeItem(ctx, { ...plain, instrumentId, itemId, wording: "?" }),
      () => publishInstrument(ctx, { instrumentId }),
      () => discardDraft(ctx, instrumentId),
      () => setCourseEvaluation(ctx, { courseId: "course", onArrival: true, sixMonths: true, recall: true }),
      () => listSets(ctx, null),
      () => readSet(ctx, instrumentId),
      () => listLibrary(ctx, instrumentId),
      () => weighPublishing(ctx, instrumentId),
      () => previewInstrument(ctx, { instrumentId, courseId: null }),
      () => listCourseEvaluations(ctx),
      () => readCourseEvaluation(ctx, "course"),
    ])
      expect(deed).toThrow(Forbidden);
  expect(contentOf(world.db)).toBe(before);
});
