// One session for those who deliver it: how its registers stand, and who is coming.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { InsetText } from "~/components/inset-text";
import { SummaryList } from "~/components/summary-list";
import { Tag } from "~/components/tag";
import { readDelivery } from "~/domain/bookings/bookings.server";
import { counted } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { PeopleComing } from "./people-coming";
import { Registers } from "./registers";

export const handle = { access: ["trainer", "coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Teaching: ${data.session.courseTitle}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { session, meetings, people, offered } = readDelivery(visit, args.params.id ?? "");
    return {
      now: visit.clock.now(),
      session: {
        id: session.id,
        courseTitle: session.courseTitle,
        status: session.status,
        mode: session.mode,
        venue: session.venue,
        joiningLink: session.joiningLink,
        capacity: session.capacity,
        trainers: session.trainers.map(({ name, agencyName, part }) => ({ name, agencyName, part })),
      },
      meetings,
      people,
      offered,
    };
  });

export type DeliveryPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function TaughtSession() {
  const { now, session, meetings, people, offered } = useLoaderData<typeof loader>();
  const { venue, joiningLink } = session;
  return (
    <>
      <BackLink href={paths.trainer()} text="Teaching" />
      <h1 className="govuk-heading-xl">{session.courseTitle}</h1>
      {session.status === "draft" && (
        <InsetText>
          <Tag colour="grey">Draft</Tag> Nobody can see or book this session yet.
        </InsetText>
      )}
      {session.status === "cancelled" && (
        <InsetText>
          <Tag colour="red">Cancelled</Tag> This session will not take place.
        </InsetText>
      )}
      <Registers meetings={meetings} people={people.length} status={session.status} now={now} />
      <h2 className="govuk-heading-m">Where and who with</h2>
      <SummaryList
        rows={[
          {
            key: "Where",
            value: venue ? (
              `${venue.name}, ${venue.address}, ${venue.postcode}`
            ) : joiningLink ? (
              <a className="govuk-link" href={joiningLink}>
                {joiningLink}
              </a>
            ) : (
              "Online. There is no joining link yet: ask a coordinator."
            ),
          },
          ...(venue ? [{ key: "Access to the building", value: venue.access }] : []),
          {
            key: "Trainers",
            value:
              session.trainers.length === 0
                ? "Nobody yet"
                : session.trainers.map((trainer) => (
                    <span key={trainer.name} className="app-line">
                      {trainer.name}, {trainer.agencyName} ({trainer.part})
                    </span>
                  )),
          },
          { key: "Places", value: `${people.length} of ${counted(session.capacity, "place")} booked` },
        ]}
      />
      <PeopleComing people={people} offered={offered} />
    </>
  );
}
