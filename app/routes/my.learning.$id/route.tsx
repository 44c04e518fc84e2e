// One piece of learning elsewhere: what I told, what came of it, and the form to put it right and send it again.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { listCompetencies } from "~/domain/catalogue/catalogue.server";
import { readOwnLearning, submitLearning, takeBackLearning } from "~/domain/certificates/certificates.server";
import { enter, type SignedInVisit } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { learningFields, readLearning, submitRefusals } from "~/web/learning-form.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { ChangeForm } from "./change-form";
import { WhatWasTold } from "./what-was-told";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.learning.title ?? "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({
    learning: readOwnLearning(visit, args.params.id ?? ""),
    competencies: listCompetencies(visit).map(({ id, name }) => ({ id, name })),
    order: learningFields,
  }));

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const { id } = readOwnLearning(visit, args.params.id ?? "");
    const posted = await args.request.formData();
    return posted.get("intent") === "take back" ? takeBack(visit, id, posted) : change(visit, id, posted);
  });

function change(visit: SignedInVisit, id: string, posted: FormData) {
  const read = readLearning(posted);
  if (!read.ok) return showAgain(read.form);
  const submitted = submitLearning(visit, { ...read.told, id });
  if (!submitted.ok) return showAgain(formWith(posted, submitRefusals[submitted.reason]));
  throw redirect(paths.myLearning("sent"), 303);
}

function takeBack(visit: SignedInVisit, id: string, posted: FormData) {
  const taken = takeBackLearning(visit, id);
  if (!taken.ok) return showAgain(formWith(posted, submitRefusals[taken.reason]));
  throw redirect(paths.myLearning("taken-back"), 303);
}

export type LearningPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function OneLearning() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.myLearning()} text="Learning elsewhere" />
        <ErrorSummary form={form} order={page.order} />
        <h1 className="govuk-heading-xl">
          <bdi>{page.learning.title}</bdi>
        </h1>
        <WhatWasTold learning={page.learning} />
        {page.learning.state !== "accepted" && <ChangeForm page={page} form={form} />}
      </div>
    </div>
  );
}
