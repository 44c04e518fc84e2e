// Reads a posted version: its first day and its terms, or the form to show again with what is wrong.
import type { TermsRules } from "~/domain/terms/terms";
import { type CivilDate, civilDateAt, startOfDay } from "~/shared/civil-time";
import type { FormState } from "~/shared/form-state";
import { readDateBoxes } from "~/web/date-boxes";
import { formWith, readForm } from "~/web/forms.server";
import { rulesOf, termsForm } from "./terms-form";

type Version =
  | { ok: true; rules: TermsRules; from: CivilDate; inForceFrom: number | undefined }
  | { ok: false; form: FormState };

/** A version from today on holds at once, not from midnight: what was booked this morning keeps its terms. */
export function readVersion(posted: FormData, sectors: readonly string[], now: number): Version {
  const read = readForm(posted, termsForm);
  const form = read.ok ? formWith(posted, {}) : read.form;
  const today = civilDateAt(now);
  const from = readDateBoxes(posted, "from");
  if (from === null || from === "nothing") form.errors.from = ["Enter the first day, such as 1 4 2027"];
  else if (from < today) form.errors.from = ["Enter today or a day to come"];
  const made = read.ok ? rulesOf(read.value, posted, sectors) : null;
  if (made && !made.ok)
    for (const [name, message] of Object.entries(made.errors)) form.errors[name] = [message];
  if (from === null || from === "nothing" || form.errors.from || !made?.ok) return { ok: false, form };
  const inForceFrom = from === today ? undefined : startOfDay(from);
  return { ok: true, rules: made.rules, from, inForceFrom };
}
