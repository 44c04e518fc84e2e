// Booking, last page but one: check, change, confirm.
import { ErrorSummary } from "~/components/error-summary";
import { InsetText } from "~/components/inset-text";
import { SubmitButton } from "~/components/submit-button";
import { SummaryList } from "~/components/summary-list";
import { fieldOf, type Item } from "~/domain/evaluations/evaluations";
import { modeInWords } from "~/domain/sessions/sessions";
import { type FormState, typed } from "~/shared/form-state";
import { paths } from "~/web/paths";
import { SessionDates } from "~/web/session-result";
import { Carried } from "./carried";
import type { BookingPage } from "./page-data.server";
import { saidField } from "./questions-asked";
import { Terms } from "./terms";
import { whatFollows } from "./what-follows";

export function CheckAnswers({ page, form }: { page: BookingPage; form: FormState }) {
  const { mode, places } =
    page.modes.find((one) => page.modes.length === 1 || one.mode === typed(form, "mode")) ??
    ({ mode: "in person", places: 0 } as const);
  const full = places === 0;
  const follows = whatFollows(page, { full, lineManagerEmail: typed(form, "lineManagerEmail") });
  return (
    <>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Check your answers</h1>
      <form method="post" action={paths.book(page.sessionId)}>
        <Carried page={page} form={form} />
        <input type="hidden" name="if-full" value={full ? "wait" : "refuse"} />
        <SummaryList
          rows={[
            { key: "Course", value: page.courseTitle },
            { key: "When", value: <SessionDates dates={page.dates} /> },
            { key: "Where", value: page.where },
            ...(page.modes.length > 1 ? [{ key: "Your place", value: modeInWords[mode] }] : []),
            { key: "Name", value: page.person.name },
            { key: "Agency", value: page.person.agencyName },
            ...answersOf(page, form, full),
          ]}
        />
        {follows.length > 0 && (
          <InsetText>
            {follows.map((sentence) => (
              <p key={sentence} className="govuk-body">
                {sentence}
              </p>
            ))}
          </InsetText>
        )}
        <Terms terms={page.terms} />
        <SubmitButton name="step" value="confirm">
          {full
            ? "Join the waiting list"
            : page.unmet.length > 0 || page.audience
              ? "Ask for a place"
              : "Confirm booking"}
        </SubmitButton>{" "}
        <SubmitButton name="step" value="change" variant="secondary">
          Change answers
        </SubmitButton>
      </form>
    </>
  );
}

function answersOf(page: BookingPage, form: FormState, full: boolean) {
  return [
    ...page.unmet.map(({ id, name }) => ({ key: `Done: ${name}`, value: typed(form, saidField(id)) })),
    ...(page.asksManager
      ? [{ key: "Line manager’s email address", value: typed(form, "lineManagerEmail") }]
      : []),
    { key: "Access needs", value: typed(form, "accessNeeds") || "None" },
    ...(page.asksFood ? [{ key: "Dietary needs", value: typed(form, "dietaryNeeds") || "None" }] : []),
    // Whoever waits is asked once they have a place.
    ...(full ? [] : page.items).map((item) => ({
      key: item.wording,
      value: answerInWords(typed(form, fieldOf(item)), item),
    })),
  ];
}

function answerInWords(value: string, item: Item): string {
  if (value === "") return "Left blank";
  if (item.kind === "text") return value;
  if ("options" in item)
    return item.options.find(({ position }) => String(position) === value)?.text ?? value;
  return `${value} out of ${item.highest}`;
}
