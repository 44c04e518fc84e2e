// The fields of the form from top to bottom, for the list of what to put right.
import { fieldOf, type Item, lineManagerField, type Stage } from "~/domain/evaluations/evaluations";
import { commitmentFields } from "./evaluation-commitments";
import { type CommitmentMade, followUpFields } from "./evaluation-follow-ups";
import { inOrder } from "./evaluation-items";

export const fieldsInOrder = ({
  stage,
  items,
  commitments,
}: {
  stage: Stage;
  items: Item[];
  commitments: CommitmentMade[];
}) => [
  ...followUpFields(commitments, stage === "M" ? "manager" : "learner"),
  ...inOrder(stage, items).flatMap(([, under]) => under.map(fieldOf)),
  ...(stage === "T2" ? commitmentFields : []),
  lineManagerField,
];
