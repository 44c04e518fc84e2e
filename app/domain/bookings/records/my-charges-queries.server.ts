// Charges that a person should know of: made lately in their name, and neither waived nor withdrawn.
import { prepared } from "db/client";
import { charges, courses, sessions } from "db/schema";
import { and, desc, eq, gte, inArray, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { days } from "~/shared/clock";

const chargesOfPerson = prepared((db) =>
  db
    .select({
      id: charges.id,
      courseTitle: courses.title,
      pence: charges.pence,
      state: charges.state,
      madeAt: charges.madeAt,
    })
    .from(charges)
    .innerJoin(sessions, eq(sessions.id, charges.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(
      and(
        eq(charges.personId, sql.placeholder("personId")),
        inArray(charges.state, ["due", "appealed"]),
        gte(charges.madeAt, sql.placeholder("since")),
      ),
    )
    .orderBy(desc(charges.madeAt))
    .prepare(),
);

const lately = days(90);

/** Newest first; the caller asks only for the person themselves. */
export const listChargesOf = (ctx: Pick<Context, "db" | "clock">, personId: string) =>
  chargesOfPerson(ctx.db).all({ personId, since: ctx.clock.now() - lately });
