// What one course changed in a reporting year, as it may be shown outside the team that ran it.
import type { Context } from "~/domain/context";
import { groupBy } from "~/shared/group-by";
import { Forbidden } from "~/shared/problems";
import { listItemAnswers, listPairedItems, listReactions, listScores } from "./answers.server";
import { confidenceScale, releaseChange } from "./change";
import { releaseDirection } from "./disclosure/bands";
import { isWithheld, releaseCount, releaseFigure } from "./disclosure/limits";
import type { CourseImpact, ReportingYear } from "./impact";
import { pairedResult } from "./measures/paired";
import { mayReadImpact } from "./policy";

const audience = "partnership";

/** @throws Forbidden for anyone who may not read impact figures */
export function readCourseImpact(ctx: Context, courseId: string, year: ReportingYear): CourseImpact {
  if (!mayReadImpact(ctx.actor)) throw new Forbidden("impact figures");
  const people = listScores(ctx, year).filter((person) => person.courseId === courseId);
  const { counts, direction, ceiling } = pairedResult(people, confidenceScale);
  const attended = releaseCount(counts.attended);
  const byItem = groupBy(listItemAnswers(ctx, courseId, year), (row) => row.itemId);
  return {
    attended,
    matchedRate: isWithheld(attended) ? attended : counts.matchedRate,
    change: releaseChange(people, audience),
    direction: releaseDirection(direction, audience),
    items: listPairedItems(ctx).map(({ id, wording }) => ({
      wording,
      change: releaseChange(byItem.get(id) ?? [], audience),
    })),
    reactions: listReactions(ctx, year)
      .filter((reaction) => reaction.courseId === courseId)
      .map(({ wording, mean, highest, answered }) => ({
        wording,
        highest,
        mean: releaseFigure(mean, answered, audience),
        answers: releaseCount(answered),
      })),
    startedNearTop: counts.pairs >= 10 ? ceiling.flagged : null,
  };
}
