// A partnership's file: what may stand in it, and in plain words what is wrong with one that may not be used.

import { grantedRoles } from "db/schema";
import { z } from "zod";
import {
  contrastWithItsTint,
  contrastWithWhite,
  type DomainProblem,
  isColour,
  leastContrast,
  readDomains,
} from "~/domain/accounts/accounts.server";
import { termsRulesSchema } from "~/domain/terms/terms";
import { done, type Result, refused } from "~/shared/result";
import { contradictions } from "./contradictions";

const text = (longest = 200) => z.string().trim().min(1).max(longest);
/** Each as the pages to change it have it: what stands out too little there would here. */
const colourThat = (standsOut: (colour: string) => number) =>
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, "is not a colour. Write # and six digits, such as #0b5772")
    .refine(
      (colour) => !isColour(colour) || standsOut(colour) >= leastContrast,
      "is too pale to read. Choose a darker one",
    )
    .toLowerCase();
const email = z.email("is not an email address. Write it as in name@example.org").max(254);
/** Short and lasting: other parts of the file, and addresses of pages, name things by it. */
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is not a short name. Write small letters, digits and hyphens");
const domainProblems: Record<DomainProblem, string> = {
  "not a domain": "is not a mail domain. Write what follows the @, such as council.example.org",
  "open to all": "is open to everybody, so it proves nothing about where somebody works. Take it out",
  "above many":
    "is above the domains of many organisations, and would claim them all. Write the agency's own",
};
const domain = text().transform((typed, ctx) => {
  const read = readDomains(typed);
  const [only, ...more] = read.ok ? read.domains : [];
  if (only !== undefined && more.length === 0) return only;
  ctx.addIssue({ code: "custom", message: domainProblems[read.ok ? "not a domain" : read.problem] });
  return z.NEVER;
});

const partnership = z.strictObject({
  name: text(),
  serviceName: text(),
  place: text(),
  contactName: text(),
  contactEmail: email,
  logoPath: z
    .string()
    .regex(/^\/[\w-][\w./-]*$/, "is not the address of a picture in public/, such as /mark.svg"),
  brandColour: colourThat(contrastWithItsTint),
  secondFactorRoles: z.array(z.enum(grantedRoles)).optional(),
});

const board = z.strictObject({
  code: z.string().regex(/^[A-Za-z0-9]{2,12}$/, "is not a code. Write 2 to 12 letters or digits"),
  name: text(),
  concern: text(60),
  shape: z.enum(["circle", "square", "triangle", "diamond", "hexagon"]),
  colour: colourThat(contrastWithWhite),
});

const group = z.strictObject({
  name: text(),
  boards: z.array(z.string()).min(1),
  note: text(500).optional(),
});
const agency = z.strictObject({ name: text(), sector: text(60), domains: z.array(domain) });
const described = z.strictObject({ id, name: text(), description: text(500) });

const requirement = z.strictObject({
  roleGroup: z.string(),
  competency: z.string(),
  board: z.string(),
  renewMonths: z.number().int().min(1).max(120).nullable(),
});

/** One of `course`, `competency` and `eLearning`. */
const prerequisite = z
  .strictObject({
    course: z.string().optional(),
    competency: z.string().optional(),
    eLearning: text().optional(),
    withinMonths: z.number().int().min(1).max(120).nullable().default(null),
  })
  .refine(
    (given) =>
      [given.course, given.competency, given.eLearning].filter((one) => one !== undefined).length === 1,
    "names one thing: a course, a competency or an eLearning",
  );

const bookingRules = z.strictObject({
  approval: z.enum(["none", "line manager", "agency lead"]).default("none"),
  /** Whose terms of booking hold; left out: those of the course's first board. */
  termsOf: z.string().optional(),
  certificateNeeds: z.enum(["attendance and evaluation", "attendance"]).default("attendance and evaluation"),
  certificateMonths: z.number().int().min(1).max(120).nullable().default(null),
  /** Kinds of work; left out: for everyone. */
  roleGroups: z.array(z.string()).default([]),
  prerequisites: z.array(prerequisite).default([]),
});

const course = z.strictObject({
  slug: id,
  title: text(),
  summary: text(2_000),
  audience: text(500),
  activityType: text(60),
  theme: z.string(),
  boards: z.array(z.string()).min(1),
  ledBy: text().nullable(),
  minutes: z.number().int().min(1).max(10_000),
  contentNote: text(1_000).nullable(),
  outcomes: z.array(text(500)).min(1),
  competencies: z.array(z.string()),
  learningSources: z.array(z.string()),
  bookingRules: bookingRules.optional(),
});

const room = z.strictObject({
  name: text(),
  capacity: z.number().int().min(1).max(1_000),
  access: text(1_000).nullable().default(null),
});

/** What is left out of the rules is as the service would have it. */
const terms = z.strictObject({ board: z.string(), rules: termsRulesSchema.partial().strict() });

const plan = z
  .strictObject({
    partnership,
    boards: z.array(board).min(1),
    strategicDeliveryGroups: z.array(group),
    agencies: z.array(agency).min(1),
    roleGroups: z.array(described).min(1),
    competencies: z.array(described).default([]),
    requirements: z.array(requirement).default([]),
    themes: z.array(z.strictObject({ name: text(), years: text(20) })).default([]),
    learningSources: z
      .array(z.strictObject({ code: text(20), name: text(), board: z.string().nullable() }))
      .default([]),
    courses: z.array(course).default([]),
    venues: z
      .array(
        z.strictObject({
          name: text(),
          address: text(),
          postcode: text(10),
          access: text(1_000),
          rooms: z.array(room).default([]),
        }),
      )
      .default([]),
    terms: z.array(terms).default([]),
  })
  .superRefine((given, ctx) => {
    for (const { path, message } of contradictions(given)) ctx.addIssue({ code: "custom", path, message });
  });

/** Everything that a partnership needs before its first person joins; checked whole, so that one run names every fault. */
export type Plan = z.infer<typeof plan>;

/** What is wrong, as it follows the name of the field. */
const inWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "unrecognized_keys":
      return `has no place for ${issue.keys.map((key) => JSON.stringify(key)).join(" and ")}`;
    case "invalid_type":
      return issue.input === undefined ? "is missing" : `is not ${kindInWords(issue.expected)}`;
    case "invalid_value":
      return `is not one of ${issue.values.join(", ")}`;
    case "too_small":
      return issue.origin === "number" ? `is less than ${issue.minimum}` : "is blank";
    case "too_big":
      return issue.origin === "number"
        ? `is more than ${issue.maximum}`
        : `is longer than ${issue.maximum} characters`;
    default:
      return undefined;
  }
};

const kindInWords = (expected: string) =>
  ({ string: "text", array: "a list", object: "an object", number: "a number", int: "a whole number" })[
    expected
  ] ?? expected;

/** agencies[2].domains[0] */
const fieldAt = (path: PropertyKey[]) =>
  path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .slice(1) || "The file";

/** The plan that a file's text holds, or everything that is wrong with it, a line for each. Pure. */
export function readPlan(json: string): Result<Plan, string> {
  let found: unknown;
  try {
    found = JSON.parse(json.replace(/^\ufeff/, ""));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refused(`The file is not JSON (${error.message}). Compare it with db/set-up/blackpool.json.`);
  }
  const parsed = plan.safeParse(found, { error: inWords });
  if (parsed.success) return done(parsed.data);
  return refused(parsed.error.issues.map(({ path, message }) => `${fieldAt(path)} ${message}.`).join("\n"));
}
