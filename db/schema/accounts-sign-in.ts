// Signing in: sessions, emailed links, second factors, and identities kept by other organisations. No table here can be
// used to sign in by someone who has a copy of it.
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { people } from "./accounts";

/** Signed-in sessions. The id is the SHA-256 of the cookie's secret. */
export const authSessions = sqliteTable(
  "auth_sessions",
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => people.id),
    /** Lucia's own end, by the machine's clock; the limits in accounts/rules.ts come sooner. */
    expiresAt: integer().notNull(),
    startedAt: integer().notNull(),
    lastSeenAt: integer().notNull().default(0),
    /** When the person last proved who they are: some changes ask for it again. */
    provedAt: integer().notNull().default(0),
    method: text({ enum: ["password", "link", "single sign-on"] })
      .notNull()
      .default("password"),
    /** Blank: the second factor has not been given, or is not asked for. */
    secondFactorAt: integer(),
    /** What the browser calls itself, for the person's own list of where they are signed in. */
    device: text(),
  },
  (table) => [index("auth_sessions_by_person").on(table.userId)],
);

/**
 * Links sent by email. The secret in the address is a signature over the id, so nothing here opens anything.
 * A link to join has no person yet.
 */
export const signInLinks = sqliteTable(
  "sign_in_links",
  {
    id: text().primaryKey(),
    purpose: text({ enum: ["sign in", "join", "change address"] }).notNull(),
    /** The address it was sent to. */
    email: text().notNull(),
    personId: text().references(() => people.id),
    /** Where the person was going. */
    returnTo: text().notNull(),
    requestedAt: integer().notNull(),
    expiresAt: integer().notNull(),
    /** Used, or overtaken by a newer one. */
    endedAt: integer(),
  },
  (table) => [
    index("sign_in_links_by_email").on(table.email, table.endedAt),
    index("sign_in_links_by_person").on(table.personId),
    index("sign_in_links_by_age").on(table.expiresAt),
  ],
);

/** The key of an authenticator app, sealed with the service's own secret. */
export const secondFactors = sqliteTable("second_factors", {
  personId: text()
    .primaryKey()
    .references(() => people.id),
  sealedKey: text().notNull(),
  startedAt: integer().notNull(),
  /** Blank until the first code has shown that the app has the key. */
  confirmedAt: integer(),
  /** The newest thirty seconds whose code was used: a code works once. */
  lastStep: integer(),
});

/** One use each; the SHA-256 of a code of 80 random bits. */
export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    codeHash: text().notNull(),
    madeAt: integer().notNull(),
    usedAt: integer(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.codeHash] })],
);

/** Who a person is at an organisation that signs them in. */
export const externalIdentities = sqliteTable(
  "external_identities",
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    linkedAt: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.subject] }),
    index("external_identities_by_person").on(table.personId),
  ],
);
