// What people must be able to do, in the order in which it is shown: added, put in other words, moved and removed here.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { NotificationBanner } from "~/components/notification-banner";
import {
  addCompetency,
  changeCompetency,
  listCompetencies,
  moveCompetency,
  removeCompetency,
} from "~/domain/catalogue/catalogue.server";
import { typed } from "~/shared/form-state";
import { doneIn } from "~/web/done";
import { enter, type SignedInVisit } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { OrderedList } from "~/web/ordered-list";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { CompetencyForm, RemoveForm } from "./competency-form";
import { competencyForm, doneInWords, inUse, nameTaken } from "./competency-forms";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Competencies");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const query = visit.url.searchParams;
    const all = listCompetencies(visit).map(({ id, name, description }) => ({ id, name, description }));
    return {
      all,
      one: all.find(({ id }) => id === query.get("competency")) ?? null,
      done: doneIn(doneInWords, query),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    for (const direction of ["up", "down"] as const) {
      const moving = posted.get(direction);
      if (typeof moving !== "string") continue;
      moveCompetency(visit, moving, direction);
      throw redirect(paths.manageCompetencies({ done: "moved" }));
    }
    const id = visit.url.searchParams.get("competency");
    if (id !== null && posted.get("intent") === "remove") {
      const removed = removeCompetency(visit, id);
      if (!removed.ok) return showAgain(formWith(posted, { "": inUse(removed.reason) }));
      throw redirect(paths.manageCompetencies({ done: "removed" }));
    }
    return save(visit, posted, id);
  });

function save(visit: SignedInVisit, posted: FormData, id: string | null) {
  const read = readForm(posted, competencyForm);
  if (!read.ok) return showAgain(read.form);
  const saved =
    id === null ? addCompetency(visit, read.value) : changeCompetency(visit, { id, ...read.value });
  if (!saved.ok) return showAgain(formWith(posted, nameTaken));
  throw redirect(paths.manageCompetencies({ done: id === null ? "added" : "changed" }));
}

export default function Competencies() {
  const { all, one, done } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const removing = typed(form, "intent") === "remove";
  return (
    <>
      {one ? (
        <BackLink href={paths.manageCompetencies()} text="Competencies" />
      ) : (
        <BackLink href={paths.manageCourses()} text="Courses" />
      )}
      <ErrorSummary form={form} order={["name", "description"]} />
      {done && !form && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-xl">{one?.name ?? "Competencies"}</h1>
      {one ? (
        <>
          <CompetencyForm one={one} form={removing ? undefined : form} />
          <RemoveForm id={one.id} />
        </>
      ) : (
        <>
          <p className="govuk-body">
            What people must be able to do. Courses teach them, and the needs analysis counts them.
          </p>
          {all.length === 0 ? (
            <EmptyState title="There are no competencies yet" text="Add the first one." />
          ) : (
            <OrderedList
              caption="Competencies, in the order in which they are shown"
              action={paths.manageCompetencies()}
              columns={[
                { key: "name", heading: "Competency" },
                { key: "description", heading: "Someone who has it" },
              ]}
              rows={all.map(({ id, name, description }) => ({
                id,
                name,
                href: paths.manageCompetencies({ competency: id }),
                cells: { name, description },
              }))}
            />
          )}
          <CompetencyForm one={null} form={form} />
        </>
      )}
    </>
  );
}
