// Learning elsewhere that waits for a coordinator to look at it, longest waiting first.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { EmptyState } from "~/components/empty-state";
import { NotificationBanner } from "~/components/notification-banner";
import { Table } from "~/components/table";
import { listLearningToReview } from "~/domain/certificates/certificates.server";
import { plainDate, plainDateAt } from "~/shared/format";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, "Learning elsewhere to look at");

const doneInWords: Record<string, string> = {
  accepted: "It counts now, and they have been told.",
  refused: "It is sent back, and they have been told.",
};

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({
    waiting: listLearningToReview(visit).map(({ personId, ...learning }) => ({
      ...learning,
      own: personId === visit.person.id,
    })),
    done: doneIn(doneInWords, visit.url.searchParams),
  }));

export default function LearningToReview() {
  const { waiting, done } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={paths.manage()} text="Manage" />
      {done && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-xl">Learning elsewhere to look at</h1>
      {waiting.length === 0 ? (
        <EmptyState
          title="Nothing waits for you"
          text="When somebody tells us of training that others gave them, it stands here."
          action={{ href: paths.manage(), label: "Back to managing the offer" }}
        />
      ) : (
        <Table
          caption="Longest waiting first"
          dense
          columns={[
            { key: "who", heading: "Person" },
            { key: "what", heading: "Training" },
            { key: "when", heading: "Finished" },
            { key: "sent", heading: "Sent" },
            { key: "action", heading: "Action", headingHidden: true },
          ]}
          rows={waiting.map((learning) => ({
            id: learning.id,
            cells: {
              who: (
                <>
                  <bdi>{learning.personName}</bdi>
                  <span className="app-line govuk-!-font-weight-regular">{learning.agencyName}</span>
                </>
              ),
              what: (
                <>
                  <bdi>{learning.title}</bdi>
                  <span className="app-line">
                    <bdi>{learning.provider}</bdi>
                  </span>
                </>
              ),
              when: plainDate(learning.completedOn),
              sent: plainDateAt(learning.submittedAt),
              action: learning.own ? (
                "Yours: for another coordinator"
              ) : (
                <a className="govuk-link" href={paths.manageLearningOne(learning.id)}>
                  Look at it
                  <span className="govuk-visually-hidden">
                    : {learning.title}, {learning.personName}
                  </span>
                </a>
              ),
            },
          }))}
        />
      )}
    </>
  );
}
