// Numbers and money as people type them.
import { z } from "zod";

/** A whole number within limits. @param what as in "Enter how many hours an offer is open" */
export const wholeOf = (what: string, least: number, most: number) => {
  const message = `Enter ${what}: a whole number from ${least} to ${most}`;
  return z
    .string({ error: message })
    .refine((text) => /^\s*\d{1,6}\s*$/.test(text), message)
    .transform(Number)
    .refine((number) => number >= least && number <= most, message);
};

/** Pounds, with pence or without, as whole pence: "50", "£37.50", "1,000". At most £1,000. */
export const moneyOf = (what: string) => {
  const message = `Enter ${what} in pounds, from 0 to 1,000, such as 25 or 37.50`;
  return z
    .string({ error: message })
    .transform((text) => text.replace(/[£,\s]/g, ""))
    .refine((text) => /^\d{1,4}(\.\d{2})?$/.test(text), message)
    .transform((text) => Math.round(Number(text) * 100))
    .refine((pence) => pence <= 100_000, message);
};

/** "25", "37.50" */
export const poundsOf = (pence: number) =>
  pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2);
