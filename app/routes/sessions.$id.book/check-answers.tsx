// Booking, second page: check, change, confirm. The answers ride along as hidden fields.
import { ErrorSummary } from "~/components/error-summary";
import { SubmitButton } from "~/components/submit-button";
import { SummaryList } from "~/components/summary-list";
import { fieldOf } from "~/domain/evaluations/evaluations";
import { type FormState, typed } from "~/shared/form-state";
import { paths } from "~/web/paths";
import { SessionDates } from "~/web/session-result";
import type { BookingPage } from "./route";

export function CheckAnswers({ page, form }: { page: BookingPage; form: FormState }) {
  const needs = [
    { name: "accessNeeds", key: "Access needs" },
    ...(page.asksFood ? [{ name: "dietaryNeeds", key: "Dietary needs" }] : []),
  ];
  const answered = page.full ? [] : page.items;
  return (
    <>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Check your answers</h1>
      <form method="post" action={paths.book(page.sessionId)}>
        {[...needs.map(({ name }) => name), ...page.items.map(fieldOf)].map((name) => (
          <input key={name} type="hidden" name={name} value={typed(form, name)} />
        ))}
        <input type="hidden" name="if-full" value={page.full ? "wait" : "refuse"} />
        <SummaryList
          rows={[
            { key: "Course", value: page.courseTitle },
            { key: "When", value: <SessionDates dates={page.dates} /> },
            { key: "Where", value: page.where },
            { key: "Name", value: page.person.name },
            { key: "Agency", value: page.person.agencyName },
            ...needs.map(({ name, key }) => ({ key, value: typed(form, name) || "None" })),
            ...answered.map((item) => ({
              key: item.wording,
              value: answerInWords(typed(form, fieldOf(item)), item.highest),
            })),
          ]}
        />
        <SubmitButton name="step" value="confirm">
          {page.full ? "Join the waiting list" : "Confirm booking"}
        </SubmitButton>{" "}
        <SubmitButton name="step" value="change" variant="secondary">
          Change answers
        </SubmitButton>
      </form>
    </>
  );
}

const answerInWords = (value: string, highest: number) =>
  value === "" ? "Left blank" : `${value} out of ${highest}`;
