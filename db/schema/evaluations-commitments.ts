// What learners say they will do, what became of it, and what their managers saw.
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { respondents } from "./evaluations-answers";

export const commitments = sqliteTable(
  "commitments",
  {
    id: text().primaryKey(),
    respondentId: text()
      .notNull()
      .references(() => respondents.id),
    /** 1 to 3. */
    position: integer().notNull(),
    what: text().notNull(),
    byWhen: text(),
    withWhom: text(),
    /** How sure they are to do it, 0 to 10; blank where not said. */
    sure: integer(),
    obstacle: text(),
    /** Whether the writer agreed to be quoted, without their name. */
    quotable: integer({ mode: "boolean" }).notNull().default(false),
    state: text({ enum: ["to read", "read", "quoted", "kept back"] })
      .notNull()
      .default("to read"),
    redacted: text(),
    madeAt: integer().notNull(),
  },
  (table) => [
    index("commitments_by_respondent").on(table.respondentId, table.position),
    index("commitments_by_state").on(table.state),
    check("commitments_up_to_three", sql`${table.position} between 1 and 3`),
    check("commitments_sure", sql`${table.sure} is null or ${table.sure} between 0 and 10`),
    check("commitments_quoted_as_redacted", sql`${table.state} <> 'quoted' or ${table.redacted} is not null`),
  ],
);

export const commitmentOutcomes = ["done", "partly", "not yet", "no longer relevant"] as const;
export const evidenceKinds = [
  "supervision",
  "audit",
  "referral",
  "meeting",
  "tool used",
  "something else",
] as const;
export const lineManagerViews = ["yes", "partly", "no", "no opportunity", "cannot say"] as const;

/** At T3 and T4 the learner says what became of it; at M the manager what they saw. */
export const commitmentFollowUps = sqliteTable(
  "commitment_follow_ups",
  {
    commitmentId: text()
      .notNull()
      .references(() => commitments.id),
    stage: text({ enum: ["T3", "M", "T4"] }).notNull(),
    outcome: text({ enum: commitmentOutcomes }),
    evidence: text({ enum: evidenceKinds }),
    /** Whether there was an opportunity to do it; blank where not said. */
    opportunity: integer({ mode: "boolean" }),
    seen: text({ enum: lineManagerViews }),
    answeredAt: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.commitmentId, table.stage] }),
    check(
      "commitment_follow_ups_by_one",
      sql`(${table.stage} = 'M' and ${table.outcome} is null) or (${table.stage} <> 'M' and ${table.seen} is null)`,
    ),
  ],
);
