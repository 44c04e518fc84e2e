// Training needs: what each role group must have, and what people say of themselves.
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { boards, people, roleGroups } from "./accounts";
import { competencies } from "./catalogue";

export const requirements = sqliteTable(
  "requirements",
  {
    roleGroupId: text()
      .notNull()
      .references(() => roleGroups.id),
    competencyId: text()
      .notNull()
      .references(() => competencies.id),
    boardCode: text()
      .notNull()
      .references(() => boards.code),
    /** Months until training must be renewed; blank: once is enough. */
    renewMonths: integer(),
  },
  (table) => [primaryKey({ columns: [table.roleGroupId, table.competencyId] })],
);

export const selfAssessments = sqliteTable(
  "self_assessments",
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    takenAt: integer().notNull(),
  },
  (table) => [index("self_assessments_by_person").on(table.personId, table.takenAt)],
);

export const selfAssessmentAnswers = sqliteTable(
  "self_assessment_answers",
  {
    selfAssessmentId: text()
      .notNull()
      .references(() => selfAssessments.id),
    competencyId: text()
      .notNull()
      .references(() => competencies.id),
    /** When the person says they were last trained in it. Blank: not answered. */
    lastTrained: text({
      enum: ["within a year", "one to three years ago", "over three years ago", "never", "not sure"],
    }),
    /** 0 to 10. Blank: not answered. */
    confidence: integer(),
  },
  (table) => [primaryKey({ columns: [table.selfAssessmentId, table.competencyId] })],
);
