// What the forms of a draft report do.
import { redirect } from "@remix-run/node";
import { releaseSections } from "~/domain/impact/impact";
import { changeRelease, readDraft, setAction, writeNarrative } from "~/domain/impact/impact.server";
import { readDateBoxes } from "~/web/date-boxes";
import type { SignedInVisit } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { outlineForm, outlineRefusals } from "~/web/release-outline-form";
import { actionForm, actionRefusals, dueMissing, narrativeRefusals } from "./edit-forms";

export function changeOutline(visit: SignedInVisit, id: string, posted: FormData) {
  const read = readForm(posted, outlineForm);
  if (!read.ok) return showAgain(read.form);
  const { from, until } = readDraft(visit, id);
  const { title, parts = [] } = read.value;
  const changed = changeRelease(visit, id, { title, parts, from, until });
  if (!changed.ok) return showAgain(formWith(posted, outlineRefusals[changed.reason]));
  throw redirect(paths.editRelease(id, { done: "outline" }));
}

/** Sections that can be kept are kept; those that cannot are shown again with what is wrong. */
export function saveNarratives(visit: SignedInVisit, id: string, posted: FormData) {
  const errors: Record<string, string> = {};
  for (const section of releaseSections) {
    const text = posted.get(section);
    if (typeof text !== "string") continue;
    const written = writeNarrative(visit, id, { section, text });
    if (!written.ok) errors[section] = narrativeRefusals[written.reason];
  }
  if (Object.keys(errors).length > 0) return showAgain(formWith(posted, errors));
  throw redirect(paths.editRelease(id, { done: "written" }));
}

export function saveAction(visit: SignedInVisit, id: string, posted: FormData) {
  const read = readForm(posted, actionForm);
  const dueOn = readDateBoxes(posted, "due");
  if (!read.ok || dueOn === null || dueOn === "nothing") {
    const form = read.ok ? formWith(posted, {}) : read.form;
    if (dueOn === null || dueOn === "nothing") form.errors.due = [dueMissing];
    return showAgain(form);
  }
  const { actionId, finding, action, owner, measureNumber } = read.value;
  const saved = setAction(visit, id, {
    id: actionId || null,
    finding,
    action,
    owner,
    dueOn,
    measureNumber: measureNumber || null,
  });
  if (!saved.ok) return showAgain(formWith(posted, actionRefusals[saved.reason]));
  throw redirect(`${paths.editRelease(id, { done: "action" })}#actions`);
}
