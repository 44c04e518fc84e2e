// The words of the accounts room: people and agencies, and the forms to join and sign in. Safe in a browser.
import { z } from "zod";

export type Person = {
  id: string;
  name: string;
  email: string;
  agencyId: string;
  agencyName: string;
  agencyStanding: AgencyStanding;
  roleGroupId: string | null;
  jobTitle: string | null;
  team: string | null;
  lineManagerEmail: string | null;
  accessNeeds: string | null;
  dietaryNeeds: string | null;
};

/** Whether the agency that someone says they work for is theirs; nobody books before it is confirmed. */
export type AgencyStanding = "confirmed" | "awaiting" | "declined";

const required = (message: string) => z.string({ error: message }).trim().min(1, message);

/** Letters of any script and signs; what would turn a line around or begin another is left out. */
export const oneLine = (typed: string) =>
  typed
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();

const noLonger = (longest: number) => (line: string) => line.length <= longest;

// Refined, not piped into another string: the form reader takes an empty string for nothing at every string it meets.
const optionalLine = (what: string, longest: number) =>
  z
    .string()
    .transform(oneLine)
    .refine(noLonger(longest), `Enter ${what} of ${longest} characters or fewer`)
    .optional()
    .transform((line) => line || null);

const fullName = z
  .string({ error: "Enter your full name" })
  .transform(oneLine)
  .refine((name) => name !== "", "Enter your full name")
  .refine(noLonger(120), "Enter a name of 120 characters or fewer");

export const workAddress = z
  .string({ error: "Enter your work email address" })
  .trim()
  .min(1, "Enter your work email address")
  .max(254, "Enter an email address of 254 characters or fewer")
  .email("Enter an email address in the correct format, like name@example.org");

export const shortestPassword = 12;

export const newPassword = z
  .string({ error: "Enter a password" })
  .min(shortestPassword, `Enter a password of ${shortestPassword} characters or more`)
  .max(1000, "Enter a password of 1,000 characters or fewer");

/** Text about what a person needs: kept as typed, line breaks included. */
const needsText = z
  .string()
  .max(1000, "Enter 1,000 characters or fewer")
  .optional()
  .transform((typed) => typed?.trim() || null);

const managersAddress = z
  .string()
  .trim()
  .max(254, "Enter an email address of 254 characters or fewer")
  .email("Enter your line manager’s email address in the correct format, like name@example.org")
  .optional()
  .transform((typed) => typed ?? null);

/** What people tell about themselves; they can change all of it later. */
export const ownDetails = z.object({
  name: fullName,
  roleGroupId: required("Select the kind of work you do"),
  team: optionalLine("a team name", 120),
  lineManagerEmail: managersAddress,
  accessNeeds: needsText,
  dietaryNeeds: needsText,
});

/** The details of someone who joins. The agency is left blank where the address tells it; so may the password be. */
export const joining = ownDetails.extend({
  agencyId: z.string().optional(),
  password: newPassword.optional(),
});
export type Joining = z.infer<typeof joining>;

export const addressForm = z.object({ email: workAddress });

export const signInForm = z.object({
  email: workAddress,
  password: z.string({ error: "Enter your password" }).min(1, "Enter your password"),
});

export const passwordForm = signInForm.pick({ password: true });

/** Six digits from an authenticator app, or a recovery code; spaces and hyphens do not count. */
export const codeForm = z.object({
  code: z
    .string({ error: "Enter the code from your authenticator app" })
    .transform((typed) => typed.replace(/[\s-]/g, "").toUpperCase())
    .pipe(
      z
        .string()
        .min(1, "Enter the code from your authenticator app")
        .regex(/^(\d{6}|[A-Z0-9]{16})$/, "Enter the 6 digits from your app, or one of your recovery codes"),
    ),
});
