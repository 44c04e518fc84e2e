// One person's account: what is known, what can be done about it, and what they are booked on.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { NotificationBanner } from "~/components/notification-banner";
import { Tag } from "~/components/tag";
import {
  listAgencies,
  mayAdminister,
  mayCloseAccount,
  mayGiveRole,
  readPersonRecord,
} from "~/domain/accounts/accounts.server";
import { recordView } from "~/domain/audit/audit.server";
import { listBookingsOf } from "~/domain/bookings/bookings.server";
import { holds } from "~/domain/context";
import { readReach, readTimeline } from "~/domain/notifications/notifications.server";
import { typed } from "~/shared/form-state";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { givenRoles } from "~/web/people-words";
import { pageTitle } from "~/web/title";
import { Agency } from "./agency";
import { doDeed } from "./deeds.server";
import { Leaving } from "./leaving";
import { Messages } from "./messages";
import { Onward } from "./onward";
import { Roles } from "./roles";
import { SigningIn } from "./signing-in";
import { Training } from "./training";
import { trainingInShort } from "./training-in-short";
import { WhoTheyAre } from "./who-they-are";
import { doneInWords } from "./words";

export const handle = { access: ["coordinator", "admin"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.person.name ?? "Person");

/** Of their messages; the rest are on the page of messages. */
const latest = 10;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const person = readPersonRecord(visit, args.params.id ?? "");
    recordView(visit, person.id);
    const own = visit.person.id === person.id;
    const theirRoles = new Set(person.roles.map(({ role }) => role));
    return {
      person,
      own,
      agencies: listAgencies(visit).map(({ id, name }) => ({ value: id, label: name })),
      training: trainingInShort(listBookingsOf(visit, person.id), visit.clock.now()),
      may: {
        close: mayCloseAccount(visit.actor, theirRoles),
        give: givenRoles.filter((role) => mayGiveRole(visit.actor, role)),
        administer: mayAdminister(visit.actor),
        openBookings: holds(visit.actor, "coordinator"),
      },
      messages: readTimeline(visit, person.id, { number: 1, size: latest }).letters,
      reach: readReach(visit, person.id),
      done: doneIn(doneInWords, visit.url.searchParams),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) =>
    doDeed(args, visit, { personId: args.params.id ?? "", posted: await args.request.formData() }),
  );

export type PersonPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function PersonInFull() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.form;
  // Only the form that was sent shows what was sent.
  const formOf = (intent: string) => (typed(refused, "intent") === intent ? refused : undefined);
  const { person, done } = page;
  return (
    <>
      <BackLink href={paths.adminPeople()} text="People" />
      <ErrorSummary form={refused} order={["agencyId", "roles"]} />
      {done && !refused && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-xl govuk-!-margin-bottom-3">
        <bdi>{person.name}</bdi>
      </h1>
      {person.disabledAt !== null && (
        <p className="govuk-body">
          <Tag colour="grey">
            {person.erasedAt !== null ? "Erased" : person.mergedInto ? "Merged" : "Has left"}
          </Tag>
        </p>
      )}
      <Agency page={page} form={formOf("agency")} />
      <WhoTheyAre page={page} />
      <Training page={page} />
      <Messages page={page} />
      <Roles page={page} form={formOf("roles")} />
      {person.waysIn && <SigningIn page={page} waysIn={person.waysIn} />}
      <Leaving page={page} />
      <Onward page={page} />
    </>
  );
}
