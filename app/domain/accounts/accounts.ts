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

const text = (message: string) => z.string({ error: message }).trim().min(1, message);

const emailAddress = z
  .string({ error: "Enter your work email address" })
  .trim()
  .max(254, "Enter an email address of 254 characters or fewer")
  .email("Enter an email address in the correct format, like name@example.org");

export const shortestPassword = 12;

export const registration = z.object({
  name: text("Enter your full name").max(120, "Enter a name of 120 characters or fewer"),
  email: emailAddress,
  agencyId: text("Select the agency you work for"),
  roleGroupId: text("Select the kind of work you do"),
  password: z
    .string({ error: "Enter a password" })
    .min(shortestPassword, `Enter a password of ${shortestPassword} characters or more`)
    .max(1000, "Enter a password of 1,000 characters or fewer"),
});
export type Registration = z.infer<typeof registration>;

export const signInForm = z.object({
  email: emailAddress,
  password: z.string({ error: "Enter your password" }).min(1, "Enter your password"),
});
