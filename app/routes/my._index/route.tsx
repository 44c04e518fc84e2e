// My training: what needs me, what comes next, what to renew, and the way to what I have done.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPartnership } from "~/domain/accounts/accounts.server";
import { listBookingsOf, listChargesOf, type MyBooking } from "~/domain/bookings/bookings.server";
import type { HeldBackBecause } from "~/domain/certificates/certificates";
import { listHeldBack, listLearningOf, listRenewalsOf } from "~/domain/certificates/certificates.server";
import { listOwed } from "~/domain/evaluations/evaluations.server";
import { needsInBrief } from "~/domain/needs/needs.server";
import { addMonths, civilDateAt } from "~/shared/civil-time";
import { timeLeft } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { ComingUp } from "./coming-up";
import { GoodToKnow } from "./good-to-know";
import { NeedsYou } from "./needs-you";
import { owedInWords } from "./owed.server";
import { RecordInShort } from "./record-in-short";
import { RoleNeeds } from "./role-needs";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "My training");

const upcoming: readonly MyBooking["state"][] = [
  "requested",
  "awaiting approval",
  "confirmed",
  "waiting",
  "offered",
];
const decidedByOthers: readonly MyBooking["state"][] = ["requested", "awaiting approval"];

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { id, agencyStanding, agencyName } = visit.person;
    const now = visit.clock.now();
    const today = civilDateAt(now);
    const all = listBookingsOf(visit, id);
    const toCome = all.filter(({ state, endsAt }) => upcoming.includes(state) && endsAt >= now);
    const attended = all.filter(({ state }) => state === "attended");
    const owed = listOwed(visit, id);
    const heldBack = listHeldBack(visit, id, owed);
    const waitsForAnswers = new Set(
      heldBack.flatMap(({ bookingId, because }) => (because === "evaluation" ? [bookingId] : [])),
    );
    const { contactName, contactEmail } = readPartnership(visit);
    return {
      unconfirmedBy: agencyStanding === "confirmed" ? null : agencyName,
      offers: toCome.flatMap(({ id, courseTitle, offerEndsAt }) =>
        offerEndsAt === null ? [] : [{ id, courseTitle, left: timeLeft(now, offerEndsAt) }],
      ),
      owed: owedInWords(visit, owed, waitsForAnswers),
      sentBack: listLearningOf(visit, id).flatMap((learning) =>
        learning.state === "refused" ? [{ id: learning.id, title: learning.title }] : [],
      ),
      pending: toCome.flatMap(({ id, courseTitle, state, approval }) =>
        decidedByOthers.includes(state) ? [{ id, courseTitle, state, approval }] : [],
      ),
      heldBack: heldBack.flatMap(({ because, closesAt: _closesAt, ...training }) =>
        isToKnow(because) ? [{ ...training, because }] : [],
      ),
      charges: listChargesOf(visit, id).map(({ id, courseTitle, pence, state }) => ({
        ...{ id, courseTitle, pence },
        appealed: state === "appealed",
      })),
      contact: { name: contactName, email: contactEmail },
      next: toCome.map(
        ({ id, courseTitle, state, meetings, mode, venue, joiningLink, approval, startsAt }) => ({
          ...{ id, courseTitle, state, meetings, mode, venue, joiningLink, approval },
          begun: now >= startsAt,
        }),
      ),
      needs: needsInBrief(visit, id),
      renewals: listRenewalsOf(visit, id, { from: addMonths(today, -3), to: addMonths(today, 3) }).map(
        (certificate) => ({ ...certificate, over: certificate.expiresOn < today }),
      ),
      record: {
        sessions: attended.length,
        minutes: attended.reduce((sum, { minutes }) => sum + minutes, 0),
      },
    };
  });

const isToKnow = (because: HeldBackBecause): because is Exclude<HeldBackBecause, "evaluation"> =>
  because !== "evaluation";

export type MyTraining = ReturnType<typeof useLoaderData<typeof loader>>;

export default function MyPage() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-xl">My training</h1>
      <NeedsYou {...page} />
      <GoodToKnow page={page} />
      <ComingUp next={page.next} />
      <RoleNeeds needs={page.needs} renewals={page.renewals} />
      <RecordInShort record={page.record} />
      <h2 className="govuk-heading-l">My account</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.myAccount()}>
          Your account
        </a>
        : your details, what we wrote to you, how you sign in, and what we hold on you.
      </p>
    </>
  );
}
