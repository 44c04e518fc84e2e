// An email address.
import { TextField, type TextFieldProps } from "./text-field";

export type EmailFieldProps = Omit<TextFieldProps, "type" | "inputMode" | "spellCheck">;

export function EmailField(props: EmailFieldProps) {
  return <TextField autoComplete="email" {...props} type="email" inputMode="email" spellCheck={false} />;
}
