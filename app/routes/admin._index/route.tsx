// Where those who look after the service begin: what waits for them, then every task.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countUnconfirmed, countUnsentMessages, mayAdminister } from "~/domain/accounts/accounts.server";
import { listComplaints, previewRetention } from "~/domain/personal-data/personal-data.server";
import { enter, type SignedInVisit } from "~/web/enter.server";
import { healthOf, lastWorkerTurn } from "~/web/health.server";
import { pageTitle } from "~/web/title";
import { Health } from "./health";
import { Tasks } from "./tasks";
import { ThingsToDo } from "./things-to-do";

export const handle = { access: ["coordinator", "admin"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Admin");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const administers = mayAdminister(visit.actor);
    const complaints = listComplaints(visit, { answered: 0 }).open.map(({ standing }) => standing);
    const toAcknowledge = complaints.flatMap((standing) =>
      standing.kind === "to acknowledge" ? [standing.daysLeft] : [],
    );
    return {
      administers,
      waiting: {
        ...countUnconfirmed(visit),
        toAcknowledge: toAcknowledge.length,
        daysLeft: toAcknowledge.length === 0 ? null : Math.min(...toAcknowledge),
        toAnswer: complaints.length - toAcknowledge.length,
        retentionDue: previewRetention(visit).lines.reduce((sum, line) => sum + line.due, 0),
      },
      health: administers ? healthFor(visit) : null,
    };
  });

function healthFor(visit: SignedInVisit) {
  const { problems, migrations } = healthOf(visit);
  return {
    problems,
    migrated: migrations === true,
    lastTurn: lastWorkerTurn(visit),
    messages: countUnsentMessages(visit),
  };
}

export type AdminPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Admin() {
  const { administers, waiting, health } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-xl">Admin</h1>
      <ThingsToDo waiting={waiting} />
      <Tasks administers={administers} />
      {health && <Health health={health} />}
    </>
  );
}
