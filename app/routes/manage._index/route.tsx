// A coordinator's day: what waits for them, the sessions of the next two weeks, and the queues, each with its action.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { countUnconfirmed } from "~/domain/accounts/accounts.server";
import {
  countQueues,
  listOffersOutstanding,
  listProgramme,
  listRegistersOverdue,
  listTroubledMessages,
} from "~/domain/bookings/bookings.server";
import { countLearningToReview } from "~/domain/certificates/certificates.server";
import { countAppeals } from "~/domain/charges/charges.server";
import { countWordsToRead } from "~/domain/evaluations/evaluations.server";
import { addDays, civilDateAt, startOfDay } from "~/shared/civil-time";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { readProgramme } from "~/web/programme-filters";
import { RegistersOverdue } from "~/web/registers-overdue";
import { pageTitle } from "~/web/title";
import { MessagesInTrouble } from "./messages-in-trouble";
import { OffersOutstanding } from "./offers-outstanding";
import { Soon } from "./soon";
import { ThingsToDo } from "./things-to-do";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, "Manage the training offer");

/** More than two weeks ever hold. */
const mostSoon = 200;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const now = visit.clock.now();
    const { order } = readProgramme(visit.url.searchParams);
    // Running sessions started in the past and still count as today's.
    const span = { to: startOfDay(addDays(civilDateAt(now), 15)), toCome: true };
    return {
      now,
      order,
      lackingOnly: visit.url.searchParams.get("show") === "lacking",
      soon: listProgramme(visit, span, order, { number: 1, size: mostSoon }).sessions,
      offers: listOffersOutstanding(visit),
      registers: listRegistersOverdue(visit),
      messages: listTroubledMessages(visit),
      awaiting: countUnconfirmed(visit).awaiting,
      queues: {
        ...countQueues(visit),
        appeals: countAppeals(visit),
        learning: countLearningToReview(visit),
        comments: countWordsToRead(visit),
      },
    };
  });

export type ManagePage = ReturnType<typeof useLoaderData<typeof loader>>;

const ways = [
  { href: paths.manageSessions(), words: "Programme" },
  { href: paths.manageCourses(), words: "Courses" },
  { href: paths.manageVenues(), words: "Venues" },
  { href: paths.manageTrainers(), words: "Training pool" },
  { href: paths.manageRegisters(), words: "Registers" },
  { href: paths.manageApprovals(), words: "Requests and approvals" },
  { href: paths.manageMessages(), words: "Messages" },
  { href: paths.manageCertificates(), words: "Certificates" },
  { href: paths.manageLearning(), words: "Learning elsewhere" },
  { href: paths.manageComments(), words: "Comments" },
  { href: paths.manageCharges(), words: "Charges" },
  { href: paths.manageTerms(), words: "Terms" },
  { href: paths.manageEvaluations(), words: "Evaluation questions" },
  { href: paths.manageMeasures(), words: "Practice measures" },
  { href: paths.adminPeople(), words: "People" },
  { href: paths.admin(), words: "Admin" },
];

export default function Manage() {
  const page = useLoaderData<typeof loader>();
  const { now, soon, order, lackingOnly, offers, registers, messages } = page;
  const show = lackingOnly ? "lacking" : undefined;
  return (
    <>
      <h1 className="govuk-heading-xl">Manage the training offer</h1>
      <ButtonLink href={paths.manageSchedule()}>Schedule a session</ButtonLink>
      <nav aria-label="Parts of the offer">
        <ul className="govuk-list app-ways">
          {ways.map((way) => (
            <li key={way.href}>
              <a className="govuk-link" href={way.href}>
                {way.words}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ThingsToDo page={page} />
      <Soon
        sessions={soon}
        lackingOnly={lackingOnly}
        sorting={{
          order,
          hrefFor: (sort, direction) => `${paths.manage({ show, sort, order: direction })}#programme`,
        }}
      />
      <OffersOutstanding offers={offers} now={now} />
      {registers.length > 0 && (
        <section id="registers">
          <RegistersOverdue registers={registers} />
        </section>
      )}
      <MessagesInTrouble messages={messages} />
    </>
  );
}
