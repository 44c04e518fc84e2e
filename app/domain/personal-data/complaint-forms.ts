// What is typed about a complaint: by the person who makes it, and by the one who answers.
import { z } from "zod";
import { wholeNumber } from "~/shared/format";

/** A line break in a name or an address could begin something else in a message. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
/** Line breaks are one kind; other control characters are none. */
const lines = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();

// Strangers choose the name, and the address that a letter from this service then greets by it: it must not say "sign
// in at" somewhere. A mail program makes a link even of a bare domain.
const looksLikeAddress = /:\/\/|www\.|@|＠/iu;
const looksLikeDomain = /[\p{L}\p{N}]{2,}\.\p{Ll}{2,}/u;
const longestName = 80;

const longest = 5000;
const words = (empty: string) =>
  z
    .string({ error: empty })
    .transform(lines)
    .pipe(
      z
        .string({ error: empty })
        .min(1, empty)
        .max(longest, `Shorten it to ${wholeNumber(longest)} characters or fewer`),
    );

export const complaintForm = z.object({
  name: z
    .string({ error: "Enter your name" })
    .transform(oneLine)
    .pipe(
      z
        .string({ error: "Enter your name" })
        .min(1, "Enter your name")
        .max(longestName, `Enter a name of ${longestName} characters or fewer`)
        .refine(
          (name) => !looksLikeAddress.test(name) && !looksLikeDomain.test(name),
          "Enter only your name, without a web or email address. Put a space after a full stop",
        ),
    ),
  email: z
    .string({ error: "Enter your email address" })
    .trim()
    .max(254, "Enter an email address of 254 characters or fewer")
    .email("Enter an email address in the correct format, like name@example.org"),
  text: words("Enter what went wrong"),
});
export type ComplaintForm = z.infer<typeof complaintForm>;

export const complaintAnswerForm = z.object({ answer: words("Enter your answer") });
