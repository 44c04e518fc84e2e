// One line of text as an admin's form asks for it.
import { z } from "zod";
import { oneLine } from "~/domain/accounts/accounts";

/** @param what as in "Enter the agency’s name" */
export function lineOf(what: string, longest: number, example?: string) {
  const missing = `Enter ${what}${example ? `, such as ${example}` : ""}`;
  return (
    z
      .string({ error: missing })
      .transform(oneLine)
      // Refined, not piped into another string: the form reader takes an empty one for nothing at every string it meets.
      .refine((line) => line !== "", missing)
      .refine((line) => line.length <= longest, `Enter ${what} of ${longest} characters or fewer`)
  );
}
