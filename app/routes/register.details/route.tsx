// The details of someone who joins. Their address is proved already; what it tells is not asked again.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "~/components/error-summary";
import { SubmitButton } from "~/components/submit-button";
import { joining } from "~/domain/accounts/accounts";
import {
  agencyOfAddress,
  listRoleGroups,
  registerPerson,
  startAuthSession,
} from "~/domain/accounts/accounts.server";
import { forgetJoining, readJoining } from "~/web/cookies.server";
import { enter, type Visit } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { tryRegistration } from "~/web/sign-in-limits.server";
import { answerSignedIn, deviceOf } from "~/web/signed-in-answer.server";
import { pageTitle } from "~/web/title";
import { DetailsForm, fieldOrder } from "./details-form";
import { refusalBeside, withAgencyLeftBlank } from "./refusals";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "About you");

/** @throws Response to the beginning, for someone who has proved no address or did so too long ago */
async function proofOf(visit: Visit, request: Request) {
  const proof = await readJoining(request, visit.settings);
  if (!proof || visit.clock.now() >= proof.until) throw redirect(paths.register());
  return proof;
}

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    if (visit.person) throw redirect(paths.my());
    const { email, identity, name } = await proofOf(visit, args.request);
    const { settled, choices } = agencyOfAddress(visit, email);
    return {
      email,
      name,
      asksPassword: identity === null,
      agencyName: settled?.name ?? null,
      agencies: choices.map((choice) => ({ value: choice.id, label: choice.name })),
      roleGroups: listRoleGroups(visit).map(({ id, name: label, description }) => ({
        value: id,
        label,
        hint: description,
      })),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const { returnTo, ...proved } = await proofOf(visit, args.request);
    const { email, identity } = proved;
    const posted = await args.request.formData();
    const read = readForm(posted, joining);
    if (!read.ok) {
      const { settled } = agencyOfAddress(visit, email);
      return showAgain(settled ? read.form : withAgencyLeftBlank(read.form));
    }
    const tried = await tryRegistration(visit);
    if (!tried.ok) {
      return showAgain(
        formWith(posted, { "": `Too many accounts from your network. Wait ${tried.wait}` }),
        429,
      );
    }
    const result = await registerPerson(visit, proved, read.value);
    if (!result.ok) {
      // A form to put right is no account: what it counted for is given back.
      await tried.wentWell();
      return showAgain(formWith(posted, refusalBeside[result.reason]));
    }
    const secret = startAuthSession(visit, {
      personId: result.value.personId,
      method: identity ? "single sign-on" : "link",
      device: deviceOf(args.request),
    });
    const alsoSet = [await forgetJoining(visit.settings)];
    throw await answerSignedIn(visit, args.request, { secret, email, to: returnTo, alsoSet });
  });

export default function AboutYou() {
  const loaded = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary form={form} order={fieldOrder} />
        <h1 className="govuk-heading-l">About you</h1>
        <p className="govuk-body">
          Your address is <strong>{loaded.email}</strong>
          {loaded.agencyName && (
            <>
              , so you work for <strong>{loaded.agencyName}</strong>
            </>
          )}
          .
        </p>
        <form method="post" action={paths.registerDetails()} noValidate>
          <DetailsForm {...loaded} form={form} />
          <SubmitButton>Create account</SubmitButton>
        </form>
      </div>
    </div>
  );
}
