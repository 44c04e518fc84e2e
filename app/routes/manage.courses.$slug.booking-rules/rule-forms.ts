// The forms of the booking rules, and each refusal in words.
import { z } from "zod";
import { oneLine } from "~/domain/accounts/accounts";
import type { PrerequisiteRefusal, RulesRefusal } from "~/domain/catalogue/catalogue.server";

const several = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .optional()
  .transform((ticked) => ticked ?? []);

const spanMessage = "Enter a number of months from 1 to 120, or leave it blank";
const optionalMonths = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/, spanMessage)
  .transform(Number)
  .refine((months) => months >= 1 && months <= 120, spanMessage)
  .optional()
  .transform((months) => months ?? null);

export const rulesForm = z.object({
  approval: z.enum(["none", "line manager", "agency lead"], { error: "Select who has to agree" }),
  audience: several,
  /** Blank where the course has one board, and nothing to choose. */
  termsBoard: z.string().optional(),
  certificateNeeds: z.enum(["attendance and evaluation", "attendance"], {
    error: "Select what a certificate needs",
  }),
  certificateMonths: optionalMonths,
});

/** The first board's terms hold unless somebody says otherwise: leaving them chosen says nothing. */
export function termsBoardFrom(
  chosen: string | undefined,
  before: string | null,
  boards: { code: string }[],
): string | null {
  if (chosen === undefined) return before;
  return before === null && chosen === boards[0]?.code ? null : chosen;
}

const longestName = 150;
const eLearningMissing = "Enter the name of the e-learning";

export const prerequisiteForm = z
  .object({
    kind: z.enum(["course", "competency", "e-learning"], { error: "Select what has to be done first" }),
    requiredCourse: z.string().optional(),
    competency: z.string().optional(),
    eLearning: z.string().transform(oneLine).optional(),
    withinMonths: optionalMonths,
  })
  .transform(({ kind, requiredCourse, competency, eLearning, withinMonths }, ctx) => {
    const wrong = (field: string, message: string) => {
      ctx.addIssue({ code: "custom", path: [field], message });
      return z.NEVER;
    };
    if (kind === "course" && !requiredCourse) return wrong("requiredCourse", "Select a course");
    if (kind === "competency" && !competency) return wrong("competency", "Select a competency");
    if (kind === "e-learning" && !eLearning) return wrong("eLearning", eLearningMissing);
    if (kind === "e-learning" && (eLearning ?? "").length > longestName)
      return wrong("eLearning", `Enter a name of ${longestName} characters or fewer`);
    const of = { course: requiredCourse, competency, "e-learning": eLearning }[kind] ?? "";
    return { kind, of, withinMonths };
  });

export const ruleOrder = [
  "approval",
  "audience",
  "termsBoard",
  "certificateNeeds",
  "certificateMonths",
  "kind",
  "requiredCourse",
  "competency",
  "eLearning",
  "withinMonths",
];

export const rulesRefusals: Record<RulesRefusal, Record<string, string>> = {
  "no such kind of work": { audience: "Select kinds of work from the list" },
  "not one of its boards": { termsBoard: "Select one of the boards that the course serves" },
  "not a number of months": { certificateMonths: spanMessage },
};

const fieldOf = { course: "requiredCourse", competency: "competency", "e-learning": "eLearning" } as const;

/** Each refusal at the field that asks for this kind of thing. */
export function prerequisiteRefusal(
  kind: keyof typeof fieldOf,
  refusal: PrerequisiteRefusal,
): Record<string, string> {
  const field = fieldOf[kind];
  switch (refusal.kind) {
    case "no such thing":
      return { [field]: kind === "e-learning" ? eLearningMissing : "Select one from the list" };
    case "asked for already":
      return { [field]: "This is asked for already. To change how recent it has to be, remove it first" };
    case "not a number of months":
      return { withinMonths: spanMessage };
    case "the course itself":
      return { [field]: "Select another course: this one cannot come before itself" };
    case "circle":
      return { [field]: circleInWords(refusal.titles) };
  }
}

function circleInWords(titles: string[]): string {
  const [first = "", ...rest] = titles;
  const way = rest.map((title) => `“${title}”`).join(", which asks for ");
  return `Select another course: “${first}” asks for ${way} first, so nobody could ever book either`;
}

export const doneInWords: Record<string, string> = {
  changed: "The booking rules are changed",
  added: "It is asked for from now on",
  ended: "It is no longer asked for",
};
