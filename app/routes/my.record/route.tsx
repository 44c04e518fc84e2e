// My record: everything I attended with its hours, what it adds up to, learning elsewhere, certificates; for paper too.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ButtonLink } from "~/components/button-link";
import { EmptyState } from "~/components/empty-state";
import { readPartnership } from "~/domain/accounts/accounts.server";
import {
  hoursOf,
  listHeldBack,
  listLearningOf,
  listTrainingOf,
} from "~/domain/certificates/certificates.server";
import { civilDateAt } from "~/shared/civil-time";
import { plainDate } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { HoursDone } from "./hours-done";
import { LearningCounted } from "./learning-counted";
import { SessionsAttended, SessionsMissed } from "./sessions-attended";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "My record");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { id, name, agencyName } = visit.person;
    const training = listTrainingOf(visit, id);
    const heldBack = new Map(listHeldBack(visit, id).map((held) => [held.bookingId, held.because]));
    const { contactName, contactEmail, name: partnershipName } = readPartnership(visit);
    return {
      about: { name, agencyName, partnershipName },
      today: civilDateAt(visit.clock.now()),
      attended: training
        .filter(({ state }) => state !== "did not attend")
        .map((done) => ({ ...done, heldBack: heldBack.get(done.bookingId) ?? null })),
      missed: training
        .filter(({ state }) => state === "did not attend")
        .map(({ bookingId, courseTitle, completedOn }) => ({ bookingId, courseTitle, completedOn })),
      hours: hoursOf(training),
      learning: listLearningOf(visit, id)
        .filter(({ state }) => state === "accepted")
        .map(({ id, title, provider, completedOn, minutes, validUntil, competencies }) => ({
          ...{ id, title, provider, completedOn, minutes, validUntil },
          competencies: competencies.map((competency) => competency.name),
        })),
      contact: { name: contactName, email: contactEmail },
    };
  });

export type RecordPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function MyRecord() {
  const page = useLoaderData<typeof loader>();
  const { about, today, attended, learning, contact } = page;
  const nothing = attended.length + learning.length === 0;
  return (
    <>
      <BackLink href={paths.my()} text="My training" />
      <h1 className="govuk-heading-xl">My record</h1>
      <p className="govuk-body app-print-only">
        <bdi>{about.name}</bdi>, {about.agencyName}. From the records of {about.partnershipName} on{" "}
        {plainDate(today)}.
      </p>
      {nothing ? (
        <EmptyState
          title="There is nothing on your record yet"
          text="Sessions appear here once the trainer has taken the register. Training that others gave you appears once we have accepted it."
          action={{ href: paths.courses(), label: "Find a course" }}
        />
      ) : (
        <div className="govuk-button-group app-no-print">
          <ButtonLink href={paths.myRecordCsv()} variant="secondary">
            Download for a spreadsheet (CSV)
          </ButtonLink>
          <span className="govuk-body">Or print this page: it fits on A4.</span>
        </div>
      )}
      {attended.length > 0 && <SessionsAttended page={page} />}
      {page.hours.total.sessions > 0 && <HoursDone hours={page.hours} />}
      <LearningCounted learning={learning} />
      <SessionsMissed missed={page.missed} />
      <p className="govuk-body app-no-print">
        If something is wrong, write to {contact.name}:{" "}
        <a className="govuk-link" href={`mailto:${contact.email}`}>
          {contact.email}
        </a>
      </p>
    </>
  );
}
