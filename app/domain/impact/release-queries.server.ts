// Releases as the room's commands and pages read them. What a release was worked out from is read by nobody else.
import { prepared } from "db/client";
import {
  impactActions,
  people,
  releaseComments,
  releaseNarratives,
  releaseSlices,
  releases,
  roleGrants,
} from "db/schema";
import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { type FrozenFigures, isReleaseSection, type ReleaseSection } from "./release";
import type { Report } from "./report";

type Reader = Pick<Context, "db">;

const own = {
  id: releases.id,
  number: releases.number,
  title: releases.title,
  from: releases.from,
  until: releases.until,
  state: releases.state,
  draftedAt: releases.draftedAt,
  draftedBy: releases.draftedBy,
  frozenAt: releases.frozenAt,
  methodVersion: releases.methodVersion,
  signedOffAt: releases.signedOffAt,
  signedOffBy: releases.signedOffBy,
  publicAt: releases.publicAt,
  withdrawnAt: releases.withdrawnAt,
  withdrawnBecause: releases.withdrawnBecause,
};

const byId = prepared((db) =>
  db
    .select(own)
    .from(releases)
    .where(eq(releases.id, sql.placeholder("id")))
    .prepare(),
);
const all = prepared((db) =>
  db.select(own).from(releases).orderBy(desc(releases.number), desc(releases.draftedAt)).prepare(),
);
const frozen = prepared((db) =>
  db
    .select({ inputs: releases.inputs, figures: releases.figures })
    .from(releases)
    .where(eq(releases.id, sql.placeholder("id")))
    .prepare(),
);
const figuresOnly = prepared((db) =>
  db
    .select({ figures: releases.figures })
    .from(releases)
    .where(eq(releases.id, sql.placeholder("id")))
    .prepare(),
);
const signed = prepared((db) =>
  db
    .select({ ...own, figures: releases.figures })
    .from(releases)
    .where(and(eq(releases.state, "signed off"), isNotNull(releases.figures)))
    .orderBy(desc(releases.number))
    .prepare(),
);

export type StoredRelease = NonNullable<ReturnType<typeof findRelease>>;

export const findRelease = (ctx: Reader, id: string) => byId(ctx.db).get({ id }) ?? null;

/** For commands, whose caller has been judged by role before. @throws NotFound */
export function mustFindRelease(ctx: Reader, id: string): StoredRelease {
  const release = findRelease(ctx, id);
  if (!release) throw new NotFound("release");
  return release;
}

/** The newest number first, then what has none yet. */
export const listStoredReleases = (ctx: Reader): StoredRelease[] => all(ctx.db).all();

/** Both as text, byte for byte as they were frozen; null before. */
export const readFrozen = (ctx: Reader, id: string) => frozen(ctx.db).get({ id }) ?? null;

/** What was frozen as it may be shown; null before. */
export function readFigures(ctx: Reader, id: string): FrozenFigures | null {
  const text = figuresOnly(ctx.db).get({ id })?.figures;
  return text ? (JSON.parse(text) as FrozenFigures) : null;
}

const everSigned = prepared((db) =>
  db
    .select({ figures: releases.figures })
    .from(releases)
    .where(and(isNotNull(releases.number), isNotNull(releases.figures)))
    .orderBy(asc(releases.number))
    .prepare(),
);
/** What was ever signed, withdrawn or not: somebody may have kept it, and can set it beside the next. */
export const reportsEverSigned = (ctx: Reader): Report[] =>
  everSigned(ctx.db)
    .all()
    .flatMap(({ figures }) => (JSON.parse(figures ?? "null") as FrozenFigures).reports);

export type SignedRelease = StoredRelease & { frozenFigures: FrozenFigures };

/** Signed releases that stand, the last one first. */
export const listSigned = (ctx: Reader): SignedRelease[] =>
  signed(ctx.db)
    .all()
    .map(({ figures, ...release }) => ({
      ...release,
      frozenFigures: JSON.parse(figures ?? "null") as FrozenFigures,
    }));

const slices = prepared((db) =>
  db
    .select({ kind: releaseSlices.kind, key: releaseSlices.key })
    .from(releaseSlices)
    .where(eq(releaseSlices.releaseId, sql.placeholder("id")))
    .orderBy(asc(releaseSlices.position))
    .prepare(),
);
export const slicesOf = (ctx: Reader, id: string) => slices(ctx.db).all({ id });

