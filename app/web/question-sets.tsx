// What is asked at each stage now and what is being written, each with its way on.
import { SubmitButton } from "~/components/submit-button";
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import { countedItems, type KeptSet, type Stage, stages } from "~/domain/evaluations/evaluations";
import { counted } from "~/shared/format";
import { paths } from "./paths";
import { sinceInWords, stageNames } from "./question-set-words";

/** A set without its questions. */
export type SetInShort = Pick<KeptSet, "id" | "version" | "publishedAt"> & {
  stage: Stage;
  questions: number;
};

export const inShort = ({ id, stage, version, publishedAt, items }: KeptSet): SetInShort => ({
  id,
  stage,
  version,
  publishedAt,
  questions: countedItems(items),
});

type QuestionSetsProps = {
  caption: string;
  /** Where "Write a new version" posts to, as `draft` with the stage. */
  action: string;
  current: SetInShort[];
  drafts: SetInShort[];
  /** What stands where a stage asks nothing. */
  none: string;
};

export function QuestionSets({ caption, action, current, drafts, none }: QuestionSetsProps) {
  const of = (sets: SetInShort[], stage: Stage) => sets.find((set) => set.stage === stage);
  return (
    <form method="post" action={action} noValidate>
      <Table
        caption={caption}
        columns={[
          { key: "stage", heading: "When" },
          { key: "asked", heading: "Asked now" },
          { key: "next", heading: "Next version" },
        ]}
        rows={stages.map((stage) => ({
          id: stage,
          cells: {
            stage: (
              <>
                {stageNames[stage].name}
                <span className="app-line govuk-hint govuk-!-margin-bottom-0">{stageNames[stage].when}</span>
              </>
            ),
            asked: <Asked set={of(current, stage)} none={none} />,
            next: <Next stage={stage} draft={of(drafts, stage)} />,
          },
        }))}
      />
    </form>
  );
}

function Asked({ set, none }: { set?: SetInShort; none: string }) {
  if (!set) return none;
  return (
    <a className="govuk-link" href={paths.manageInstrument(set.id)}>
      {counted(set.questions, "question")}, {sinceInWords(set)}
      <span className="govuk-visually-hidden">: {stageNames[set.stage].name}</span>
    </a>
  );
}

function Next({ stage, draft }: { stage: Stage; draft?: SetInShort }) {
  const { name } = stageNames[stage];
  if (!draft)
    return (
      <SubmitButton name="draft" value={stage} variant="secondary" hidden={`of ${name}`}>
        Write a new version
      </SubmitButton>
    );
  return (
    <>
      <Tag colour="yellow">Draft</Tag>{" "}
      <a className="govuk-link" href={paths.manageInstrument(draft.id)}>
        Go on with version {draft.version}
        <span className="govuk-visually-hidden"> of {name}</span>
      </a>
    </>
  );
}
