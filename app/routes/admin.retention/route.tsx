// How long each kind of record is kept, what would end now, and ending it; an administrator may change the months.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { NotificationBanner } from "~/components/notification-banner";
import { holds } from "~/domain/context";
import { isRetentionCode, retentionRules } from "~/domain/personal-data/personal-data";
import {
  changeRetention,
  previewRetention,
  type RetentionRefusal,
  runRetention,
} from "~/domain/personal-data/personal-data.server";
import { longDateTimeAt } from "~/shared/format";
import { NotFound } from "~/shared/problems";
import { doneIn } from "~/web/done";
import { enter, type SignedInVisit } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { Always } from "./always";
import { ChangeForm } from "./change-form";
import { leastInWords, monthsForm, mostInWords } from "./retention-forms";
import { Rules } from "./rules";
import { RunNow } from "./run-now";

export const handle = { access: ["coordinator", "admin"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, "How long records are kept");

const doneInWords: Record<string, string> = {
  changed: "The change is saved. It counts from the next run on.",
  run: "What had been kept long enough has ended.",
};

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { lines, lastRun } = previewRetention(visit);
    const query = visit.url.searchParams;
    const mayChange = holds(visit.actor, "admin");
    const asked = query.get("change") ?? "";
    return {
      lines,
      lastRun,
      mayChange,
      changing: mayChange && isRetentionCode(asked) ? asked : null,
      done: doneIn(doneInWords, query),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    if (posted.get("intent") !== "run") return change(visit, posted);
    runRetention(visit);
    throw redirect(paths.adminRetention({ done: "run" }), 303);
  });

function change(visit: SignedInVisit, posted: FormData) {
  const rule = String(posted.get("rule") ?? "");
  if (!isRetentionCode(rule)) throw new NotFound("retention rule");
  const read = readForm(posted, monthsForm);
  if (!read.ok) return showAgain(read.form);
  const changed = changeRetention(visit, { rule, months: read.value.months });
  if (changed.ok) throw redirect(paths.adminRetention({ done: "changed" }), 303);
  const refusals: Record<RetentionRefusal, string> = {
    "too short": leastInWords(retentionRules[rule].least),
    "too long": mostInWords,
  };
  return showAgain(formWith(posted, { months: refusals[changed.reason] }));
}

export type RetentionPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Retention() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { lastRun, done } = page;
  return (
    <>
      <BackLink href={paths.admin()} text="Admin" />
      <ErrorSummary form={form} order={["months"]} />
      {done && !form && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-xl">How long records are kept</h1>
      <p className="govuk-body-l">Records end by themselves, once a day. Nobody can bring them back.</p>
      <p className="govuk-body">
        {lastRun === null ? "This has not run yet." : `Last run: ${longDateTimeAt(lastRun)}.`}
      </p>
      <ChangeForm page={page} form={form} />
      <Rules page={page} />
      <RunNow page={page} />
      <Always />
    </>
  );
}
