// The form of the partnership's settings, and each refusal in words.
import { z } from "zod";
import type { SettingsRefusal } from "~/domain/accounts/accounts.server";
import { lineOf } from "~/web/admin-fields";
import { isGivenRole } from "~/web/people-words";

const several = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

export const settingsForm = z.object({
  serviceName: lineOf("the service’s name", 60),
  name: lineOf("the partnership’s name", 120),
  place: lineOf("the place", 60),
  contactName: lineOf("who answers questions", 120),
  contactEmail: z
    .string({ error: "Enter the address for questions" })
    .trim()
    .max(254, "Enter an email address of 254 characters or fewer")
    .email("Enter an email address in the correct format, like name@example.org"),
  brandColour: lineOf("a colour", 20, "#0b5772"),
  secondFactorRoles: several.optional().transform((roles = []) => roles.filter(isGivenRole)),
});

export const fieldOrder = Object.keys(settingsForm.shape);

export const refusals: Record<SettingsRefusal, Record<string, string>> = {
  "not a colour": { brandColour: "Enter a colour as # and six digits or letters a to f, such as #0b5772" },
  "too pale": { brandColour: "Enter a darker colour: links in this one are too hard to read" },
};
