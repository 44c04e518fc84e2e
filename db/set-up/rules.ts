// What a partnership's file says about booking: boards' terms, what courses ask for, and rooms. Through the same commands
// as the pages, so that nothing gets in this way that a coordinator could not enter.
import { addPrerequisite, changeBookingRules } from "~/domain/catalogue/catalogue.server";
import type { Context } from "~/domain/context";
import { addRoom } from "~/domain/sessions/sessions.server";
import { startingRules } from "~/domain/terms/terms";
import { setTerms } from "~/domain/terms/terms.server";
import type { Result } from "~/shared/result";
import { courseIdOf, venueIdAt } from "../seed/offer";
import type { Plan } from "./plan";

/** Inside the caller's transaction, once boards, courses and venues are there. */
export function loadRules(ctx: Context, plan: Plan): void {
  for (const { board, rules } of plan.terms) {
    const whole = { ...startingRules, ...given(rules) };
    went(setTerms(ctx, { boardCode: board, rules: whole }));
  }
  plan.venues.forEach(({ rooms }, position) => {
    for (const room of rooms) went(addRoom(ctx, venueIdAt(position), room));
  });
  for (const { slug, bookingRules } of plan.courses) {
    if (!bookingRules) continue;
    const courseId = courseIdOf(slug);
    const { approval, certificateNeeds, certificateMonths, roleGroups, termsOf } = bookingRules;
    const rules = { approval, certificateNeeds, certificateMonths, termsBoardCode: termsOf ?? null };
    went(changeBookingRules(ctx, { courseId, ...rules, audience: roleGroups }));
    for (const { course, competency, eLearning, withinMonths } of bookingRules.prerequisites) {
      const asked =
        course !== undefined
          ? { kind: "course" as const, of: courseIdOf(course) }
          : competency !== undefined
            ? { kind: "competency" as const, of: competency }
            : { kind: "e-learning" as const, of: eLearning ?? "" };
      went(addPrerequisite(ctx, { courseId, ...asked, withinMonths }));
    }
  }
}

/** Parts of the rules that the file leaves out are left out here too, and not written as missing. */
const given = <Rules extends object>(rules: Rules) =>
  Object.fromEntries(Object.entries(rules).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Rules]: Exclude<Rules[Key], undefined>;
  };

/** The file was checked whole: what is refused now is a fault of the check. */
function went(result: Result<unknown, unknown>): void {
  if (!result.ok) throw new Error(`The set-up was refused: ${JSON.stringify(result.reason)}`);
}
