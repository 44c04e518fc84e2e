// One course: what it is, what it asks of those who book, its sessions; put it on offer or withdraw it.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ButtonLink } from "~/components/button-link";
import { ErrorSummary } from "~/components/error-summary";
import { NotificationBanner } from "~/components/notification-banner";
import { Tag } from "~/components/tag";
import { rulesInWords } from "~/domain/catalogue/catalogue";
import {
  listCoursesAskingFor,
  listManagedSessions,
  offerCourse,
  readBookingRules,
  readCourse,
  readCourseDetails,
  withdrawCourse,
} from "~/domain/catalogue/catalogue.server";
import { counted } from "~/shared/format";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { About } from "./about";
import { Sessions } from "./course-sessions";
import { Offer } from "./offer";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.course.title ?? "Page not found");

const doneInWords: Record<string, string> = {
  added: "The course is added",
  changed: "The course is changed",
  offered: "The course is on offer",
  withdrawn: "The course is withdrawn",
};

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { id, ...course } = readCourse(visit, args.params.slug ?? "");
    const rules = readBookingRules(visit, id);
    const terms = course.boards.find(({ code }) => code === rules.termsBoardCode) ?? course.boards[0];
    return {
      course,
      rules: rulesInWords(rules),
      termsOf: terms?.name ?? null,
      sessions: listManagedSessions(visit, id),
      askers: listCoursesAskingFor(visit, id),
      done: doneIn(doneInWords, visit.url.searchParams),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const slug = args.params.slug ?? "";
    const { courseId } = readCourseDetails(visit, slug);
    const posted = await args.request.formData();
    const intent = posted.get("intent");
    if (intent === "offer") {
      offerCourse(visit, courseId);
      throw redirect(paths.manageCourse(slug, { done: "offered" }));
    }
    if (intent !== "withdraw") return showAgain(formWith(posted, { "": "Choose what to do" }));
    const withdrawn = withdrawCourse(visit, courseId);
    if (!withdrawn.ok) {
      const left = counted(withdrawn.reason.toCome, "session");
      const message = `The course has ${left} to come that people can book or have booked. Call off or wait for ${withdrawn.reason.toCome === 1 ? "it" : "them"} before you withdraw the course`;
      return showAgain(formWith(posted, { "": message }));
    }
    throw redirect(paths.manageCourse(slug, { done: "withdrawn" }));
  });

export type CoursePage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ManageCourse() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { course, done } = page;
  return (
    <>
      <BackLink href={paths.manageCourses()} text="Courses" />
      <ErrorSummary form={form} />
      {done && !form && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-xl">{course.title}</h1>
      {!course.offered && (
        <p className="govuk-body">
          <Tag colour="grey">Not on offer</Tag> Nobody finds it in the catalogue.
        </p>
      )}
      <div className="govuk-button-group">
        {course.offered && <ButtonLink href={paths.manageSchedule()}>Schedule a session</ButtonLink>}
        <a className="govuk-link" href={paths.manageCourseEdit(course.slug)}>
          Change the course
        </a>
        <a className="govuk-link" href={paths.course(course.slug)}>
          See it as everyone does
        </a>
      </div>
      <Sessions page={page} />
      <About page={page} />
      <Offer course={course} />
    </>
  );
}
