// Signed-in sessions and passwords. Lucia stays behind this file so that it can be swapped (docs/decisions/0004).
import { createHash } from "node:crypto";
import { DrizzleSQLiteAdapter } from "@lucia-auth/adapter-drizzle";
import { hash, verify } from "@node-rs/argon2";
import { type Db, prepared } from "db/client";
import { authSessions, people } from "db/schema";
import { eq, sql } from "drizzle-orm";
import { Lucia, TimeSpan } from "lucia";
import type { Clock } from "~/shared/clock";
import { days } from "~/shared/clock";
import type { Ids } from "~/shared/ids";

const idle = new TimeSpan(10, "d");
const longestSession = days(90);

const sessionWithPerson = prepared((db) =>
  db
    .select({
      id: authSessions.id,
      userId: authSessions.userId,
      expiresAt: authSessions.expiresAt,
      startedAt: authSessions.startedAt,
    })
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
    const row = sessionWithPerson(this.database).get({ id });
    if (!row) return [null, null];
    const { userId, expiresAt, startedAt } = row;
    return [
      { id: row.id, userId, expiresAt: new Date(expiresAt * 1000), attributes: { startedAt } },
      { id: userId, attributes: {} },
    ];
  }
}

const lucias = new WeakMap<Db, Lucia<{ startedAt: number }>>();
function luciaFor(db: Db) {
  let lucia = lucias.get(db);
  if (!lucia) {
    lucia = new Lucia<{ startedAt: number }>(new PreparedAdapter(db), {
      sessionExpiresIn: idle,
      getSessionAttributes: (attributes) => ({ startedAt: attributes.startedAt }),
    });
    lucias.set(db, lucia);
  }
  return lucia;
}

declare module "lucia" {
  interface Register {
    Lucia: Lucia<{ startedAt: number }>;
    DatabaseSessionAttributes: { startedAt: number };
  }
}

const keptForm = (secret: string) => createHash("sha256").update(secret).digest("hex");

/** Starts a session and gives the secret for the cookie; only its SHA-256 is kept. */
export async function startAuthSession(
  ctx: { db: Db; clock: Clock; ids: Ids },
  personId: string,
): Promise<string> {
  const secret = ctx.ids.secret();
  await luciaFor(ctx.db).createSession(
    personId,
    { startedAt: ctx.clock.now() },
    { sessionId: keptForm(secret) },
  );
  return secret;
}

/**
 * Whose session a cookie's secret opens, or null. It slides by use and ends for good 90 days after it began.
 * `renewed` asks for the cookie to be sent again with a new end.
 */
export async function readAuthSession(
  ctx: { db: Db; clock: Clock },
  secret: string,
): Promise<{ personId: string; renewed: boolean } | null> {
  const lucia = luciaFor(ctx.db);
  const { session } = await lucia.validateSession(keptForm(secret));
  if (!session) return null;
  if (ctx.clock.now() - session.startedAt > longestSession) {
    await lucia.invalidateSession(session.id);
    return null;
  }
  return { personId: session.userId, renewed: session.fresh };
}

export async function endAuthSession(ctx: { db: Db }, secret: string): Promise<void> {
  await luciaFor(ctx.db).invalidateSession(keptForm(secret));
}

// OWASP's minimum for Argon2id (the library's default algorithm): 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFC"), cost);

const credentials = prepared((db) =>
  db
    .select({ id: people.id, passwordHash: people.passwordHash, disabledAt: people.disabledAt })
    .from(people)
    .where(eq(sql`lower(${people.email})`, sql.placeholder("email")))
    .prepare(),
);

/** The person with this address and password, or null; takes as long for an unknown address as for a known one. */
export async function personWithPassword(
  ctx: { db: Db },
  email: string,
  password: string,
): Promise<string | null> {
  const known = credentials(ctx.db).get({ email: email.trim().toLowerCase() });
  // What is not a hash belongs to an account that nobody signs in to.
  const usable = known?.passwordHash?.startsWith("$argon2id$") ? known.passwordHash : null;
  const stored = usable ?? (await hashOfNothing());
  const matches = await verify(stored, password.normalize("NFC"));
  return known && usable && matches && known.disabledAt === null ? known.id : null;
}

let nothing: Promise<string> | undefined;
function hashOfNothing() {
  nothing ??= hashPassword("nobody has this password");
  return nothing;
}
