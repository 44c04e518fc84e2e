// What one course changed in a reporting year, as it may be shown outside the team that ran it.
import type { Context } from "~/domain/context";
import { groupBy } from "~/shared/group-by";
import { Forbidden } from "~/shared/problems";
import { listItemAnswers, listPairedItems, listReactions, listScores } from "./answers.server";
import { confidenceScale, givesSmallBack, releaseChange, withheldCourses, withheldParts } from "./change";
import { releaseDirection } from "./disclosure/bands";
import { isWithheld, releaseCount, releaseFigure } from "./disclosure/limits";
import type { CourseImpact, ReportingYear } from "./impact";
import { pairedResult } from "./measures/paired";
import { mayReadImpact } from "./policy";

const audience = "partnership";

/** @throws Forbidden for anyone who may not read impact figures */
export function readCourseImpact(ctx: Context, courseId: string, year: ReportingYear): CourseImpact {
  if (!mayReadImpact(ctx.actor)) throw new Forbidden("impact figures");
  const everyone = listScores(ctx, year);
  const people = everyone.filter((person) => person.courseId === courseId);
  const { counts, direction, ceiling } = pairedResult(people, confidenceScale);
  const attended = releaseCount(counts.attended);
  const change = releaseChange(people, audience);
  // Too many to be withheld for themselves, but all courses less the others would give a smaller one's figure away.
  const covers = !isWithheld(change) && withheldCourses(everyone, audience).has(courseId);
  const unlessCover = <Figure>(figure: Figure) => (covers ? givesSmallBack : figure);
  const byItem = groupBy(listItemAnswers(ctx, courseId, year), (row) => row.itemId);
  return {
    attended,
    // With the number who came, the rate tells how many pairs there are.
    matchedRate: isWithheld(attended)
      ? attended
      : isWithheld(change)
        ? change
        : unlessCover(counts.matchedRate),
    change: unlessCover(change),
    direction: unlessCover(releaseDirection(direction, audience)),
    items: listPairedItems(ctx).map(({ id, wording }) => ({
      wording,
      change: unlessCover(releaseChange(byItem.get(id) ?? [], audience)),
    })),
    reactions: reactionsTo(ctx, courseId, year),
    startedNearTop: isWithheld(change) || covers ? null : ceiling.flagged,
  };
}

function reactionsTo(ctx: Context, courseId: string, year: ReportingYear): CourseImpact["reactions"] {
  const all = groupBy(listReactions(ctx, year), (reaction) => reaction.slug);
  return [...all.values()].flatMap((reactions) => {
    const withheld = withheldParts(new Map(reactions.map((one) => [one.courseId, one.answered])), audience);
    return reactions
      .filter((reaction) => reaction.courseId === courseId)
      .map(({ wording, mean, highest, answered }) => {
        const figure = releaseFigure(mean, answered, audience);
        const covers = !isWithheld(figure) && withheld.has(courseId);
        return {
          wording,
          highest,
          mean: covers ? givesSmallBack : figure,
          answers: covers ? givesSmallBack : releaseCount(answered),
        };
      });
  });
}
