// The themes of the offer, in the order in which they are shown: add one, put it in other words, move or remove it.
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
  addTheme,
  changeTheme,
  listThemes,
  moveTheme,
  removeTheme,
} from "~/domain/catalogue/catalogue.server";
import { typed } from "~/shared/form-state";
import { doneIn } from "~/web/done";
import { enter, type SignedInVisit } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { OrderedList } from "~/web/ordered-list";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { RemoveForm, ThemeForm } from "./theme-form";
import { doneInWords, inUse, nameTaken, themeForm } from "./theme-forms";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Themes");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const query = visit.url.searchParams;
    const themes = listThemes(visit).map(({ slug, name, years }) => ({ slug, name, years }));
    return {
      themes,
      theme: themes.find(({ slug }) => slug === query.get("theme")) ?? null,
      done: doneIn(doneInWords, query),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    for (const direction of ["up", "down"] as const) {
      const moving = posted.get(direction);
      if (typeof moving !== "string") continue;
      moveTheme(visit, moving, direction);
      throw redirect(paths.manageThemes({ done: "moved" }));
    }
    const slug = visit.url.searchParams.get("theme");
    if (slug !== null && posted.get("intent") === "remove") {
      const removed = removeTheme(visit, slug);
      if (!removed.ok) return showAgain(formWith(posted, { "": inUse(removed.reason.courses) }));
      throw redirect(paths.manageThemes({ done: "removed" }));
    }
    return save(visit, posted, slug);
  });

function save(visit: SignedInVisit, posted: FormData, slug: string | null) {
  const read = readForm(posted, themeForm);
  if (!read.ok) return showAgain(read.form);
  const saved = slug === null ? addTheme(visit, read.value) : changeTheme(visit, { slug, ...read.value });
  if (!saved.ok) return showAgain(formWith(posted, nameTaken));
  throw redirect(paths.manageThemes({ done: slug === null ? "added" : "changed" }));
}

export default function Themes() {
  const { themes, theme, done } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const removing = typed(form, "intent") === "remove";
  return (
    <>
      {theme ? (
        <BackLink href={paths.manageThemes()} text="Themes" />
      ) : (
        <BackLink href={paths.manageCourses()} text="Courses" />
      )}
      <ErrorSummary form={form} order={["name", "years"]} />
      {done && !form && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-xl">{theme?.name ?? "Themes"}</h1>
      {theme ? (
        <>
          <ThemeForm theme={theme} form={removing ? undefined : form} />
          <RemoveForm slug={theme.slug} />
        </>
      ) : (
        <>
          <p className="govuk-body">What the boards have agreed to work on. Every course belongs to one.</p>
          {themes.length === 0 ? (
            <EmptyState title="There are no themes yet" text="Add the first one, then courses to it." />
          ) : (
            <OrderedList
              caption="Themes, in the order in which they are shown"
              action={paths.manageThemes()}
              columns={[
                { key: "name", heading: "Theme" },
                { key: "years", heading: "Year" },
              ]}
              rows={themes.map(({ slug, name, years }) => ({
                id: slug,
                name,
                href: paths.manageThemes({ theme: slug }),
                cells: { name, years },
              }))}
            />
          )}
          <ThemeForm theme={null} form={form} />
        </>
      )}
    </>
  );
}
