// Gives the people that a search finds as a list to keep; taking it away is audited.
import { transact } from "db/client";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { type FoundPerson, type PeopleFilter, searchPeople } from "./people-queries.server";

/** More accounts than a partnership has. */
const everybody = 1_000_000;

/** @throws Forbidden */
export function exportPeople(ctx: Context, filter: PeopleFilter): FoundPerson[] {
  return transact(ctx.db, () => {
    const { people } = searchPeople(ctx, filter, { number: 1, size: everybody });
    recordAudit(ctx, {
      action: "accounts.people exported",
      subjectKind: "people",
      subjectId: "list",
      detail: { rows: people.length },
    });
    return people;
  });
}
