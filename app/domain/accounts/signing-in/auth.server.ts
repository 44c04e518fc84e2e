// Signed-in sessions. Lucia stays behind this file so that it can be swapped (docs/decisions/0004).
import { createHash } from "node:crypto";
import { DrizzleSQLiteAdapter } from "@lucia-auth/adapter-drizzle";
import { type Db, prepared } from "db/client";
import { authSessions, people } from "db/schema";
import { and, desc, eq, ne, sql } from "drizzle-orm";
import { Lucia } from "lucia";
import type { Clock } from "~/shared/clock";
import type { Ids } from "~/shared/ids";

export type SignInMethod = (typeof authSessions.method.enumValues)[number];

/** A signed-in session as the rest of the room sees it; its id is the SHA-256 of the cookie's secret. */
export type AuthSession = { id: string; personId: string } & Attributes;

type Attributes = {
  startedAt: number;
  lastSeenAt: number;
  /** When the person last proved who they are. */
  provedAt: number;
  method: SignInMethod;
  secondFactorAt: number | null;
  device: string | null;
};

const oneSession = prepared((db) =>
  db
    .select()
    .from(authSessions)
    .where(eq(authSessions.id, sql.placeholder("id")))
    .prepare(),
);

/** Every page of a signed-in person asks for this, so it is one prepared query instead of the adapter's two built anew. */
class PreparedAdapter extends DrizzleSQLiteAdapter {
  constructor(private readonly database: Db) {
    super(database, authSessions, people);
  }

  override async getSessionAndUser(id: string): ReturnType<DrizzleSQLiteAdapter["getSessionAndUser"]> {
    const row = oneSession(this.database).get({ id });
    if (!row) return [null, null];
    const { id: sessionId, userId, expiresAt, ...attributes } = row;
    return [
      { id: sessionId, userId, expiresAt: new Date(expiresAt * 1000), attributes },
      { id: userId, attributes: {} },
    ];
  }
}

const lucias = new WeakMap<Db, Lucia<Attributes>>();
function luciaFor(db: Db) {
  let lucia = lucias.get(db);
  if (!lucia) {
    lucia = new Lucia<Attributes>(new PreparedAdapter(db), {
      getSessionAttributes: (attributes) => attributes,
    });
    lucias.set(db, lucia);
  }
  return lucia;
}

declare module "lucia" {
  interface Register {
    Lucia: Lucia<Attributes>;
    DatabaseSessionAttributes: Attributes;
  }
}

const keptForm = (secret: string) => createHash("sha256").update(secret).digest("hex");

const longestDevice = 300;
// Lucia's own end goes by the machine's clock and never comes; the limits in rules.ts go by ours. In seconds.
const endOfYear9999 = 253_402_300_799;

/**
 * Starts a session and gives the secret for the cookie; only its SHA-256 is kept. Inside the transaction that decided
 * on it: Lucia's own way is awaited, and the account could be closed meanwhile.
 */
export function startAuthSession(
  ctx: { db: Db; clock: Clock; ids: Ids },
  given: { personId: string; method: SignInMethod; device: string | null; secondFactor?: boolean },
): string {
  const secret = ctx.ids.secret();
  const now = ctx.clock.now();
  ctx.db
    .insert(authSessions)
    .values({
      id: keptForm(secret),
      userId: given.personId,
      expiresAt: endOfYear9999,
      startedAt: now,
      lastSeenAt: now,
      provedAt: now,
      method: given.method,
      secondFactorAt: given.secondFactor ? now : null,
      device: given.device?.slice(0, longestDevice) ?? null,
    })
    .run();
  return secret;
}

/** The session that a cookie's secret opens, or null. Whether it has lasted too long is for its reader to say. */
export async function readAuthSession(ctx: { db: Db }, secret: string): Promise<AuthSession | null> {
  const { session } = await luciaFor(ctx.db).validateSession(keptForm(secret));
  if (!session) return null;
  const { id, userId, startedAt, lastSeenAt, provedAt, method, secondFactorAt, device } = session;
  return { id, personId: userId, startedAt, lastSeenAt, provedAt, method, secondFactorAt, device };
}

const touch = prepared((db) =>
  db
    .update(authSessions)
    .set({ lastSeenAt: sql`${sql.placeholder("now")}` })
    .where(eq(authSessions.id, sql.placeholder("id")))
    .prepare(),
);

/** Notes that a session is in use. */
export const touchAuthSession = (ctx: { db: Db; clock: Clock }, id: string): void => {
  touch(ctx.db).run({ id, now: ctx.clock.now() });
};

/**
 * A new secret for a session whose holder has just proved more about themselves; the old one opens nothing any more.
 * @param proved what was proved: a password or link again, or the second factor
 */
export function renewAuthSession(
  ctx: { db: Db; clock: Clock; ids: Ids },
  id: string,
  proved: "who they are" | "second factor",
): string {
  const secret = ctx.ids.secret();
  const now = ctx.clock.now();
  ctx.db
    .update(authSessions)
    .set({
      id: keptForm(secret),
      lastSeenAt: now,
      ...(proved === "second factor" ? { secondFactorAt: now } : { provedAt: now }),
    })
    .where(eq(authSessions.id, id))
    .run();
  return secret;
}

export async function endAuthSession(ctx: { db: Db }, secret: string): Promise<void> {
  await luciaFor(ctx.db).invalidateSession(keptForm(secret));
}

export const endAuthSessionById = (ctx: { db: Db }, personId: string, id: string): boolean =>
  ctx.db
    .delete(authSessions)
    .where(and(eq(authSessions.userId, personId), eq(authSessions.id, id)))
    .run().changes === 1;

/** Ends a person's sessions, all or all but one, inside the caller's transaction. @returns how many ended */
export const endAuthSessionsOf = (ctx: { db: Db }, personId: string, exceptId = ""): number =>
  ctx.db
    .delete(authSessions)
    .where(and(eq(authSessions.userId, personId), ne(authSessions.id, exceptId)))
    .run().changes;

/** Where a person is signed in, the latest first. */
export const listAuthSessions = (ctx: { db: Db }, personId: string): AuthSession[] =>
  ctx.db
    .select()
    .from(authSessions)
    .where(eq(authSessions.userId, personId))
    .orderBy(desc(authSessions.lastSeenAt))
    .all()
    .map(({ userId, expiresAt: _lucias, ...session }) => ({ ...session, personId: userId }));
