// What a form shows again after a refusal: what was typed, and what to do about it.
export type FormState = {
  /** What the person typed, by field name; a list where several boxes share a name. */
  values: Record<string, string | string[] | undefined>;
  /** Messages by field name; the key "" holds messages about the form as a whole. */
  errors: Record<string, string[]>;
};

export const emptyForm: FormState = { values: {}, errors: {} };

/** The first (or only) thing typed in a field, "" if nothing was. */
export function typed(form: FormState | undefined, name: string): string {
  const value = form?.values[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/** Everything ticked or typed under a name that may repeat. */
export function typedAll(form: FormState | undefined, name: string): string[] {
  const value = form?.values[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}
