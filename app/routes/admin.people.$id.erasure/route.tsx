// Erasing a person: what goes, what stays, what has to be settled first, and the address typed to be sure.
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
import { NotificationBanner } from "~/components/notification-banner";
import { recordView } from "~/domain/audit/audit.server";
import { giveUpPlaces } from "~/domain/bookings/bookings.server";
import { mayBeErased } from "~/domain/personal-data/personal-data";
import { erasePerson, readErasureStanding } from "~/domain/personal-data/personal-data.server";
import { plainDateAt } from "~/shared/format";
import { enter, type SignedInVisit } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { EraseForm } from "./erase-form";
import { Obstacle } from "./obstacle";
import { refusalInWords } from "./refusals";
import { WhatGoes } from "./what-goes";

export const handle = { access: ["admin"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? "Erase a person" : "Page not found");

const doneInWords: Record<string, string> = {
  cancelled: "Their bookings are cancelled. The places go to people who wait.",
  erased: "The person is erased.",
};

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const standing = readErasureStanding(visit, args.params.id ?? "");
    recordView(visit, standing.personId);
    return {
      standing,
      obstacle: mayBeErased(standing, visit.person.id),
      done: doneInWords[visit.url.searchParams.get("done") ?? ""] ?? null,
    };
  });

const confirmation = z.object({
  email: z
    .string({ error: "Enter the person’s email address" })
    .trim()
    .min(1, "Enter the person’s email address"),
});

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const personId = args.params.id ?? "";
    const posted = await args.request.formData();
    if (posted.get("intent") !== "cancel") return erase(visit, personId, posted);
    giveUpPlaces(visit, readErasureStanding(visit, personId).personId);
    throw redirect(paths.adminErasure(personId, { done: "cancelled" }), 303);
  });

function erase(visit: SignedInVisit, personId: string, posted: FormData) {
  const read = readForm(posted, confirmation);
  if (!read.ok) return showAgain(read.form);
  const standing = readErasureStanding(visit, personId);
  const same = read.value.email.toLowerCase() === standing.email.toLowerCase();
  if (!same && standing.erasedAt === null)
    return showAgain(formWith(posted, { email: "Enter the address exactly as it stands on this page" }));
  const erased = erasePerson(visit, { personId, reason: "asked" });
  if (!erased.ok) return showAgain(formWith(posted, { "": refusalInWords[erased.reason] }));
  throw redirect(paths.adminErasure(personId, { done: "erased" }), 303);
}

export type ErasurePage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ErasureRoute() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { standing, obstacle, done } = page;
  const erased = standing.erasedAt !== null;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.adminPerson(standing.personId)} text={standing.name} />
        <ErrorSummary form={form} order={["email"]} />
        {done && !form && <NotificationBanner kind="success" text={done} />}
        <h1 className="govuk-heading-xl">{erased ? "This person is erased" : `Erase ${standing.name}`}</h1>
        {standing.erasedAt !== null ? (
          <p className="govuk-body-l">
            Erased on {plainDateAt(standing.erasedAt)}. Nobody can tell from the service who it was, and
            nobody can bring it back.
          </p>
        ) : obstacle ? (
          <Obstacle obstacle={obstacle} standing={standing} />
        ) : (
          <p className="govuk-body-l">This cannot be undone.</p>
        )}
        <WhatGoes standing={standing} />
        {!erased && !obstacle && <EraseForm standing={standing} form={form} />}
      </div>
    </div>
  );
}
