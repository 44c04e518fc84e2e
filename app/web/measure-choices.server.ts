// The themes and courses that a practice measure can be tied to.
import { listCourseNames, listThemes } from "~/domain/catalogue/catalogue.server";
import type { Context } from "~/domain/context";
import type { MeasureChoices } from "./measure-fields";

export const measureChoices = (ctx: Pick<Context, "db">): MeasureChoices => ({
  themes: listThemes(ctx).map(({ slug, name }) => ({ value: slug, label: name })),
  courses: listCourseNames(ctx).map(({ id, title }) => ({ value: id, label: title })),
});
