// Learning elsewhere that I told of: what counts, what is being looked at, what was sent back.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ButtonLink } from "~/components/button-link";
import { EmptyState } from "~/components/empty-state";
import { NotificationBanner } from "~/components/notification-banner";
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import type { Learning } from "~/domain/certificates/certificates";
import { listLearningOf } from "~/domain/certificates/certificates.server";
import { duration, plainDate } from "~/shared/format";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Learning elsewhere");

const doneInWords: Record<string, string> = {
  sent: "We have it. A coordinator looks at it and writes to you.",
  "taken-back": "It is taken back.",
};

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({
    learning: listLearningOf(visit, visit.person.id).map(
      ({ id, title, provider, completedOn, minutes, state, validUntil }) => ({
        ...{ id, title, provider, completedOn, minutes, state, validUntil },
      }),
    ),
    done: doneIn(doneInWords, visit.url.searchParams),
  }));

export default function LearningElsewhere() {
  const { learning, done } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={paths.my()} text="My training" />
      {done && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-xl">Learning elsewhere</h1>
      <p className="govuk-body">
        Training that others gave you. Once a coordinator has accepted it, it counts for what your role needs.
      </p>
      {learning.length === 0 ? (
        <EmptyState
          title="You have told us of nothing yet"
          text="Add training that you did somewhere else, with something that shows it."
          action={{ href: paths.myLearningNew(), label: "Add learning elsewhere" }}
        />
      ) : (
        <>
          <Table
            caption="What you told us"
            columns={[
              { key: "title", heading: "Training" },
              { key: "when", heading: "Finished" },
              { key: "hours", heading: "Length" },
              { key: "state", heading: "Counts" },
            ]}
            rows={learning.map((one) => ({
              id: one.id,
              cells: {
                title: (
                  <>
                    <a className="govuk-link" href={paths.myLearningOne(one.id)}>
                      {one.title}
                    </a>
                    <span className="app-line govuk-!-font-weight-regular">{one.provider}</span>
                  </>
                ),
                when: plainDate(one.completedOn),
                hours: duration(one.minutes),
                state: <Standing one={one} />,
              },
            }))}
          />
          <ButtonLink href={paths.myLearningNew()}>Add learning elsewhere</ButtonLink>
        </>
      )}
    </>
  );
}

function Standing({ one: { state, validUntil } }: { one: Pick<Learning, "state" | "validUntil"> }) {
  if (state === "submitted") return <Tag colour="grey">Being looked at</Tag>;
  if (state === "refused") return <Tag colour="orange">Sent back to you</Tag>;
  return <>{validUntil === null ? "Yes" : `Until ${plainDate(validUntil)}`}</>;
}
