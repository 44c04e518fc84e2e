// A world with the question sets that a partnership begins with, and short ways to keep them.
import { loadInstruments } from "db/seed/instruments";
import { eq } from "drizzle-orm";
import type { ItemWords, KeptItem } from "~/domain/evaluations/evaluations";
import {
  addToDraft,
  changeItem,
  draftInstrument,
  listSets,
  publishInstrument,
  readSet,
  removeFromDraft,
} from "~/domain/evaluations/evaluations.server";
import { makeWorld } from "../../support/world";

export type Stage = "T0" | "T1" | "T2" | "T3" | "M" | "T4";

export const plain: ItemWords = {
  wording: "",
  lowestLabel: "Not at all",
  middleLabel: "Moderately",
  highestLabel: "Fully",
  options: [],
};
export const worded = (item: KeptItem, wording: string) => ({
  wording,
  lowestLabel: item.lowestLabel,
  middleLabel: item.middleLabel,
  highestLabel: item.highestLabel,
  options: item.options,
});

export function setWorld() {
  const world = makeWorld();
  const { db, tables } = world;
  db.delete(tables.instrumentItems).run();
  db.delete(tables.instruments).run();
  db.delete(tables.itemOptions).run();
  db.delete(tables.items).run();
  loadInstruments(db);
  const me = world.as(world.coordinator);
  const draft = (stage: Stage, courseId: string | null = null) =>
    draftInstrument(me, { stage, courseId }).instrumentId;
  const itemOf = (instrumentId: string, slug: string): KeptItem => {
    const item = readSet(me, instrumentId).items.find((one) => one.slug === slug);
    if (!item) throw new Error(`No ${slug} in ${instrumentId}.`);
    return item;
  };
  const reword = (instrumentId: string, slug: string, wording: string) => {
    const item = itemOf(instrumentId, slug);
    return changeItem(me, { instrumentId, itemId: item.id, ...worded(item, wording) });
  };
  const publish = (instrumentId: string) => {
    const published = publishInstrument(me, { instrumentId });
    if (!published.ok) throw new Error(`Not published: ${JSON.stringify(published.reason)}`);
    return published.value;
  };
  const current = (stage: Stage, courseId: string | null = null) =>
    listSets(me, courseId).current.find((set) => set.stage === stage);
  const asks = (stage: Stage) => current(stage)?.items.map(({ slug, version }) => `${slug} ${version}`) ?? [];
  const drop = (instrumentId: string, slug: string) =>
    removeFromDraft(me, { instrumentId, itemId: itemOf(instrumentId, slug).id });
  const take = (instrumentId: string, itemId: string) => addToDraft(me, { instrumentId, itemId });

  /** Somebody who answered every item with the lowest point or first option, without a booking left to tell who. */
  const answered = (respondentId: string, sessionId: string, ...stages: Stage[]) => {
    db.insert(tables.respondents)
      .values({ id: respondentId, sessionId, agencyId: "police", unlinkedAt: 0 })
      .onConflictDoNothing()
      .run();
    for (const stage of stages) {
      const set = current(stage);
      if (!set) throw new Error(`Nothing is asked at ${stage}.`);
      db.insert(tables.responses)
        .values({ respondentId, stage, instrumentId: set.id, submittedAt: world.clock.now() })
        .run();
      for (const item of set.items)
        if (item.kind !== "text")
          db.insert(tables.answers).values({ respondentId, stage, itemId: item.id, value: 1 }).run();
    }
  };
  const wordingOf = (itemId: string) =>
    db.select().from(tables.items).where(eq(tables.items.id, itemId)).get()?.wording;
  return { ...world, me, draft, itemOf, reword, publish, current, asks, drop, take, answered, wordingOf };
}
