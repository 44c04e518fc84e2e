// A charge, for the person charged and for the lead of the agency charged: why, what became of it, and the appeal.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { InsetText } from "~/components/inset-text";
import { NotificationBanner } from "~/components/notification-banner";
import { type AppealRefusal, appealCharge, readCharge } from "~/domain/charges/charges.server";
import { NotFound } from "~/shared/problems";
import { ChargeFacts, ChargeHistory } from "~/web/charge-standing";
import { doneIn } from "~/web/done";
import { enter, type SignedInVisit } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { Appeal } from "./appeal";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Charge, booking ${data.charge.reference}` : "Page not found");

const doneInWords: Record<string, string> = {
  appealed: "We have your appeal. A coordinator reads it and answers by email.",
};

/** Coordinators look at charges that are not theirs elsewhere. */
function readTheirs(visit: SignedInVisit, id = "") {
  const charge = readCharge(visit, id);
  if (charge.appeal === "not theirs") throw new NotFound("charge");
  return charge;
}

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { personId, mayDecide: _coordinators, ...charge } = readTheirs(visit, args.params.id);
    return {
      charge,
      own: personId === visit.person.id,
      done: doneIn(doneInWords, visit.url.searchParams),
    };
  });

const appealForm = z.object({
  note: z
    .string({ error: "Enter why the charge should be waived" })
    .trim()
    .min(1, "Enter why the charge should be waived")
    .max(500, "Enter 500 characters or fewer"),
});

const refusals: Record<AppealRefusal, string> = {
  "too late": "The 28 days for an appeal are over. You can still write to us.",
  "answered already": "We have answered an appeal against this charge already.",
  "not due": "The charge is not due any more: you need do nothing.",
};

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    // Read first: whoever it does not belong to gets nothing, whatever they post.
    const { id: chargeId } = readTheirs(visit, args.params.id);
    const read = readForm(posted, appealForm);
    if (!read.ok) return showAgain(read.form);
    const appealed = appealCharge(visit, { chargeId, note: read.value.note });
    if (!appealed.ok) return showAgain(formWith(posted, { "": refusals[appealed.reason] }));
    throw redirect(paths.myCharge(chargeId, "appealed"));
  });

export type MyChargePage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function MyCharge() {
  const { charge, own, done } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink
          href={own ? paths.my() : paths.teamStatement()}
          text={own ? "My training" : "Your agency’s statement"}
        />
        <ErrorSummary form={form} />
        {done && !form && <NotificationBanner kind="success" text={done} />}
        <h1 className="govuk-heading-xl">Charge for a place that was not used</h1>
        <ChargeFacts charge={charge} bookingHref={own ? paths.booking(charge.bookingId) : undefined} />
        <h2 className="govuk-heading-m">Why</h2>
        <InsetText>{charge.because}</InsetText>
        <p className="govuk-body">
          {own && "You need to pay nothing yourself. "}
          No payment is taken here: the charge stands on the agency’s statement.
        </p>
        <Appeal charge={charge} form={form} />
        <ChargeHistory changes={charge.changes} />
      </div>
    </div>
  );
}
