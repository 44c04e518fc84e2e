// A list of people that an agency keeps is taken in: all of it, or none. Nobody who is here already is changed by it.

import { transact } from "db/client";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { civilDateAt, startOfDay } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayAdminister } from "../policy";
import { listAgencies, listRoleGroups } from "../queries.server";
import { addPerson } from "./add-person.server";
import { byName, type ImportedPerson, judgePeople, type PersonRefusal } from "./imported-people";
import { recordedPersonAt } from "./recorded-person.server";

function weigh(ctx: Context, given: readonly ImportedPerson[]) {
  if (!mayAdminister(ctx.actor)) throw new Forbidden("the list of people");
  return judgePeople(given, {
    today: civilDateAt(ctx.clock.now()),
    agencyNamed: byName(listAgencies(ctx)),
    roleGroupNamed: byName(listRoleGroups(ctx)),
    personAt: (email) => recordedPersonAt(ctx, email),
  });
}

/** What importing these would come to now, row by row; writes nothing. @throws Forbidden */
export function weighPeople(ctx: Context, given: readonly ImportedPerson[]) {
  const { additions, refusals } = weigh(ctx, given);
  return { added: additions.length, unchanged: given.length - additions.length - refusals.length, refusals };
}

/**
 * Adds the people of a list, or none if any row is refused; a list that adds nobody leaves no audit entry. No message
 * goes to them. `source` names the file they came from. @throws Forbidden
 */
export function importPeople(
  ctx: Context,
  given: readonly ImportedPerson[],
  source: string,
): Result<{ added: number; unchanged: number }, PersonRefusal[]> {
  return transact(ctx.db, () => {
    const { additions, refusals } = weigh(ctx, given);
    if (refusals.length > 0) return refused(refusals);
    const counts = { added: additions.length, unchanged: given.length - additions.length };
    if (additions.length === 0) return done(counts);
    for (const { person, agencyId, roleGroupId } of additions) {
      const disabledAt = person.leftOn === null ? null : startOfDay(person.leftOn);
      addPerson(ctx, { ...person, agencyId, roleGroupId, disabledAt });
    }
    const left = additions.filter(({ person }) => person.leftOn !== null).length;
    recordAudit(ctx, {
      action: "accounts.people imported",
      subjectKind: "import",
      subjectId: source,
      detail: { file: source, read: given.length, ...counts, left },
    });
    return done(counts);
  });
}
