// Puts the course on offer, or withdraws it.
import { SubmitButton } from "~/components/submit-button";
import { paths } from "~/web/paths";
import type { CoursePage } from "./route";

export function Offer({ course }: Pick<CoursePage, "course">) {
  return (
    <form method="post" action={paths.manageCourse(course.slug)} noValidate className="app-no-print">
      <h2 className="govuk-heading-m">{course.offered ? "Withdraw the course" : "Put it on offer"}</h2>
      <p className="govuk-body">
        {course.offered
          ? "Nobody will find it any more, and no session of it can be scheduled. Its page, its records and its figures stay."
          : "Everyone will find it in the catalogue, and sessions of it can be scheduled."}
      </p>
      {course.offered ? (
        <SubmitButton variant="warning" name="intent" value="withdraw">
          Withdraw the course
        </SubmitButton>
      ) : (
        <SubmitButton name="intent" value="offer" variant="secondary">
          Put the course on offer
        </SubmitButton>
      )}
    </form>
  );
}
