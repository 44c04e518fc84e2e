// Repeating a session: the days as they would be come first, then all of them are scheduled, or none.
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { readSession, scheduleSeries, weighSeries } from "~/domain/sessions/sessions.server";
import { isCivilDate } from "~/shared/civil-time";
import { emptyForm, type FormState } from "~/shared/form-state";
import { longDate, plainDate } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { readSeries, seriesFieldOrder } from "~/web/series-days";
import { pageTitle } from "~/web/title";
import { SeriesForm } from "./series-form";
import { SeriesPreview } from "./series-preview";
import { refusalInWords } from "./words";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Repeat a session");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const session = readSession(visit, args.params.id ?? "");
    const firstDay = session.meetings[0]?.date ?? "";
    const query = visit.url.searchParams;
    const typed = {
      repeat: query.get("repeat") ?? "",
      times: (query.get("times") ?? "").trim(),
      dates: query.get("dates") ?? "",
    };
    const asked = query.has("repeat") || query.has("times");
    const read = asked ? readSeries(typed, firstDay) : null;
    const form: FormState = { ...emptyForm, values: asked ? typed : {} };
    if (read && !read.ok)
      form.errors = Object.fromEntries(Object.entries(read.errors).map(([field, words]) => [field, [words]]));
    const page = {
      id: session.id,
      course: `${session.courseTitle}, ${plainDate(firstDay)}`,
      firstDay: longDate(firstDay),
      form,
      days: read?.ok ? weighSeries(visit, session.id, read.days) : null,
    };
    return read && !read.ok ? data(page, { status: 400 }) : page;
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const sessionId = args.params.id ?? "";
    const posted = await args.request.formData();
    const days = posted.getAll("day").map(String).filter(isCivilDate);
    const status = posted.get("status") === "published" ? "published" : "draft";
    const scheduled = scheduleSeries(visit, { sessionId, days, status });
    if (!scheduled.ok) return showAgain(formWith(posted, { "": refusalInWords(scheduled.reason) }));
    throw redirect(`${paths.manageSession(sessionId)}?done=series`);
  });

export type SeriesPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function RepeatSession() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.manageSession(page.id)} text="The session" />
      <ErrorSummary form={refused ?? page.form} order={seriesFieldOrder} />
      <h1 className="govuk-heading-xl">
        <span className="govuk-caption-xl">{page.course}</span>
        Repeat this session
      </h1>
      {page.days ? <SeriesPreview page={page} days={page.days} /> : null}
      <SeriesForm page={page} />
    </>
  );
}
