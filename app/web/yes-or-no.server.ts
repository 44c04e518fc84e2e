// What was posted with the two buttons of an `YesOrNoForm`.
import { z } from "zod";
import { readForm } from "./forms.server";
import { noteField } from "./yes-or-no-form";

/**
 * @param about the field that names what is answered; @param yes the value of the button that agrees
 * @returns the id, whether they agree, and, where they do not, what they wrote; or the form to show again
 */
export function readYesOrNo(posted: FormData, about: string, yes: string) {
  const id = String(posted.get(about) ?? "");
  const note = noteField(id);
  const read = readForm(
    posted,
    z.object({
      intent: z.enum([yes, "decline"], { error: "Answer with one of the buttons" }),
      [note]: z.string().trim().max(500, "Enter a note of 500 characters or fewer").optional(),
    }),
  );
  if (!read.ok) {
    const { intent, ...others } = read.form.errors;
    return {
      ok: false,
      form: { ...read.form, errors: intent ? { ...others, "": intent } : others },
    } as const;
  }
  const agrees = read.value.intent === yes;
  return { ok: true, id, agrees, note: agrees ? undefined : read.value[note] } as const;
}
