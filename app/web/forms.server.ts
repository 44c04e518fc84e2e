// Reads a posted form against a schema; a refusal keeps what was typed, save for passwords.
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import type { FormState } from "~/shared/form-state";

type Read<Schema extends z.ZodType> = { ok: true; value: z.output<Schema> } | { ok: false; form: FormState };

/** What was posted, checked; or the form to show again. */
export function readForm<Schema extends z.ZodType>(posted: FormData, schema: Schema): Read<Schema> {
  const submission = parseWithZod(posted, { schema });
  if (submission.status === "success") return { ok: true, value: submission.value };
  const errors = Object.fromEntries(
    Object.entries(submission.error ?? {}).filter((entry): entry is [string, string[]] =>
      Boolean(entry[1]?.length),
    ),
  );
  return { ok: false, form: { values: typedValues(posted), errors } };
}

/** The form to show again with a message beside a field, or beside "" for the whole form. */
export function formWith(posted: FormData, errors: Record<string, string>): FormState {
  return {
    values: typedValues(posted),
    errors: Object.fromEntries(Object.entries(errors).map(([field, message]) => [field, [message]])),
  };
}

/** Answers 400, or another refusal, with the form as it was typed. */
export const showAgain = (form: FormState, status = 400) => data({ form }, { status });

const secretField = /password|code/i;

function typedValues(posted: FormData): FormState["values"] {
  const values: FormState["values"] = {};
  for (const name of new Set(posted.keys())) {
    if (secretField.test(name)) continue;
    const all = posted.getAll(name).filter((value): value is string => typeof value === "string");
    values[name] = all.length > 1 ? all : all[0];
  }
  return values;
}
