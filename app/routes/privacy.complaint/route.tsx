// A complaint about how someone's data is used: the form, for anyone; and with a reference, how far it has come.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readPartnership } from "~/domain/accounts/accounts.server";
import { complaintForm } from "~/domain/personal-data/personal-data";
import { readComplaintProgress, receiveComplaint } from "~/domain/personal-data/personal-data.server";
import { civilDateAt } from "~/shared/civil-time";
import { timeLeft } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { ComplaintPage } from "./complaint-page";
import { Progress } from "./progress";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(
    matches,
    data === undefined
      ? "Page not found"
      : data.progress
        ? "Your complaint"
        : "Complain about how your data is used",
  );

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { contactName, contactEmail } = readPartnership(visit);
    const reference = visit.url.searchParams.get("reference");
    return {
      contact: { name: contactName, email: contactEmail },
      today: civilDateAt(visit.clock.now()),
      known: { name: visit.person?.name ?? "", email: visit.person?.email ?? "" },
      progress: reference === null ? null : readComplaintProgress(visit, reference),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const read = readForm(posted, complaintForm);
    if (!read.ok) return showAgain(read.form);
    const taken = await args.context.limits.take("complaintsFromClient", args.context.address);
    if (!taken.ok) {
      const wait = timeLeft(0, taken.retryAfterSeconds * 1000);
      const advice = `Wait ${wait} before you send another complaint, or write to us by email`;
      return showAgain(formWith(posted, { "": advice }), 429);
    }
    const { reference } = receiveComplaint(visit, read.value);
    throw redirect(paths.complaint(reference), 303);
  });

export default function ComplaintRoute() {
  const { progress, ...page } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (progress) return <Progress progress={progress} today={page.today} contact={page.contact} />;
  return <ComplaintPage known={page.known} contact={page.contact} form={sent?.form} />;
}
