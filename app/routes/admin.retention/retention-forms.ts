// The form of one rule, and its refusals in words.
import { z } from "zod";
import { mostMonths } from "~/domain/personal-data/personal-data";
import { counted } from "~/shared/format";

const wholeMonths = "Enter a whole number of months, like 24";

export const monthsForm = z.object({
  months: z
    .string({ error: "Enter how many months" })
    .trim()
    .min(1, "Enter how many months")
    .regex(/^\d{1,6}$/, wholeMonths)
    .transform(Number),
});

export const leastInWords = (least: number) => `Enter ${counted(least, "month")} or more`;
export const mostInWords = `Enter ${counted(mostMonths, "month")} or fewer`;
