// A line manager answers by the link in their letter, without signing in. Looking at it answers nothing: scanners of
// mail open every link.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ErrorSummary } from "~/components/error-summary";
import { answerApproval, readApprovalByLink, readApprovalToken } from "~/domain/bookings/bookings.server";
import { NotFound } from "~/shared/problems";
import { enter, type Visit } from "~/web/enter.server";
import { readForm, showAgain } from "~/web/forms.server";
import { pageTitle } from "~/web/title";
import { Answered } from "./answered";
import { Question } from "./question";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Approve a training place: ${data.courseTitle}` : "Page not found");

function readId(visit: Visit, token: string | undefined): string {
  const approvalId = readApprovalToken(visit.settings.secret, token ?? "");
  if (!approvalId) throw new NotFound("approval");
  return approvalId;
}

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { id: _id, ...approval } = readApprovalByLink(visit, readId(visit, args.params.token));
    // A form without an address would keep the #field of an error it was sent from.
    return { ...approval, address: visit.url.pathname };
  });

const answer = z.object({
  intent: z.enum(["approve", "decline"], { error: "Answer with one of the buttons" }),
  note: z.string().trim().max(500, "Enter a note of 500 characters or fewer").optional(),
});

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const { id: approvalId } = readApprovalByLink(visit, readId(visit, args.params.token));
    const read = readForm(await args.request.formData(), answer);
    if (!read.ok) return showAgain(read.form);
    const approve = read.value.intent === "approve";
    // Taken or refused, the page itself says how things stand now: sent twice is answered once.
    answerApproval(visit, { approvalId, approve, note: approve ? undefined : read.value.note, byLink: true });
    throw redirect(visit.url.pathname);
  });

export type ApprovePage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ApprovePage() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  if (page.standing !== "open") return <Answered page={page} standing={page.standing} />;
  return (
    <>
      <ErrorSummary form={form} />
      <Question page={page} form={form} />
    </>
  );
}
