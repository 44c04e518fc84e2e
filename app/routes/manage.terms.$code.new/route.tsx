// A new version of a board's terms: filled in from those that hold, read in words, then saved.
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { DateField } from "~/components/date-field";
import { ErrorSummary } from "~/components/error-summary";
import { SubmitButton } from "~/components/submit-button";
import { listAgencies } from "~/domain/accounts/accounts.server";
import { type TermsPart, termsInWords } from "~/domain/terms/terms";
import { listTerms, type SetTermsRefusal, setTerms } from "~/domain/terms/terms.server";
import type { FormState } from "~/shared/form-state";
import { longDate } from "~/shared/format";
import { NotFound } from "~/shared/problems";
import { enter, type SignedInVisit } from "~/web/enter.server";
import { formWith } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { NotComingFields, NoticeFields, RateFields } from "./charge-fields";
import { WaitingFields } from "./place-fields";
import { Preview } from "./preview";
import { readVersion } from "./read-version.server";
import { fieldOrder, valuesOf } from "./terms-form";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, page ? `New terms for ${page.board.name}` : "Page not found");

/** The board, the kinds of agency there are, and the terms that a new version begins with: the latest there are. */
function boardOf(visit: SignedInVisit, code = "") {
  const terms = listTerms(visit).find(({ board }) => board.code === code);
  if (!terms) throw new NotFound("board");
  const { rules } = terms.coming.at(-1) ?? terms.now;
  const named = [...rules.sectorRates.map(({ sector }) => sector), ...rules.exempt.sectors];
  const sectors = [...new Set([...listAgencies(visit).map(({ sector }) => sector), ...named])].sort();
  return { board: { code: terms.board.code, name: terms.board.name }, rules, sectors };
}

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { board, rules, sectors } = boardOf(visit, args.params.code);
    return { board, sectors, initial: valuesOf(rules, sectors) };
  });

const refusals: Record<SetTermsRefusal, Record<string, string>> = {
  "in the past": { from: "Enter today or a day to come" },
  "nothing changed": { "": "These are the latest terms already: nothing is different" },
};

type Read = { from: string; parts: TermsPart[] };
const shown = (form: FormState, preview: Read | null = null, status = 200) =>
  data({ form, preview }, { status });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const { board, sectors } = boardOf(visit, args.params.code);
    const posted = await args.request.formData();
    const form = formWith(posted, {});
    if (posted.get("intent") === "change") return shown(form);
    const read = readVersion(posted, sectors, visit.clock.now());
    if (!read.ok) return shown(read.form, null, 400);
    const { rules, from, inForceFrom } = read;
    if (posted.get("intent") !== "save")
      return shown(form, { from: longDate(from), parts: termsInWords(rules) });
    const set = setTerms(visit, { boardCode: board.code, rules, inForceFrom });
    if (!set.ok) return shown(formWith(posted, refusals[set.reason]), null, 400);
    throw redirect(paths.manageTerms({ done: "saved" }));
  });

export default function NewTerms() {
  const { board, sectors, initial } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = answer?.form ?? { values: initial, errors: {} };
  const preview = answer?.preview;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.manageTerms()} text="Terms of booking" />
        {preview ? (
          <Preview board={board} {...preview} form={form} />
        ) : (
          <>
            <ErrorSummary form={form} order={fieldOrder} />
            <h1 className="govuk-heading-xl">New terms for {board.name}</h1>
            <form method="post" action={paths.manageTermsNew(board.code)} noValidate>
              <DateField
                name="from"
                label="From which day do they hold?"
                hint="Today or later. Bookings made before keep the terms they were made under."
                form={form}
              />
              <NoticeFields form={form} />
              <RateFields sectors={sectors} form={form} />
              <NotComingFields form={form} />
              <WaitingFields form={form} />
              <SubmitButton>Check what they say</SubmitButton>
            </form>
          </>
        )}
      </div>
    </div>
  );
}
