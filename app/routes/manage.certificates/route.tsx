// Certificates held back because questions were not answered in time, and the button that gives one all the same.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { NotificationBanner } from "~/components/notification-banner";
import { SubmitButton } from "~/components/submit-button";
import { Table } from "~/components/table";
import { giveWithoutEvaluation, listLeftWithout } from "~/domain/certificates/certificates.server";
import { plainDate } from "~/shared/format";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, "Certificates held back");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({
    heldBack: listLeftWithout(visit),
    done: doneIn({ given: "The certificate is given, and they have been told." }, visit.url.searchParams),
  }));

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const given = giveWithoutEvaluation(visit, String(posted.get("bookingId") ?? ""));
    if (given !== "give" && given !== "keep")
      return showAgain(
        formWith(posted, { "": "They did not attend all of it, so there is no certificate to give." }),
      );
    throw redirect(paths.manageCertificates("given"), 303);
  });

export default function CertificatesHeldBack() {
  const { heldBack, done } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.manage()} text="Manage" />
      <ErrorSummary form={form} />
      {done && !form && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-xl">Certificates held back</h1>
      <p className="govuk-body">
        These people attended all of a session in the last six months, but the questions at its end closed
        before they answered. If something kept them from it, you can give the certificate all the same.
      </p>
      {heldBack.length === 0 ? (
        <EmptyState
          title="Nobody is left without a certificate"
          text="Whoever attended a whole session has answered, or still can."
          action={{ href: paths.manage(), label: "Back to managing the offer" }}
        />
      ) : (
        <Table
          caption="Newest session first"
          dense
          columns={[
            { key: "who", heading: "Person" },
            { key: "course", heading: "Course" },
            { key: "date", heading: "Completed" },
            { key: "action", heading: "Action", headingHidden: true },
          ]}
          rows={heldBack.map((one) => ({
            id: one.bookingId,
            cells: {
              who: (
                <>
                  <bdi>{one.personName}</bdi>
                  <span className="app-line govuk-!-font-weight-regular">{one.agencyName}</span>
                </>
              ),
              course: one.courseTitle,
              date: plainDate(one.completedOn),
              action: (
                <form method="post" action={paths.manageCertificates()}>
                  <input type="hidden" name="bookingId" value={one.bookingId} />
                  <SubmitButton variant="secondary" hidden={`to ${one.personName} for ${one.courseTitle}`}>
                    Give it all the same
                  </SubmitButton>
                </form>
              ),
            },
          }))}
        />
      )}
    </>
  );
}
