// What the form of a course offers to choose from.
import { listBoards } from "~/domain/accounts/accounts.server";
import {
  listActivityTypes,
  listCompetencies,
  listLearningSources,
  listThemes,
} from "~/domain/catalogue/catalogue.server";
import type { Context } from "~/domain/context";
import type { CourseChoices } from "./course-fields";

export const readCourseChoices = (ctx: Pick<Context, "db">): CourseChoices => ({
  boards: listBoards(ctx).map(({ code, name }) => ({ code, name })),
  themes: listThemes(ctx).map(({ slug, name, years }) => ({ slug, name, years })),
  competencies: listCompetencies(ctx).map(({ id, name }) => ({ id, name })),
  sources: listLearningSources(ctx),
  activityTypes: listActivityTypes(ctx),
});
