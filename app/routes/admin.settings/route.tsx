// What the partnership is called, its colour, and whose roles ask for a second step.
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
import { SubmitButton } from "~/components/submit-button";
import {
  authSessionLimits,
  changeSettings,
  countRoleHolders,
  readPartnership,
} from "~/domain/accounts/accounts.server";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { Limits } from "./limits";
import { Partnership } from "./partnership";
import { SecondStep } from "./second-step";
import { fieldOrder, refusals, settingsForm } from "./settings-form";

export const handle = { access: ["admin"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Settings");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { id: _one, logoPath: _logo, ...settings } = readPartnership(visit);
    return {
      settings,
      holders: countRoleHolders(visit),
      limits: {
        learners: authSessionLimits(new Set()),
        trainers: authSessionLimits(new Set(["trainer"])),
        others: authSessionLimits(new Set(["coordinator"])),
      },
      done: visit.url.searchParams.get("done") === "saved",
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const read = readForm(posted, settingsForm);
    if (!read.ok) return showAgain(read.form);
    const changed = changeSettings(visit, read.value);
    if (!changed.ok) return showAgain(formWith(posted, refusals[changed.reason]));
    throw redirect(`${paths.adminSettings()}?done=saved`);
  });

export type SettingsPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function SettingsOfThePartnership() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.admin()} text="Admin" />
      <ErrorSummary form={form} order={fieldOrder} />
      {page.done && !form && <NotificationBanner kind="success" text="The settings are saved" />}
      <h1 className="govuk-heading-xl">Settings</h1>
      <form method="post" action={paths.adminSettings()} noValidate>
        <Partnership settings={page.settings} form={form} />
        <SecondStep settings={page.settings} holders={page.holders} form={form} />
        <SubmitButton>Save</SubmitButton>
      </form>
      <Limits limits={page.limits} />
    </>
  );
}
