// What my role needs, and a self-assessment to say how I stand.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listRoleGroups, readPartnership } from "~/domain/accounts/accounts.server";
import { readAssessment, trainedField } from "~/domain/needs/needs";
import { needsOf, recordSelfAssessment, type SelfAssessmentRefusal } from "~/domain/needs/needs.server";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { MyNeeds, type MyNeedsPage } from "./my-needs";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "What my role needs");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit): MyNeedsPage => {
    const { kindOfWork, needs } = needsOf(visit, visit.person.id);
    const { contactName, contactEmail } = readPartnership(visit);
    return {
      kindOfWork,
      kindsOfWork: kindOfWork === null ? listRoleGroups(visit).map((group) => group.name) : [],
      needs,
      contact: { name: contactName, email: contactEmail },
      saved: visit.url.searchParams.get("saved") === "1",
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const personId = visit.person.id;
    const ids = needsOf(visit, personId).needs.map((need) => need.competencyId);
    const read = readAssessment(ids, posted);
    if (!read.ok) return showAgain(formWith(posted, read.errors));
    const recorded = recordSelfAssessment(visit, { personId, answers: read.answers });
    if (recorded.ok) throw redirect(`${paths.myNeeds()}?saved=1`, 303);
    // About the form as a whole, but the summary leads to the first question.
    const field = recorded.reason === "nothing answered" && ids[0] ? trainedField(ids[0]) : "";
    return showAgain(formWith(posted, { [field]: refusalInWords[recorded.reason] }));
  });

const refusalInWords: Record<SelfAssessmentRefusal, string> = {
  "nothing answered": "Select an answer to at least one question",
  "nothing required": "Your kind of work requires nothing at present, so nothing was saved",
};

export default function MyNeedsRoute() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <MyNeeds page={page} form={sent?.form} />;
}
