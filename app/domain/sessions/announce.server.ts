// A course is renamed or a venue's words are put right: the sessions to come are another than people were told. Nobody who
// corrects a course thinks of its sessions, so the worker compares.
import { transact } from "db/client";
import { sessions } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import type { PlanBefore } from "~/domain/notifications/notifications";
import { Forbidden } from "~/shared/problems";
import { type Announced, announcedNow, announcedOf, sessionsToCome } from "./announce-queries.server";
import { readSession } from "./queries.server";
import type { Session } from "./sessions";
import { planBefore, tellTrainers } from "./tell-trainers.server";

const writeAnnounced = (ctx: Context, id: string, announced: Announced, more: { revision?: number } = {}) =>
  ctx.db
    .update(sessions)
    .set({ announced, ...(more.revision !== undefined && { ...more, updatedAt: ctx.clock.now() }) })
    .where(eq(sessions.id, id))
    .run();

/**
 * The ids of published sessions to come whose title or place is another than people were told. One that nobody was told of
 * yet counts as told from here on. @throws Forbidden for anyone but the system
 */
export function findCorrected(ctx: Context): string[] {
  if (ctx.actor.kind !== "system") throw new Forbidden("what people are told");
  const found = sessionsToCome(ctx.db)
    .all({ now: ctx.clock.now() })
    .map(({ id, announced, ...session }) => ({ id, announced, now: announcedNow(session) }));
  const untold = found.filter(({ announced }) => announced === null);
  if (untold.length > 0)
    transact(ctx.db, () => {
      for (const { id, now } of untold) writeAnnounced(ctx, id, now);
    });
  return found
    .filter(
      ({ announced, now }) => announced && (announced.title !== now.title || announced.place !== now.place),
    )
    .map(({ id }) => id);
}

export type Correction = { changed: ("title" | "where")[]; before: PlanBefore };

/**
 * Raises a corrected session's revision once and tells its trainers; the bookings room tells those with a place, in the same
 * transaction. @returns what was corrected; null where nothing is left to tell
 */
export function announceCorrection(ctx: Context, id: string): Correction | null {
  if (ctx.actor.kind !== "system") throw new Forbidden("what people are told");
  return transact(ctx.db, () => {
    const session = readSession(ctx, id);
    const told = announcedOf(ctx.db).get({ id })?.announced ?? null;
    const now = announcedNow(session);
    const changed: Correction["changed"] = [];
    if (told && told.title !== now.title) changed.push("title");
    if (told && told.place !== now.place) changed.push("where");
    if (!told || changed.length === 0) return null;
    const revision = session.revision + 1;
    writeAnnounced(ctx, id, now, { revision });
    recordAudit(ctx, {
      action: "sessions.announced",
      subjectKind: "session",
      subjectId: id,
      detail: { changed },
    });
    const before = asTold(session, told);
    tellTrainers(ctx, { ...session, revision }, { changed, before, calledOff: null });
    return { changed, before: planBefore(before) };
  });
}

/** The session with the title and place that people know. */
const asTold = (session: Session, told: Announced): Session => ({
  ...session,
  courseTitle: told.title,
  venue: session.mode === "online" ? null : { name: told.place, address: "", postcode: "", access: "" },
  room: null,
});
