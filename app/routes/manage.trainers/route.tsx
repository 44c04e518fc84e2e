// The training pool: who may teach what and until when; take someone in, and approve them for a course.
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
import { findPersonByEmail, listCourseNames } from "~/domain/bookings/bookings.server";
import { addTrainer, approveTrainer, listPool } from "~/domain/trainers/trainers.server";
import { addMonths, civilDateAt } from "~/shared/civil-time";
import { typed } from "~/shared/form-state";
import { doneIn } from "~/web/done";
import { enter, type SignedInVisit } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { AddForm } from "./add-form";
import { ApproveForm } from "./approve-form";
import { Pool } from "./pool";
import {
  addForm,
  addRefusals,
  approveForm,
  approveRefusals,
  doneInWords,
  readUntil,
  untilMissing,
} from "./pool-forms";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Training pool");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const today = civilDateAt(visit.clock.now());
    const pool = listPool(visit);
    const asked = visit.url.searchParams.get("person") ?? "";
    return {
      today,
      soon: addMonths(today, 3),
      pool,
      courses: listCourseNames(visit).map(({ id, title }) => ({ id, title })),
      chosen: pool.some((trainer) => trainer.personId === asked) ? asked : "",
      done: doneIn(doneInWords, visit.url.searchParams),
    };
  });

const here = paths.manageTrainers();

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    return posted.get("intent") === "approve" ? approve(visit, posted) : add(visit, posted);
  });

function add(visit: SignedInVisit, posted: FormData) {
  const read = readForm(posted, addForm);
  if (!read.ok) return showAgain(read.form);
  const personId = findPersonByEmail(visit, read.value.email)?.id ?? "";
  const joinedOn = civilDateAt(visit.clock.now());
  const added = addTrainer(visit, { personId, kind: read.value.kind, joinedOn });
  if (!added.ok) return showAgain(formWith(posted, { email: addRefusals[added.reason] }));
  throw redirect(`${here}?done=added&person=${encodeURIComponent(personId)}`);
}

function approve(visit: SignedInVisit, posted: FormData) {
  const read = readForm(posted, approveForm(listCourseNames(visit).map((course) => course.id)));
  const until = readUntil(posted);
  if (!read.ok || until === null) {
    const form = read.ok ? formWith(posted, {}) : read.form;
    if (until === null) form.errors.until = [untilMissing];
    return showAgain(form);
  }
  const approved = approveTrainer(visit, { ...read.value, until });
  if (!approved.ok) return showAgain(formWith(posted, approveRefusals[approved.reason]));
  throw redirect(`${here}?done=approved`);
}

export type PoolPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function TrainingPool() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const approving = typed(form, "intent") === "approve";
  return (
    <>
      <BackLink href={paths.manage()} text="Manage" />
      <ErrorSummary form={form} order={["email", "kind", "personId", "courseId", "until"]} />
      {page.done && !form && <NotificationBanner kind="success" text={page.done} />}
      <h1 className="govuk-heading-xl">Training pool</h1>
      <Pool page={page} />
      <ApproveForm page={page} form={approving ? form : undefined} />
      <AddForm form={approving ? undefined : form} />
    </>
  );
}
