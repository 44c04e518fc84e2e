// What is asked about a course, alike where one is added and where it is changed, and each refusal in words.
import { z } from "zod";
import { oneLine } from "~/domain/accounts/accounts";
import type { CourseDetails } from "~/domain/catalogue/catalogue";
import type { ChangeRefusal } from "~/domain/catalogue/catalogue.server";
import { lineOf } from "./admin-fields";

const several = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .optional()
  .transform((ticked) => ticked ?? []);

/** A line that may be left blank. */
const optionalLineOf = (what: string, longest: number) =>
  z
    .string()
    .transform(oneLine)
    .refine((line) => line.length <= longest, `Enter ${what} of ${longest} characters or fewer`)
    .optional()
    .transform((line) => line || null);

const wholeNumber = (message: string, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, message)
    .transform(Number)
    .refine((number) => number <= most, message)
    .optional()
    .transform((number) => number ?? 0);

const mostOutcomes = 20;
const longestOutcome = 300;

/** One on each line; what a word processor put before them is left out. */
const outcomeLines = (text: string) =>
  text
    .split(/[\r\n]+/)
    .map((line) => oneLine(line).replace(/^([•·▪◦*–—-]|\d{1,2}[.)])\s+/, ""))
    .filter((line) => line !== "");

const outcomesMissing = "Enter what people will be able to do, one on each line";

export const courseForm = z
  .object({
    title: lineOf("a title", 150),
    summary: lineOf("a summary", 2000),
    audience: lineOf("whom it is for", 500),
    activityType: lineOf("the type of activity", 60, "training day"),
    themeSlug: z.string({ error: "Select a theme" }),
    ledBy: optionalLineOf("who leads it", 200),
    hours: wholeNumber("Enter the hours as a whole number", 150),
    minutes: wholeNumber("Enter the minutes as a whole number from 0 to 59", 59),
    contentNote: optionalLineOf("a note", 1000),
    boards: several.refine((boards) => boards.length > 0, "Select at least one board"),
    outcomes: z
      .string({ error: outcomesMissing })
      .transform(outcomeLines)
      .refine((lines) => lines.length > 0, outcomesMissing)
      .refine((lines) => lines.length <= mostOutcomes, `Enter ${mostOutcomes} lines or fewer`)
      .refine(
        (lines) => lines.every((line) => line.length <= longestOutcome),
        `Enter lines of ${longestOutcome} characters or fewer`,
      ),
    competencies: several,
    learningSources: several,
  })
  .refine(({ hours, minutes }) => hours + minutes > 0, {
    path: ["hours"],
    message: "Enter how long it takes, breaks left out",
  })
  .transform(({ hours, ...course }): CourseDetails => ({ ...course, minutes: hours * 60 + course.minutes }));

export const courseFieldOrder = [
  "title",
  "summary",
  "audience",
  "activityType",
  "themeSlug",
  "ledBy",
  "hours",
  "minutes",
  "boards",
  "outcomes",
  "competencies",
  "learningSources",
  "contentNote",
];

export const courseRefusals: Record<ChangeRefusal, Record<string, string>> = {
  "title taken": { title: "Enter another title: a course has this one" },
  "no such theme": { themeSlug: "Select a theme from the list" },
  "no boards": { boards: "Select at least one board" },
  "no such board": { boards: "Select boards from the list" },
  "no outcomes": { outcomes: outcomesMissing },
  "outcome twice": { outcomes: "Enter each line once: two of them are the same" },
  "no such competency": { competencies: "Select competencies from the list" },
  "no such learning source": { learningSources: "Select reviews from the list" },
  "no taught time": { hours: "Enter how long it takes, breaks left out" },
  "terms board left out": {
    boards:
      "Keep the board whose terms of booking hold for this course, or choose another under its booking rules first",
  },
};
