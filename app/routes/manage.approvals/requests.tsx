// Requests one below the other: who asks for what, what they say, what our record shows, and the two answers.
import { ResultList } from "~/components/result-list";
import { SummaryList } from "~/components/summary-list";
import type { RequestToLookAt } from "~/domain/bookings/bookings.server";
import type { FormState } from "~/shared/form-state";
import { listed, plainDateAt, timeLeft } from "~/shared/format";
import { paths } from "~/web/paths";
import { YesOrNoForm } from "~/web/yes-or-no-form";
import { askedInWords, beforeInWords, recordInWords } from "./words";

type RequestsProps = { requests: RequestToLookAt[]; now: number; form?: FormState };

export function Requests({ requests, now, form }: RequestsProps) {
  return (
    <ResultList>
      {requests.map((request) => (
        <li key={request.bookingId} className="app-result">
          <div className="app-result__body">
            <h3 className="app-result__title">
              <a className="govuk-link" href={paths.adminPerson(request.personId)}>
                <bdi>{request.personName}</bdi>
              </a>
              , {request.agencyName}
            </h3>
            <Facts request={request} now={now} />
            <YesOrNoForm
              action={paths.manageApprovals()}
              about={{ field: "bookingId", id: request.bookingId }}
              yes={{ value: "accept", label: "Accept" }}
              hidden={`the request of ${request.personName}`}
              form={form}
            />
          </div>
        </li>
      ))}
    </ResultList>
  );
}

function Facts({ request, now }: { request: RequestToLookAt; now: number }) {
  const { claims, outsideAudience, before } = request;
  return (
    <SummaryList
      rows={[
        {
          key: "Asks for",
          value: (
            <>
              <a className="govuk-link app-line" href={paths.session(request.sessionId)}>
                {request.courseTitle}
              </a>
              <span className="app-line">{plainDateAt(request.startsAt)}</span>
              <span className="app-line">
                {request.placeHeld ? "A place is kept for them" : "Full: they would wait for a place"}
              </span>
            </>
          ),
        },
        {
          key: "Asked on",
          value: `${plainDateAt(request.askedAt)}. Booking closes in ${timeLeft(now, request.bookingClosesAt)}; a request that nobody has answered ends then.`,
        },
        ...claims.map((claim, index) => ({
          key: claims.length > 1 ? `Asked for first (${index + 1})` : "Asked for first",
          value: (
            <>
              <span className="app-line">{askedInWords(claim)}</span>
              <span className="app-line">
                {claim.said ? (
                  <>
                    They say: <q>{claim.said}</q>
                  </>
                ) : (
                  "They say that they have done it."
                )}
              </span>
              <span className="app-line">{recordInWords(claim)}</span>
            </>
          ),
        })),
        ...(outsideAudience.length > 0
          ? [
              {
                key: "Kind of work",
                value: `${request.kindOfWork ?? "Not known"}. The course is for: ${listed(outsideAudience)}.`,
              },
            ]
          : []),
        { key: "On this course before", value: beforeInWords(before) },
      ]}
    />
  );
}
