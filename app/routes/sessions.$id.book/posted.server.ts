// Reads what was posted to the booking pages: what is wrong with it, or what is wished.
import { z } from "zod";
import { bookingForm, type PlaceMode } from "~/domain/bookings/bookings";
import { type Given, readAnswers } from "~/domain/evaluations/evaluations";
import type { FormState } from "~/shared/form-state";
import { formWith, readForm } from "~/web/forms.server";
import type { BookingPage } from "./page-data.server";
import { doneField, saidField } from "./questions-asked";

type Posted = {
  mode: PlaceMode | undefined;
  accessNeeds: string;
  dietaryNeeds: string | undefined;
  lineManagerEmail: string | undefined;
  claims: { prerequisiteId: string; said: string }[];
  /** They say of one of them that they have not done it. */
  notDone: boolean;
  given: Given;
};

const lineManagerAddress = z
  .string()
  .min(1, "Enter your line manager’s email address")
  .max(254, "Enter an email address of 254 characters or fewer")
  .email("Enter your line manager’s email address in the correct format, like name@example.org");

const longestClaim = 300;
const text = (posted: FormData, name: string) => {
  const value = posted.get(name);
  return typeof value === "string" ? value.trim() : "";
};

/** Who asks, and which addresses are somebody's at work. */
type Asking = { ownEmail: string; isWorkAddress: (email: string) => boolean };

export function readPosted(
  posted: FormData,
  page: BookingPage,
  asking: Asking,
): { ok: true; value: Posted } | { ok: false; form: FormState } {
  const needs = readForm(posted, bookingForm);
  const answers = readAnswers({ stage: "T0", items: page.items }, posted);
  const errors: Record<string, string> = {};
  const mode = modeIn(posted, page, errors);
  const claims = claimsIn(posted, page, errors);
  const lineManagerEmail = page.asksManager ? managerIn(posted, asking, errors) : undefined;
  if (!answers.ok) Object.assign(errors, answers.errors);
  if (!needs.ok || !answers.ok || Object.keys(errors).length > 0) {
    const form = formWith(posted, errors);
    return { ok: false, form: { ...form, errors: { ...form.errors, ...(!needs.ok && needs.form.errors) } } };
  }
  return {
    ok: true,
    value: {
      mode,
      accessNeeds: needs.value.accessNeeds ?? "",
      dietaryNeeds: posted.has("dietaryNeeds") ? (needs.value.dietaryNeeds ?? "") : undefined,
      lineManagerEmail,
      ...claims,
      given: answers.given,
    },
  };
}

function modeIn(posted: FormData, { modes }: BookingPage, errors: Record<string, string>) {
  if (modes.length === 1) return modes[0]?.mode;
  const chosen = modes.find(({ mode }) => mode === text(posted, "mode"))?.mode;
  if (!chosen) errors.mode = "Select where you will take part";
  return chosen;
}

function claimsIn(posted: FormData, { unmet }: BookingPage, errors: Record<string, string>) {
  const claims: Posted["claims"] = [];
  let notDone = false;
  for (const { id } of unmet) {
    const done = text(posted, doneField(id));
    const said = text(posted, saidField(id));
    if (done === "no") notDone = true;
    else if (done !== "yes") errors[doneField(id)] = "Select yes if you have done this";
    else if (said === "") errors[saidField(id)] = "Enter when and where you did this";
    else if (said.length > longestClaim)
      errors[saidField(id)] = `Enter when and where in ${longestClaim} characters or fewer`;
    else claims.push({ prerequisiteId: id, said });
  }
  return { claims, notDone };
}

function managerIn(posted: FormData, asking: Asking, errors: Record<string, string>) {
  const read = lineManagerAddress.safeParse(text(posted, "lineManagerEmail"));
  if (!read.success) {
    errors.lineManagerEmail = read.error.issues[0]?.message ?? "";
    return undefined;
  }
  if (read.data.toLowerCase() === asking.ownEmail.toLowerCase())
    errors.lineManagerEmail = "Enter your line manager’s email address, not your own";
  else if (!asking.isWorkAddress(read.data))
    errors.lineManagerEmail = "Enter your line manager’s work address, at one of the agencies";
  return read.data;
}
