// The form of a competency, and each refusal in words.
import { z } from "zod";
import type { CompetencyUse } from "~/domain/catalogue/catalogue.server";
import { listed } from "~/shared/format";
import { lineOf } from "~/web/admin-fields";

export const competencyForm = z.object({
  name: lineOf("the competency’s name", 120),
  description: lineOf("what someone does who has it", 500),
});

export const nameTaken = { name: "Enter another name: a competency has this one" };

const useInWords: Record<CompetencyUse, string> = {
  courses: "courses that teach it",
  "booking rules": "booking rules that ask for it, or did",
  requirements: "what kinds of work require",
  "self-assessments": "self-assessments that people have made",
  "learning elsewhere": "records of learning elsewhere",
};

export const inUse = (uses: CompetencyUse[]) =>
  `This competency cannot be removed: it is used in ${listed(uses.map((use) => useInWords[use]))}. You can give it another name`;

export const doneInWords: Record<string, string> = {
  added: "The competency is added",
  changed: "The competency is changed",
  moved: "The order is changed",
  removed: "The competency is removed",
};
