// The form in which someone changes their own details: what they told when they joined, and their job title.
import { z } from "zod";
import { ownDetails } from "../accounts";

const longest = 120;

export const changedDetails = ownDetails.extend({
  jobTitle: z
    .string()
    .max(longest, `Enter a job title of ${longest} characters or fewer`)
    .optional()
    .pipe(ownDetails.shape.team),
});
export type ChangedDetails = z.infer<typeof changedDetails>;
