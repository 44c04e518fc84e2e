// What a course asks of those who book it: who agrees, whom it is for, what comes first, and what the certificate needs.
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
import { listRoleGroups } from "~/domain/accounts/accounts.server";
import { listCourseNames } from "~/domain/bookings/bookings.server";
import { rulesInWords } from "~/domain/catalogue/catalogue";
import {
  addPrerequisite,
  changeBookingRules,
  endPrerequisite,
  listCompetencies,
  readBookingRules,
  readCourse,
} from "~/domain/catalogue/catalogue.server";
import { typed } from "~/shared/form-state";
import { doneIn } from "~/web/done";
import { enter, type SignedInVisit } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { Prerequisites } from "./prerequisites";
import { Preview } from "./preview";
import {
  doneInWords,
  prerequisiteForm,
  prerequisiteRefusal,
  ruleOrder,
  rulesForm,
  rulesRefusals,
  termsBoardFrom,
} from "./rule-forms";
import { RulesForm } from "./rules-form";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Booking rules of ${data.title}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { id, slug, title, boards } = readCourse(visit, args.params.slug ?? "");
    const rules = readBookingRules(visit, id);
    return {
      slug,
      title,
      rules,
      preview: rulesInWords(rules),
      boards: boards.map(({ code, name }) => ({ code, name })),
      work: listRoleGroups(visit).map((group) => ({ id: group.id, name: group.name })),
      courses: listCourseNames(visit)
        .filter((course) => course.id !== id)
        .map((course) => ({ id: course.id, title: course.title })),
      competencies: listCompetencies(visit).map((one) => ({ id: one.id, name: one.name })),
      done: doneIn(doneInWords, visit.url.searchParams),
    };
  });

type Course = ReturnType<typeof readCourse>;

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const course = readCourse(visit, args.params.slug ?? "");
    const posted = await args.request.formData();
    const ending = posted.get("end");
    if (typeof ending === "string") {
      endPrerequisite(visit, { courseId: course.id, prerequisiteId: ending });
      throw redirect(paths.manageBookingRules(course.slug, { done: "ended" }));
    }
    return posted.get("intent") === "prerequisite"
      ? addOne(visit, course, posted)
      : saveRules(visit, course, posted);
  });

function addOne(visit: SignedInVisit, course: Course, posted: FormData) {
  const read = readForm(posted, prerequisiteForm);
  if (!read.ok) return showAgain(read.form);
  const added = addPrerequisite(visit, { courseId: course.id, ...read.value });
  if (!added.ok) return showAgain(formWith(posted, prerequisiteRefusal(read.value.kind, added.reason)));
  throw redirect(paths.manageBookingRules(course.slug, { done: "added" }));
}

function saveRules(visit: SignedInVisit, course: Course, posted: FormData) {
  const read = readForm(posted, rulesForm);
  if (!read.ok) return showAgain(read.form);
  const { termsBoard, ...rules } = read.value;
  const before = readBookingRules(visit, course.id).termsBoardCode;
  const termsBoardCode = termsBoardFrom(termsBoard, before, course.boards);
  const changed = changeBookingRules(visit, { courseId: course.id, ...rules, termsBoardCode });
  if (!changed.ok) return showAgain(formWith(posted, rulesRefusals[changed.reason]));
  throw redirect(paths.manageBookingRules(course.slug, { done: "changed" }));
}

export type RulesPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function BookingRulesPage() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const adding = typed(form, "intent") === "prerequisite";
  return (
    <>
      <BackLink href={paths.manageCourse(page.slug)} text={page.title} />
      <ErrorSummary form={form} order={ruleOrder} />
      {page.done && !form && <NotificationBanner kind="success" text={page.done} />}
      <h1 className="govuk-heading-xl">Booking rules of {page.title}</h1>
      <Preview preview={page.preview} />
      <RulesForm page={page} form={adding ? undefined : form} />
      <Prerequisites page={page} form={adding ? form : undefined} />
    </>
  );
}
