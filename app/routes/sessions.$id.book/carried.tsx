// The answers given so far ride along as hidden fields.
import {
  courseInstrumentField,
  fieldOf,
  instrumentField,
  quoteFieldOf,
} from "~/domain/evaluations/evaluations";
import { type FormState, typed } from "~/shared/form-state";
import type { BookingPage } from "./page-data.server";
import { doneField, saidField } from "./questions-asked";

export function Carried({ page, form }: { page: BookingPage; form: FormState }) {
  const names = [
    ...(page.modes.length > 1 ? ["mode"] : []),
    "accessNeeds",
    ...(page.asksFood ? ["dietaryNeeds"] : []),
    ...(page.asksManager ? ["lineManagerEmail"] : []),
    ...page.unmet.flatMap(({ id }) => [doneField(id), saidField(id)]),
    ...page.items.map(fieldOf),
    ...page.items.filter(({ kind }) => kind === "text").map(quoteFieldOf),
  ];
  return (
    <>
      <QuestionsShown page={page} />
      {names.map((name) => (
        <input key={name} type="hidden" name={name} value={typed(form, name)} />
      ))}
    </>
  );
}

/** Which versions of the questions the answers are to. */
export function QuestionsShown({ page: { asked } }: { page: Pick<BookingPage, "asked"> }) {
  return (
    <>
      <input type="hidden" name={instrumentField} value={asked.id} />
      <input type="hidden" name={courseInstrumentField} value={asked.courseInstrumentId ?? ""} />
    </>
  );
}
