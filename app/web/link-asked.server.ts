// The form that asks for a link by email, alike on the page to sign in and on the one to join.
import { redirect } from "@remix-run/node";
import { addressForm } from "~/domain/accounts/accounts";
import { requestLink } from "~/domain/accounts/accounts.server";
import type { Visit } from "./enter.server";
import { formWith, readForm, showAgain } from "./forms.server";
import { paths, safeReturn } from "./paths";
import { tryLink } from "./sign-in-limits.server";

/** Sends the link, or answers with the form to show again. @throws Response to the page that says a link is on its way */
export async function answerLinkAsked(visit: Visit, request: Request) {
  const posted = await request.formData();
  const read = readForm(posted, addressForm);
  if (!read.ok) return showAgain(read.form);
  const { email } = read.value;
  const letter = await tryLink(visit, email);
  if (!letter.ok) {
    const advice = `Use the newest link in your email, or wait ${letter.wait} before you ask again`;
    return showAgain(formWith(posted, { email: advice }), 429);
  }
  requestLink(visit, { email, returnTo: safeReturn(visit.url.searchParams.get("to")) });
  throw redirect(paths.linkSent());
}