const narratives = prepared((db) =>
  db
    .select({ section: releaseNarratives.section, text: releaseNarratives.text })
    .from(releaseNarratives)
    .where(eq(releaseNarratives.releaseId, sql.placeholder("id")))
    .orderBy(asc(releaseNarratives.section))
    .prepare(),
);
export const narrativesOf = (ctx: Reader, id: string) =>
  narratives(ctx.db)
    .all({ id })
    .filter((row): row is { section: ReleaseSection; text: string } => isReleaseSection(row.section));

const actions = prepared((db) =>
  db
    .select()
    .from(impactActions)
    .where(eq(impactActions.releaseId, sql.placeholder("id")))
    .orderBy(asc(impactActions.position))
    .prepare(),
);
export type StoredAction = typeof impactActions.$inferSelect;
export const actionsOf = (ctx: Reader, id: string): StoredAction[] => actions(ctx.db).all({ id });

const writer = alias(people, "writer");
const comments = prepared((db) =>
  db
    .select({
      id: releaseComments.id,
      section: releaseComments.section,
      text: releaseComments.text,
      writtenAt: releaseComments.writtenAt,
      writerId: releaseComments.writtenBy,
      writtenBy: writer.name,
    })
    .from(releaseComments)
    .innerJoin(writer, eq(writer.id, releaseComments.writtenBy))
    .where(eq(releaseComments.releaseId, sql.placeholder("id")))
    .orderBy(asc(releaseComments.writtenAt), asc(releaseComments.id))
    .prepare(),
);
export const commentsOf = (ctx: Reader, id: string) => comments(ctx.db).all({ id });

const openActions = prepared((db) =>
  db
    .select({
      id: impactActions.id,
      releaseId: impactActions.releaseId,
      finding: impactActions.finding,
      action: impactActions.action,
      owner: impactActions.owner,
      dueOn: impactActions.dueOn,
      measureNumber: impactActions.measureNumber,
      releaseNumber: releases.number,
    })
    .from(impactActions)
    .innerJoin(releases, and(eq(releases.id, impactActions.releaseId), eq(releases.state, "signed off")))
    .where(eq(impactActions.state, "open"))
    .orderBy(asc(impactActions.dueOn), asc(impactActions.id))
    .prepare(),
);
/** What was decided in signed releases and is still to be done, the soonest first. */
export const openActionRows = (ctx: Reader) => openActions(ctx.db).all();

const ofSigned = prepared((db) =>
  db
    .select({
      action: impactActions.action,
      owner: impactActions.owner,
      dueOn: impactActions.dueOn,
      measureNumber: impactActions.measureNumber,
      state: impactActions.state,
      outcome: impactActions.outcome,
      number: releases.number,
      from: releases.from,
      until: releases.until,
    })
    .from(releases)
    .innerJoin(impactActions, eq(impactActions.releaseId, releases.id))
    .where(
      and(
        eq(releases.state, "signed off"),
        sql`(${impactActions.state} = 'open' or ${impactActions.closedAt} >= ${sql.placeholder("since")})`,
      ),
    )
    .orderBy(asc(releases.number), asc(impactActions.position))
    .prepare(),
);
/** Actions of signed releases that are open, or were closed since an instant. */
export const signedActions = (ctx: Reader, since: number) => ofSigned(ctx.db).all({ since });

const names = prepared((db) =>
  db
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, sql.placeholder("id")))
    .prepare(),
);
export const nameOfPerson = (ctx: Reader, id: string | null) =>
  id === null ? null : (names(ctx.db).get({ id })?.name ?? null);

/** The highest number ever given; 0 before the first. */
export const lastNumber = (ctx: Reader): number =>
  ctx.db
    .select({ last: sql<number | null>`max(${releases.number})` })
    .from(releases)
    .get()?.last ?? 0;

const whoHear = prepared((db) =>
  db
    .selectDistinct({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .innerJoin(roleGrants, eq(roleGrants.personId, people.id))
    .where(
      and(inArray(roleGrants.role, ["coordinator", "sdg_member", "scrutineer"]), isNull(people.disabledAt)),
    )
    .orderBy(asc(people.id))
    .prepare(),
);
/** Those who read impact figures. */
export const whoHearOfReleases = (ctx: Reader) => whoHear(ctx.db).all();
