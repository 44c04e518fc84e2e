// Two accounts of one person become one: find the other, compare them, merge, and see what moved.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { recordView } from "~/domain/audit/audit.server";
import {
  findOtherAccounts,
  mergePeople,
  previewMerge,
  readMerged,
  readMergeSide,
} from "~/domain/personal-data/personal-data.server";
import { NotFound } from "~/shared/problems";
import { enter, type SignedInVisit } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { Compare } from "./compare";
import { Find } from "./find";
import { refusalInWords } from "./merge-words";
import { Moved } from "./moved";

export const handle = { access: ["admin"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? (data.merged ? "Accounts merged" : "Merge two accounts") : "Page not found");

/** Which of the two stays: this page's account, unless the other is asked for. */
const idsFrom = (id: string, other: string, keep: string | null) =>
  keep === other ? { fromId: id, intoId: other } : { fromId: other, intoId: id };

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const id = args.params.id ?? "";
    const person = readMergeSide(visit, id);
    const query = visit.url.searchParams;
    recordView(visit, id);
    const nothing = { person, merged: null, preview: null, found: null, q: "" };
    const mergedFrom = query.get("merged");
    if (mergedFrom !== null) {
      const merged = readMerged(visit, { fromId: mergedFrom, intoId: id });
      if (!merged) throw new NotFound("merge");
      return { ...nothing, merged };
    }
    const other = query.get("with");
    if (other !== null) {
      const preview = previewMerge(visit, idsFrom(id, other, query.get("keep")));
      recordView(visit, other);
      return { ...nothing, preview };
    }
    // Someone with two accounts often has the same name in both.
    const q = query.get("q")?.trim() || person.name;
    return { ...nothing, q, found: findOtherAccounts(visit, { personId: id, q }) };
  });

const confirmation = z.object({
  sure: z.literal("yes", { error: "Confirm that both accounts belong to the same person" }),
});

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) =>
    merge(visit, args.params.id ?? "", await args.request.formData()),
  );

function merge(visit: SignedInVisit, id: string, posted: FormData) {
  const query = visit.url.searchParams;
  const ids = idsFrom(id, query.get("with") ?? "", query.get("keep"));
  const read = readForm(posted, confirmation);
  if (!read.ok) return showAgain(read.form);
  const merged = mergePeople(visit, ids);
  if (!merged.ok) return showAgain(formWith(posted, { "": refusalInWords[merged.reason] }));
  throw redirect(paths.adminMerge(ids.intoId, { merged: ids.fromId }), 303);
}

export type MergePage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function MergeRoute() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { person, merged, preview } = page;
  return (
    <>
      <BackLink
        href={preview ? paths.adminMerge(person.personId) : paths.adminPerson(person.personId)}
        text={preview ? "Find another account" : person.name}
      />
      <ErrorSummary form={form} order={["sure"]} />
      {merged ? (
        <Moved person={person} merged={merged} />
      ) : preview ? (
        <Compare person={person} preview={preview} form={form} />
      ) : (
        <Find page={page} />
      )}
    </>
  );
}
