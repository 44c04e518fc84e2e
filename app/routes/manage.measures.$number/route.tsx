// A practice measure: its figures month by month, and what it is.
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
import { SubmitButton } from "~/components/submit-button";
import {
  changePracticeMeasure,
  listPracticeMeasures,
  writeMeasurePoint,
} from "~/domain/impact/impact.server";
import { typed } from "~/shared/form-state";
import { NotFound } from "~/shared/problems";
import { doneIn } from "~/web/done";
import { enter, type SignedInVisit } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { measureChoices } from "~/web/measure-choices.server";
import { MeasureFields } from "~/web/measure-fields";
import {
  measureFieldOrder,
  measureForm,
  pointFieldOrder,
  pointForm,
  pointRefusals,
} from "~/web/measure-forms";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { Points } from "./points";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? data.measure.name : "Page not found");

const doneInWords = {
  added: "The measure is added. Enter its figures next",
  saved: "The measure is saved",
  written: "The figures are saved",
};

function measureNumbered(visit: SignedInVisit, number: string | undefined) {
  const measure = listPracticeMeasures(visit).find((one) => one.number === number);
  if (!measure) throw new NotFound("practice measure");
  return measure;
}

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { training: _training, ...measure } = measureNumbered(visit, args.params.number);
    const period = visit.url.searchParams.get("month");
    return {
      measure,
      /** The month whose figures are being put right. */
      changing: measure.points.find((point) => point.period === period) ?? null,
      choices: measureChoices(visit),
      done: doneIn(doneInWords, visit.url.searchParams),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const { number } = measureNumbered(visit, args.params.number);
    const posted = await args.request.formData();
    if (posted.get("intent") === "write") {
      const read = readForm(posted, pointForm);
      if (!read.ok) return showAgain(read.form);
      const written = writeMeasurePoint(visit, { number, ...read.value });
      if (!written.ok) return showAgain(formWith(posted, pointRefusals[written.reason]));
      throw redirect(paths.manageMeasure(number, { done: "written" }));
    }
    const read = readForm(posted, measureForm);
    if (!read.ok) return showAgain(read.form);
    changePracticeMeasure(visit, { number, ...read.value });
    throw redirect(paths.manageMeasure(number, { done: "saved" }));
  });

export type MeasurePage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Measure() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { measure, choices, done } = page;
  const writing = typed(form, "intent") === "write";
  return (
    <>
      <BackLink href={paths.manageMeasures()} text="Practice measures" />
      <ErrorSummary form={form} order={[...pointFieldOrder, ...measureFieldOrder]} />
      {done && !form && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-xl">{measure.name}</h1>
      <Points page={page} form={writing ? form : undefined} />
      <h2 className="govuk-heading-m">The measure</h2>
      <form method="post" action={paths.manageMeasure(measure.number)} noValidate>
        <MeasureFields form={writing ? undefined : form} now={measure} choices={choices} />
        <SubmitButton name="intent" value="save" variant="secondary">
          Save measure
        </SubmitButton>
      </form>
    </>
  );
}
