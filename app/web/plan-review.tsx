// What a change of a session comes to, before it is made: what differs, who is told, and what stands in its way.
import { BackLink } from "~/components/back-link";
import { InsetText } from "~/components/inset-text";
import { SubmitButton } from "~/components/submit-button";
import { Table } from "~/components/table";
import type { PlanChange } from "~/domain/notifications/notifications";
import type { Clash } from "~/domain/sessions/sessions.server";
import type { FormState } from "~/shared/form-state";
import { counted, listed, longDate } from "~/shared/format";
import { paths } from "./paths";

export type Review = {
  rows: { field: string; before: string; after: string }[];
  changed: PlanChange[];
  /** How many people who have booked, and how many trainers, would be told. */
  told: number;
  trainers: number;
  clashes: Clash[];
  /** Dates that are no working days. */
  daysOff: string[];
};

type Props = { review: Review; form: FormState; action: string; back: string; title: string; course: string };

export function PlanReview({ review, form, action, back, title, course }: Props) {
  const hidden = Object.entries(form.values).filter(([name]) => name !== "intent");
  return (
    <>
      <BackLink href={back} text="Leave it as it is" />
      <h1 className="govuk-heading-xl">
        <span className="govuk-caption-xl">{course}</span>
        {title}
      </h1>
      <Table
        caption="What changes"
        columns={[
          { key: "field", heading: "What" },
          { key: "before", heading: "Before" },
          { key: "after", heading: "After" },
        ]}
        rows={review.rows.map((row) => ({
          id: row.field,
          cells: { ...row, field: row.field.charAt(0).toUpperCase() + row.field.slice(1) },
        }))}
      />
      <Warnings clashes={review.clashes} daysOff={review.daysOff} />
      <p className="govuk-body">{whoIsTold(review)}</p>
      <form method="post" action={action} noValidate>
        {hidden.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={Array.isArray(value) ? value[0] : value} />
        ))}
        <div className="govuk-button-group">
          <SubmitButton name="intent" value="save">
            {review.told > 0 ? `Save and tell ${counted(review.told, "person", "people")}` : "Save"}
          </SubmitButton>
          <SubmitButton name="intent" value="again" variant="secondary">
            Change something
          </SubmitButton>
        </div>
      </form>
    </>
  );
}

function whoIsTold({ told, trainers, changed }: Pick<Review, "told" | "trainers" | "changed">): string {
  if (told === 0 && trainers === 0) return "Nobody needs to be told.";
  const whom = [
    told > 0 && `${counted(told, "person", "people")} who booked`,
    trainers > 0 && counted(trainers, "trainer"),
  ].filter((words) => words !== false);
  const calendar = changed.includes("when") || changed.includes("where");
  return `We email ${listed(whom)}, each about their own place${calendar && told > 0 ? ", with a calendar update for those who have one" : ""}.`;
}

export function Warnings({ clashes, daysOff }: Pick<Review, "clashes" | "daysOff">) {
  if (clashes.length === 0 && daysOff.length === 0) return null;
  return (
    <InsetText>
      <p className="govuk-body govuk-!-font-weight-bold">Please check</p>
      <ul className="govuk-list govuk-list--bullet">
        {daysOff.map((date) => (
          <li key={date}>{longDate(date)} is a weekend or a bank holiday.</li>
        ))}
        {clashes.map((clash) => (
          <li key={`${clash.kind} ${clash.sessionId} ${clash.name ?? ""}`}>
            {clashInWords(clash)}{" "}
            <a className="govuk-link" href={paths.manageSession(clash.sessionId)}>
              {clash.courseTitle}, {longDate(clash.date)}
            </a>
          </li>
        ))}
      </ul>
    </InsetText>
  );
}

function clashInWords({ kind, name }: Clash): string {
  if (kind === "trainer") return `${name} teaches at that time:`;
  return kind === "room"
    ? "The room is taken at that time:"
    : "The same venue is used at that time, check the rooms:";
}
