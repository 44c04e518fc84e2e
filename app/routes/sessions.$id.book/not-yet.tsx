// Something has to be done first: what, and where to book it.
import { SubmitButton } from "~/components/submit-button";
import { type FormState, typed } from "~/shared/form-state";
import { paths } from "~/web/paths";
import { Carried } from "./carried";
import type { BookingPage } from "./page-data.server";
import { doneField } from "./questions-asked";
import { WhatAndWhen } from "./what-and-when";

export function NotYet({ page, form }: { page: BookingPage; form: FormState }) {
  const missing = page.unmet.filter(({ id }) => typed(form, doneField(id)) === "no");
  return (
    <>
      <h1 className="govuk-heading-l">You need something else first</h1>
      <WhatAndWhen page={page} />
      <ul className="govuk-list govuk-list--bullet">
        {missing.map((one) => (
          <li key={one.id}>
            {one.sentence}
            {one.courseSlug && (
              <>
                {" "}
                <a className="govuk-link" href={paths.course(one.courseSlug)}>
                  Book “{one.name}” instead
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      {missing.some(({ courseSlug }) => courseSlug === null) && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.courses()}>
            Look for a course
          </a>{" "}
          or ask your agency where to do it. Then come back to book this one.
        </p>
      )}
      <form method="post" action={paths.book(page.sessionId)}>
        <Carried page={page} form={form} />
        <SubmitButton name="step" value="change" variant="secondary">
          Change answers
        </SubmitButton>
      </form>
    </>
  );
}
