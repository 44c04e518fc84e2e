// What publishing a draft would change: for those who are asked, at the other stages, and for what can be compared.
import { createHash } from "node:crypto";
import { type Db, prepared } from "db/client";
import { respondents, responses, sessions } from "db/schema";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { days } from "~/shared/clock";
import { NotFound } from "~/shared/problems";
import { coursesWithOwnSets, loadSet, loadSets, mustKeepSets, slugOfItem } from "./instrument-queries.server";
import {
  comparedStages,
  countedItems,
  type Difference,
  differenceOf,
  following,
  inStep,
  isSame,
  type KeptItem,
  type KeptSet,
  mostItems,
  recalledWording,
  type SetStage,
} from "./instrument-rules";

export type PublishRefusal =
  | "published"
  | "nothing changed"
  | "no questions"
  | "no confidence question"
  /** Somebody changed this draft or published another one since the check. */
  | "changed since"
  | { tooMany: number; stage: SetStage; courseId: string | null };

/** Another stage's set that has to change as well. */
export type Follower = { set: KeptSet; items: KeptItem[]; difference: Difference };

export type Weighed = {
  set: KeptSet;
  before: KeptSet | null;
  difference: Difference;
  /** Published with it, as new versions of theirs. */
  followers: Follower[];
  /** Drafts that will have the new words, too, and stay drafts. */
  drafts: Follower[];
  /** Asked at the end and not before: nothing can be told of them but the answer at the end. */
  unpaired: KeptItem[];
  /** How many have begun to answer and have a stage to come. */
  underWay: number;
  refusal: Exclude<PublishRefusal, "published" | "changed since"> | null;
  /** Stands for all of it: publishing asks for it back. */
  fingerprint: string;
};

/** What a draft comes to. @throws Forbidden, NotFound (also for one that is published) */
export function weighPublishing(ctx: Pick<Context, "db" | "actor" | "clock">, instrumentId: string): Weighed {
  mustKeepSets(ctx);
  const set = loadSet(ctx.db, instrumentId);
  if (set.publishedAt !== null) throw new NotFound("draft");
  const { current, drafts } = loadSets(ctx.db, set.courseId);
  const before = current.find(({ stage }) => stage === set.stage) ?? null;
  const follow = (others: KeptSet[]) =>
    others
      .filter(({ stage }) => stage !== set.stage)
      .map((other): Follower => {
        const items = following(other, set, before?.items ?? []);
        return { set: other, items, difference: differenceOf(other.items, readingOf(ctx.db, items)) };
      })
      .filter(({ difference }) => !isSame(difference));
  const difference = differenceOf(before?.items ?? [], set.items);
  const followers = follow(current);
  const draftsToo = follow(drafts);
  const asked = (stage: SetStage) =>
    [...followers.map((one) => ({ ...one.set, items: one.items })), set, ...current].find(
      (one) => one.stage === stage,
    );
  const end = asked("T2")?.items ?? [];
  const first = new Set([...(asked("T0")?.items ?? []), ...(asked("T1")?.items ?? [])].map(({ id }) => id));
  return {
    set,
    before,
    difference,
    followers,
    drafts: draftsToo,
    unpaired: end.filter(({ id, kind }) => (kind === "confidence" || kind === "scenario") && !first.has(id)),
    underWay: begunBy(ctx, set.courseId),
    refusal: refusalOf(ctx.db, { set, before, difference, followers }),
    fingerprint: fingerprintOf([set, ...followers.map(({ set: one, items }) => ({ ...one, items }))]),
  };
}

/** With recalled items as they will read once they are made anew. */
const readingOf = (db: Db, items: KeptItem[]): KeptItem[] =>
  inStep(items, slugOfItem(db)).map(({ item, about }) =>
    about ? { ...item, id: `${item.id} about ${about.id}`, wording: recalledWording(about.wording) } : item,
  );

function refusalOf(
  db: Db,
  { set, before, difference, followers }: Pick<Weighed, "set" | "before" | "difference" | "followers">,
): Weighed["refusal"] {
  // A course that had questions of its own stops asking them with an empty set.
  if (set.items.length === 0 && (set.courseId === null || !before?.items.length)) return "no questions";
  const core = set.courseId === null;
  const compared = core && comparedStages.includes(set.stage);
  if (compared && !set.items.some(({ kind }) => kind === "confidence")) return "no confidence question";
  const words = before && before.title === set.title && before.introduction === set.introduction;
  if (words && isSame(difference)) return "nothing changed";
  const changed = [set, ...followers.map(({ set: one, items }) => ({ ...one, items }))];
  for (const { stage, courseId, items } of changed) {
    for (const other of core ? [null, ...coursesWithOwnSets(db)] : [null]) {
      const besides = core && other === null ? [] : askedNow(db, stage, other);
      const tooMany = countedItems(items) + countedItems(besides);
      if (tooMany > mostItems) return { tooMany, stage, courseId: courseId ?? other };
    }
  }
  return null;
}

const askedNow = (db: Db, stage: SetStage, courseId: string | null) =>
  loadSets(db, courseId).current.find((set) => set.stage === stage)?.items ?? [];

const fingerprintOf = (sets: KeptSet[]) =>
  createHash("sha256")
    .update(
      JSON.stringify(sets.map(({ id, title, introduction, items }) => [id, title, introduction, items])),
    )
    .digest("hex")
    .slice(0, 20);

/** Twelve weeks: until then answers of weeks later are asked for and compared. */
const stillAsked = days(84);
const underWay = prepared((db) =>
  db
    .select({ people: sql<number>`count(distinct ${responses.respondentId})` })
    .from(sessions)
    .innerJoin(respondents, eq(respondents.sessionId, sessions.id))
    .innerJoin(responses, eq(responses.respondentId, respondents.id))
    .where(
      and(
        sql`${sessions.endsAt} > ${sql.placeholder("since")}`,
        sql`(${sql.placeholder("courseId")} is null or ${sessions.courseId} = ${sql.placeholder("courseId")})`,
        sql`not exists (select 1 from ${responses} as later
          where later.respondent_id = ${respondents.id} and later.stage = 'T3')`,
      ),
    )
    .prepare(),
);
const begunBy = (ctx: Pick<Context, "db" | "clock">, courseId: string | null) =>
  underWay(ctx.db).get({ courseId, since: ctx.clock.now() - stillAsked })?.people ?? 0;
