// One complaint: what it says and how long is left; acknowledge it, answer it, and see what was done.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { NotificationBanner } from "~/components/notification-banner";
import { recordView } from "~/domain/audit/audit.server";
import { complaintAnswerForm } from "~/domain/personal-data/personal-data";
import {
  type AnswerRefusal,
  acknowledgeComplaint,
  answerComplaint,
  readComplaint,
} from "~/domain/personal-data/personal-data.server";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { Complained } from "./complained";
import { History } from "./history";
import { WhatToDo } from "./what-to-do";

export const handle = { access: ["coordinator", "admin"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Data complaint ${data.complaint.reference}` : "Page not found");

const doneInWords: Record<string, string> = {
  acknowledged: "The complaint is acknowledged. They get an email that says so.",
  answered: "Your answer is kept, and they get it by email.",
};

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const complaint = readComplaint(visit, args.params.id ?? "");
    if (complaint.personId) recordView(visit, complaint.personId);
    return { complaint, done: doneInWords[visit.url.searchParams.get("done") ?? ""] ?? null };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const complaintId = args.params.id ?? "";
    const posted = await args.request.formData();
    if (posted.get("intent") === "acknowledge") {
      acknowledgeComplaint(visit, { complaintId });
      throw redirect(paths.adminComplaint(complaintId, "acknowledged"), 303);
    }
    const read = readForm(posted, complaintAnswerForm);
    if (!read.ok) return showAgain(read.form);
    const answered = answerComplaint(visit, { complaintId, answer: read.value.answer });
    if (!answered.ok) return showAgain(formWith(posted, { "": refusals[answered.reason] }));
    throw redirect(paths.adminComplaint(complaintId, "answered"), 303);
  });

const refusals: Record<AnswerRefusal, string> = {
  "already answered":
    "Someone has answered this complaint already. Their answer is below; yours was not sent.",
};

export type ComplaintPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ComplaintRoute() {
  const { complaint, done } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.adminComplaints()} text="Data complaints" />
        <ErrorSummary form={form} />
        {done && !form && <NotificationBanner kind="success" text={done} />}
        <h1 className="govuk-heading-xl">Data complaint {complaint.reference}</h1>
        <Complained complaint={complaint} />
        <WhatToDo complaint={complaint} form={form} />
        <History complaint={complaint} />
      </div>
    </div>
  );
}
