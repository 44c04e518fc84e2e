// The questions of an evaluation under a heading for each kind, in the order in which the kinds first come.
import type { Item, Stage } from "~/domain/evaluations/evaluations";
import type { FormState } from "~/shared/form-state";
import { groupBy } from "~/shared/group-by";
import { EvaluationItem } from "./evaluation-item";

const headings: Record<Item["kind"], string> = {
  confidence: "How confident are you now?",
  recalled: "Looking back to before the training",
  scenario: "What would you do?",
  reaction: "About the training",
  choice: "About the training",
  text: "In your own words",
};

type Kind = Pick<Item, "kind">;
const headingOf = (stage: Stage, { kind }: Kind) =>
  stage === "M" && (kind === "choice" || kind === "reaction") ? "What you have seen" : headings[kind];

/** The items as the form shows them: those under one heading together. */
export const inOrder = <One extends Kind>(
  stage: Stage,
  items: readonly One[],
): [heading: string, items: One[]][] => [...groupBy(items, (item) => headingOf(stage, item))];

export function EvaluationItems({ stage, items, form }: { stage: Stage; items: Item[]; form?: FormState }) {
  return inOrder(stage, items).map(([heading, under]) => (
    <section key={heading} className="app-questions">
      <h2 className="govuk-heading-m">{heading}</h2>
      {under.map((item) => (
        <EvaluationItem key={item.id} item={item} form={form} quotable={stage !== "M"} />
      ))}
    </section>
  ));
}
