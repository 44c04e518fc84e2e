// What was done, and each refusal, in words.
import type {
  AgencyRefusal,
  DisableRefusal,
  EnableRefusal,
  RoleRefusal,
} from "~/domain/accounts/accounts.server";

export const doneInWords: Record<string, string> = {
  confirmed: "Their agency is confirmed, and they have been told",
  declined: "Their agency is declined, and they have been told",
  moved: "Their agency is changed",
  roles: "Their roles are changed",
  disabled: "Their account is closed, and they are signed out everywhere",
  enabled: "Their account is open again",
  "signed-out": "They are signed out everywhere",
  "second-step": "Their second step is taken off, and they have been told",
};

const hasLeft = "Open their account first: it is closed";

export const agencyRefusals: Record<AgencyRefusal, Record<string, string>> = {
  "has left": { "": hasLeft },
  "no such agency": { agencyId: "Select an agency from the list" },
};

export const standingRefusals: Record<"has left" | "confirmed already", Record<string, string>> = {
  "has left": { "": hasLeft },
  "confirmed already": { "": "Their agency is confirmed already" },
};

export const roleRefusals: Record<RoleRefusal | "has left", Record<string, string>> = {
  "own admin role": { roles: "Keep your own admin role: another admin can take it away" },
  "last admin": { roles: "Keep the admin role here: nobody else has it. Give it to someone else first" },
  "has left": { "": hasLeft },
};

export const disableRefusals: Record<DisableRefusal, Record<string, string>> = {
  "own account": { "": "This is your own account: someone else has to close it" },
  "last admin": { "": "Nobody else is an admin. Give the role to someone else first" },
};

export const enableRefusals: Record<EnableRefusal, Record<string, string>> = {
  merged: { "": "This account was merged into another: use that one" },
  erased: { "": "This person’s data was erased: they can register again" },
};

export const secondStepRefusals: Record<"own account", Record<string, string>> = {
  "own account": { "": "Change your own second step on your account’s page" },
};
