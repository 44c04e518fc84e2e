// One charge: why it was made and what became of it; waive it, or answer an appeal, in place.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { InsetText } from "~/components/inset-text";
import { NotificationBanner } from "~/components/notification-banner";
import { answerAppeal, readCharge, waiveCharge } from "~/domain/charges/charges.server";
import { ChargeFacts, ChargeHistory } from "~/web/charge-standing";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { Decision } from "./decision";
import { answerForm, doneInWords, refusals, waiverForm } from "./decision-forms";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Charge, booking ${data.charge.reference}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { appeal: _theirs, personId: _id, ...charge } = readCharge(visit, args.params.id ?? "");
    return { charge, done: doneIn(doneInWords, visit.url.searchParams) };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const { id: chargeId } = readCharge(visit, args.params.id ?? "");
    if (posted.get("intent") === "waive") {
      const read = readForm(posted, waiverForm);
      if (!read.ok) return showAgain(read.form);
      const waived = waiveCharge(visit, { chargeId, note: read.value.note });
      if (!waived.ok) return showAgain(formWith(posted, { "": refusals[waived.reason] }));
      throw redirect(paths.manageCharge(chargeId, "waived"));
    }
    const read = readForm(posted, answerForm);
    if (!read.ok) return showAgain(read.form);
    const uphold = read.value.answer === "waive";
    const answered = answerAppeal(visit, { chargeId, uphold, note: read.value.note });
    if (!answered.ok) return showAgain(formWith(posted, { "": refusals[answered.reason] }));
    throw redirect(paths.manageCharge(chargeId, uphold ? "waived" : "stands"));
  });

export type ChargePage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ChargeRoute() {
  const { charge, done } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.manageCharges()} text="Charges" />
        <ErrorSummary form={form} order={["answer", "note"]} />
        {done && !form && <NotificationBanner kind="success" text={done} />}
        <h1 className="govuk-heading-xl">Charge for a place that was not used</h1>
        <ChargeFacts charge={charge} bookingHref={paths.booking(charge.bookingId)} />
        <InsetText>{charge.because}</InsetText>
        <Decision charge={charge} form={form} />
        <ChargeHistory changes={charge.changes} />
      </div>
    </div>
  );
}
