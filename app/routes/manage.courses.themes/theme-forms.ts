// The form of a theme, and each refusal in words.
import { z } from "zod";
import { counted } from "~/shared/format";
import { lineOf } from "~/web/admin-fields";

export const themeForm = z.object({
  name: lineOf("the theme’s name", 120),
  years: lineOf("the year", 20, "2026-27"),
});

export const nameTaken = { name: "Enter another name: a theme has this one" };

export const inUse = (courses: number) =>
  `${counted(courses, "course belongs", "courses belong")} to this theme. Move ${courses === 1 ? "it" : "them"} to another theme before you remove this one`;

export const doneInWords: Record<string, string> = {
  added: "The theme is added",
  changed: "The theme is changed",
  moved: "The order is changed",
  removed: "The theme is removed",
};
