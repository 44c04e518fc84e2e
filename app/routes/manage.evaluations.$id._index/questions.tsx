// The questions of a set under the headings that learners see, each with its scale or its answers.
import { EmptyState } from "~/components/empty-state";
import { SubmitButton } from "~/components/submit-button";
import { Table } from "~/components/table";
import type { KeptItem } from "~/domain/evaluations/evaluations";
import { inOrder } from "~/web/evaluation-items";
import { paths } from "~/web/paths";
import { kindNames, scaleInWords } from "~/web/question-set-words";
import type { SetPage } from "./route";

export function Questions({ page: { set, isDraft } }: { page: SetPage }) {
  if (set.items.length === 0)
    return (
      <EmptyState
        title="There are no questions in it yet"
        text="Add one that has been asked elsewhere, or write a new one."
      />
    );
  return (
    <form method="post" action={paths.manageInstrument(set.id)} noValidate>
      {inOrder(set.stage, set.items).map(([heading, items]) => (
        <Table
          key={heading}
          caption={heading}
          dense
          columns={[
            { key: "wording", heading: "Question" },
            { key: "answers", heading: "Answers" },
            ...(isDraft
              ? [
                  { key: "change", heading: "Change", headingHidden: true },
                  { key: "move", heading: "Order", headingHidden: true },
                ]
              : []),
          ]}
          rows={items.map((item, index) => ({
            id: item.id,
            cells: {
              wording: item.wording,
              answers: <Answers item={item} />,
              change: isDraft && <Change item={item} setId={set.id} />,
              move: isDraft && <Move item={item} first={index === 0} last={index === items.length - 1} />,
            },
          }))}
        />
      ))}
    </form>
  );
}

export function Answers({ item }: { item: KeptItem }) {
  if (item.options.length === 0) return scaleInWords(item) || kindNames[item.kind].name;
  return (
    <ol className="govuk-list govuk-list--number">
      {item.options.map(({ text, right }) => (
        <li key={text}>
          {text} {right && <strong>(right)</strong>}
        </li>
      ))}
    </ol>
  );
}

function Change({ item, setId }: { item: KeptItem; setId: string }) {
  return (
    <>
      <a className="govuk-link" href={paths.changeItem(setId, item.id)}>
        Change<span className="govuk-visually-hidden"> “{item.wording}”</span>
      </a>{" "}
      <SubmitButton name="remove" value={item.id} variant="secondary" hidden={`“${item.wording}”`}>
        Take out
      </SubmitButton>
    </>
  );
}

function Move({ item, first, last }: { item: KeptItem; first: boolean; last: boolean }) {
  return (
    <>
      {!first && (
        <SubmitButton name="up" value={item.id} variant="secondary" hidden={`“${item.wording}”`}>
          Up
        </SubmitButton>
      )}{" "}
      {!last && (
        <SubmitButton name="down" value={item.id} variant="secondary" hidden={`“${item.wording}”`}>
          Down
        </SubmitButton>
      )}
    </>
  );
}
