// The form for comments, its refusals in words, and what has just been done.
import { z } from "zod";
import { releaseSections, sectionTitle, wholeRelease } from "~/domain/impact/impact";
import type { CommentRefusal } from "~/domain/impact/impact.server";

const sections = [wholeRelease, ...releaseSections] as const;

export const commentForm = z.object({
  section: z.enum(sections, { error: "Select what your comment is about" }),
  text: z.string({ error: "Enter your comment" }),
});
export const commentOrder = ["section", "text"];

export const aboutInWords = (section: string): string =>
  releaseSections.flatMap((one) => (one === section ? [sectionTitle(one)] : []))[0] ?? "The whole report";

export const aboutItems = sections.map((section) => ({ value: section, label: aboutInWords(section) }));

export const commentRefusals: Record<CommentRefusal, Record<string, string>> = {
  "nothing said": { text: "Enter your comment" },
  "too long": { text: "Enter a comment of 2,000 characters or fewer" },
  "closed to comments": { "": "This report is signed, so it takes no more comments" },
};

export const doneInWords: Record<string, string> = {
  sent: "The report is in review. Its figures and words are frozen.",
  back: "The report is a draft again. Its figures are those of today.",
  commented: "Your comment is there",
  signed: "The report is signed off",
  public: "The report is public. Anyone may read it.",
  withdrawn: "The report is withdrawn",
};
