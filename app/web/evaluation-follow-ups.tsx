// What became of each commitment: asked of the learner weeks later, and of their manager.
import { InsetText } from "~/components/inset-text";
import {
  evidenceInWords,
  followUpField,
  outcomesInWords,
  viewsInWords,
} from "~/domain/evaluations/evaluations";
import type { FormState } from "~/shared/form-state";
import { counted } from "~/shared/format";
import { OneOrNone } from "./evaluation-item";

/** A commitment as its maker wrote it. */
export type CommitmentMade = { id: string; what: string; byWhen: string | null; withWhom: string | null };

type Asking = { made: CommitmentMade[]; form?: FormState };

const choicesOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Their fields in the order of the page. */
export const followUpFields = (made: CommitmentMade[], by: "learner" | "manager") =>
  made.flatMap(({ id }) =>
    (by === "manager" ? (["seen"] as const) : (["outcome", "evidence", "opportunity"] as const)).map((part) =>
      followUpField(id, part),
    ),
  );

export function FollowUps({ made, form }: Asking) {
  if (made.length === 0) return null;
  return (
    <section className="app-questions">
      <h2 className="govuk-heading-m">What became of what you said you would do?</h2>
      <p className="govuk-body">
        At the end of the training you wrote down {counted(made.length, "thing")}. Say how{" "}
        {made.length === 1 ? "it stands" : "they stand"} now: “not yet” is as useful an answer as “done”.
      </p>
      {made.map((one, index) => (
        <section key={one.id}>
          <Written commitment={one} number={index + 1} of={made.length} />
          <OneOrNone
            name={followUpField(one.id, "outcome")}
            label="How does it stand?"
            items={choicesOf(outcomesInWords)}
            form={form}
          />
          <OneOrNone
            name={followUpField(one.id, "evidence")}
            label="If it is done, or partly: where could somebody see it?"
            items={choicesOf(evidenceInWords)}
            form={form}
          />
          <OneOrNone
            name={followUpField(one.id, "opportunity")}
            label="Have you had an opportunity to do it?"
            items={[
              { value: "yes", label: "Yes" },
              { value: "no", label: "No" },
            ]}
            form={form}
          />
        </section>
      ))}
    </section>
  );
}

export function WhatLineManagerSaw({ made, form, learnerName }: Asking & { learnerName: string }) {
  if (made.length === 0) return null;
  return (
    <section className="app-questions">
      <h2 className="govuk-heading-m">
        What <bdi>{learnerName}</bdi> said they would do
      </h2>
      {made.map((one, index) => (
        <section key={one.id}>
          <Written commitment={one} number={index + 1} of={made.length} />
          <OneOrNone
            name={followUpField(one.id, "seen")}
            label="Have you seen it done?"
            items={choicesOf(viewsInWords)}
            form={form}
          />
        </section>
      ))}
    </section>
  );
}

function Written({ commitment, number, of }: { commitment: CommitmentMade; number: number; of: number }) {
  return (
    <>
      <h3 className="govuk-heading-s">{of === 1 ? "What was written" : `Number ${number}`}</h3>
      <InsetText>
        <span className="app-line">
          <bdi>{commitment.what}</bdi>
        </span>
        {commitment.byWhen && (
          <span className="app-line">
            By when: <bdi>{commitment.byWhen}</bdi>
          </span>
        )}
        {commitment.withWhom && (
          <span className="app-line">
            With: <bdi>{commitment.withWhom}</bdi>
          </span>
        )}
      </InsetText>
    </>
  );
}
