// Someone who came without a booking: first their address, then who they are, then they are on the register.
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { addWalkIn, readNewcomer, readRegister } from "~/domain/bookings/bookings.server";
import { emptyForm } from "~/shared/form-state";
import { enter } from "~/web/enter.server";
import { formWith, readForm } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { AddressForm } from "./address-form";
import { ConfirmForm } from "./confirm-form";
import { addressOnly, newcomer, refusalBeside } from "./walk-in-forms";

export const handle = { access: ["trainer", "coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Add someone: ${data.courseTitle}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { session, meeting } = readRegister(visit, args.params.id ?? "");
    return {
      meetingId: meeting.id,
      courseTitle: session.courseTitle,
      closed:
        session.status === "cancelled" || session.status === "draft"
          ? ("no register" as const)
          : visit.clock.now() < meeting.registerOpensAt
            ? ("not open yet" as const)
            : meeting.registerTakenAt !== null
              ? ("finished" as const)
              : null,
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const meetingId = args.params.id ?? "";
    readRegister(visit, meetingId);
    const posted = await args.request.formData();
    const address = readForm(posted, addressOnly);
    if (!address.ok) return data({ form: address.form, found: null }, { status: 400 });
    const { email } = address.value;
    const found = { email, ...readNewcomer(visit, { meetingId, email }) };
    if (posted.get("intent") !== "add") return data({ form: { ...emptyForm, values: { email } }, found });

    const read = readForm(posted, newcomer(found));
    if (!read.ok) return data({ form: read.form, found }, { status: 400 });
    const added = addWalkIn(visit, { meetingId, email, ...read.value });
    if (added.ok) throw redirect(paths.trainerRegister(meetingId, { done: "added" }));
    const [field, words] = refusalBeside[added.reason];
    const beside = field === "agencyId" ? found : null;
    return data({ form: formWith(posted, { [field]: words }), found: beside }, { status: 400 });
  });

const closedInWords = {
  "no register": "This session has no register.",
  "not open yet": "The register is not open yet. It opens an hour before the start.",
  finished: "The register is finished, so nobody can be added. You can still put a mark right.",
};

export default function WalkIn() {
  const { meetingId, courseTitle, closed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.trainerRegister(meetingId)} text="Register" />
        <ErrorSummary form={answer?.form} order={["email", "name", "agencyId"]} />
        <h1 className="govuk-heading-l">
          <span className="govuk-caption-l">{courseTitle}</span>
          Add someone who came without a booking
        </h1>
        {closed && <p className="govuk-body">{closedInWords[closed]}</p>}
        {!closed && answer?.found && (
          <ConfirmForm meetingId={meetingId} found={answer.found} form={answer.form} />
        )}
        {!closed && !answer?.found && <AddressForm meetingId={meetingId} form={answer?.form} />}
      </div>
    </div>
  );
}
