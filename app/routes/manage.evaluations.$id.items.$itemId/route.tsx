// A question of a draft in other words; one that has been asked becomes a new version, and the page says what that costs.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { WarningText } from "~/components/warning-text";
import type { KeptSet } from "~/domain/evaluations/evaluations";
import { type ChangeItemRefusal, changeItem, readSet } from "~/domain/evaluations/evaluations.server";
import { NotFound } from "~/shared/problems";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { ItemFields } from "~/web/item-fields";
import { faultsInWords, itemFieldOrder, readItemWords } from "~/web/item-form";
import { paths } from "~/web/paths";
import { kindNames, publishedMeanwhile, stageNames } from "~/web/question-set-words";
import { pageTitle } from "~/web/title";
import { warningOf } from "./words";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? "Change a question" : "Page not found");

/** @throws NotFound */
function itemIn({ items }: KeptSet, itemId = "") {
  const item = items.find(({ id }) => id === itemId);
  if (!item) throw new NotFound("question");
  return item;
}

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const set = readSet(visit, args.params.id ?? "");
    if (set.publishedAt !== null) throw new NotFound("draft");
    return { id: set.id, stage: set.stage, item: itemIn(set, args.params.itemId) };
  });

function refusalInWords(reason: ChangeItemRefusal): Record<string, string> {
  if (typeof reason !== "string") {
    const { name } = stageNames[reason.rewordedAt];
    return {
      "": `The draft of “${name}” has this question in other words already. Publish or discard that draft first`,
    };
  }
  return reason === "published" ? { "": publishedMeanwhile } : faultsInWords[reason];
}

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const set = readSet(visit, args.params.id ?? "");
    const item = itemIn(set, args.params.itemId);
    const posted = await args.request.formData();
    const read = readItemWords(posted, item.kind);
    if (!read.ok) return showAgain(formWith(posted, read.errors));
    const changed = changeItem(visit, { instrumentId: set.id, itemId: item.id, ...read.words });
    if (!changed.ok) return showAgain(formWith(posted, refusalInWords(changed.reason)));
    throw redirect(paths.manageInstrument(set.id, "reworded"));
  });

export default function ChangeItem() {
  const { id, stage, item } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.manageInstrument(id)} text={stageNames[stage].name} />
      <ErrorSummary form={form} order={itemFieldOrder} />
      <h1 className="govuk-heading-l">Change a question</h1>
      <p className="govuk-body">{kindNames[item.kind].name}</p>
      {item.out ? (
        <WarningText>{warningOf(item)}</WarningText>
      ) : (
        <p className="govuk-body">Nobody has been asked this question yet, so changing it costs nothing.</p>
      )}
      <ItemFields
        action={paths.changeItem(id, item.id)}
        kind={item.kind}
        initial={item}
        outcomes={[]}
        send="Save the question"
        form={form}
      />
    </>
  );
}
